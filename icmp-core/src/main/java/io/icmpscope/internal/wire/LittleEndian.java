package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** Numbers that are written least significant byte first, in a buffer that is read most significant byte first. */
final class LittleEndian {

    private LittleEndian() {}

    static int u16(ByteBuffer bytes, int at) {
        return Short.reverseBytes(bytes.getShort(at)) & 0xFFFF;
    }

    static int i32(ByteBuffer bytes, int at) {
        return Integer.reverseBytes(bytes.getInt(at));
    }
}
