package io.icmpscope.internal.reading;

import io.icmpscope.message.NdpOption;

/** NBMA shortcut limit: RFC 2491 section 7.2. */
final class NbmaShortcutLimitReader {

    private static final int LIMIT = 2; // offset in the option

    private NbmaShortcutLimitReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        return new NdpOption.NbmaShortcutLimit(in.u8(at + LIMIT));
    }
}
