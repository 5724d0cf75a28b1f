package io.icmpscope.bench;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Bytes as the tests write them. */
final class Bytes {

    private Bytes() {}

    /** The bytes of hexadecimal pairs, with any white space between them. */
    static byte[] of(String hex) {
        return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }

    /** The bytes between position and limit, in the form of {@link #spaced}. */
    static String hex(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return HexFormat.ofDelimiter(" ").formatHex(copy);
    }

    /** The same bytes with one space between each two. */
    static String spaced(String hex) {
        return HexFormat.ofDelimiter(" ").formatHex(of(hex));
    }
}
