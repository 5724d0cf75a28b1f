package io.icmpscope.handmade;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes as hexadecimal digits, and bytes one behind the other. */
public final class Bytes {

    private Bytes() {}

    /** The bytes of these digits; spaces are for the reader. */
    public static byte[] hex(String... digits) {
        return HexFormat.of().parseHex(String.join("", digits).replace(" ", ""));
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    public static byte[] zeros(int count) {
        return new byte[count];
    }

    /** The lowest {@code count} bytes of a number. */
    public static byte[] number(ByteOrder order, int count, long value) {
        byte[] eight = ByteBuffer.allocate(8).order(order).putLong(value).array();
        int from = order == ByteOrder.BIG_ENDIAN ? 8 - count : 0;
        return slice(eight, from, from + count);
    }

    public static byte[] slice(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** The first bytes, as a capture that broke off has them. */
    public static byte[] cut(byte[] bytes, int length) {
        return slice(bytes, 0, length);
    }
}
