package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/**
 * An entry of an MPLS label stack, RFC 3032 section 2.1: label, traffic class, bottom of stack, time to live. The last entry
 * does not say what follows: IP tells itself by its version; else a pseudowire, which may be an Ethernet frame.
 */
final class Mpls {

    private static final int ENTRY = 4; // bytes
    private static final int BOTTOM_OF_STACK = 0x100;
    private static final int LABEL = 12; // bits behind the label

    private static final int CONTROL_WORD = 4; // bytes, RFC 4385 section 3

    private Mpls() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < ENTRY) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, ENTRY);
        }
        int entry = bytes.getInt(cursor.at);
        int label = entry >>> LABEL;
        cursor.detail = label;
        boolean last = (entry & BOTTOM_OF_STACK) != 0;
        return cursor.pass(ENTRY, last ? following(bytes, cursor, cursor.at + ENTRY) : Protocol.MPLS);
    }

    private static int following(ByteBuffer bytes, Cursor cursor, int at) {
        int ip = Plausible.ip(bytes, at, cursor);
        if (ip != Protocol.NONE || at >= cursor.end) {
            return ip;
        }
        int version = (bytes.get(at) & 0xFF) >>> 4;
        if (Plausible.ethernet(bytes, at, cursor.end)) {
            return Protocol.ETHERNET;
        }
        if (version == 0 && Plausible.ethernet(bytes, at + CONTROL_WORD, cursor.end)) {
            return Protocol.CONTROL_WORD;
        }
        return switch (version) { // its header says what is wrong
            case 4 -> Protocol.etherType(0x0800);
            case 6 -> Protocol.etherType(0x86DD);
            default -> Protocol.NONE;
        };
    }

    /** The control word of a pseudowire that carries Ethernet, RFC 4448 section 4.6. */
    static Fault controlWord(ByteBuffer bytes, Cursor cursor) {
        return cursor.left() < CONTROL_WORD
                ? cursor.stop(Fault.CUT_BY_CAPTURE, CONTROL_WORD)
                : cursor.pass(CONTROL_WORD, Protocol.ETHERNET);
    }
}
