package io.icmpscope.internal.reading;

import io.icmpscope.message.MplsLabelStack;
import java.util.ArrayList;
import java.util.List;

/** The MPLS label stack object: RFC 4950 section 5, with entries of RFC 3032 section 2.1. */
final class MplsLabelStackReader {

    private static final int ENTRY = 4; // bytes: label 20 bits, traffic class 3, bottom of stack 1, time to live 8

    private MplsLabelStackReader() {}

    static MplsLabelStack read(Span object) {
        List<MplsLabelStack.Entry> entries = new ArrayList<>();
        for (int at = ExtensionObjects.DATA; object.has(at, ENTRY); at += ENTRY) {
            int bits = object.in().i32(object.at() + at);
            entries.add(new MplsLabelStack.Entry(bits >>> 12, (bits >>> 9) & 0x07, (bits & 0x100) != 0, bits & 0xFF));
        }
        return new MplsLabelStack(entries);
    }
}
