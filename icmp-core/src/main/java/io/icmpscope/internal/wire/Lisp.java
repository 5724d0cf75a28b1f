package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** The data packets of LISP, RFC 9300 section 5.3: flags, nonce or versions, instance and locator bits; then IP. */
final class Lisp {

    private static final int HEADER = 8; // bytes
    private static final int INSTANCE = 4; // offset in the header

    private static final int HAS_INSTANCE = 0x08; // flags
    private static final int ENCRYPTED = 0x03; // a key id, RFC 8061

    private Lisp() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < HEADER) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, HEADER);
        }
        int flags = bytes.get(cursor.at);
        if ((flags & HAS_INSTANCE) != 0) {
            cursor.detail = Vxlan.upper24(bytes, cursor.at + INSTANCE);
        }
        return (flags & ENCRYPTED) != 0 ? cursor.pass(HEADER, Protocol.NONE) : RawIp.pass(bytes, cursor, HEADER);
    }
}
