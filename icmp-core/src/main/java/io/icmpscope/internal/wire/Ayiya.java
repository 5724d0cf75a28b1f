package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/**
 * Anything in anything, draft-massar-v6ops-ayiya section 3: lengths of identity and signature, operation, IP protocol,
 * time, identity, signature.
 */
final class Ayiya {

    private static final int HEADER = 8; // bytes, without identity and signature

    private static final int SIGNATURE = 1; // offsets in the header: its length in words, in the upper half
    private static final int OPERATION = 2; // in the lower half
    private static final int PROTOCOL = 3;

    private static final int FORWARD = 1; // an operation

    private Ayiya() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        int at = cursor.at;
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        int identity = 1 << ((bytes.get(at) & 0xFF) >>> 4); // its length is given as a power of two
        int length = HEADER + identity + ((bytes.get(at + SIGNATURE) & 0xF0) >>> 2);
        if (cursor.left() < length) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, length);
        }
        boolean forward = (bytes.get(at + OPERATION) & 0x0F) == FORWARD;
        return cursor.pass(length, forward ? Gue.following(bytes.get(at + PROTOCOL) & 0xFF) : Protocol.NONE);
    }
}
