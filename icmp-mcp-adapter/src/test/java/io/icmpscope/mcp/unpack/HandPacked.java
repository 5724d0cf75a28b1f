package io.icmpscope.mcp.unpack;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Frames of zstd and lz4 written out by hand: what they hold is stored as it is, or is one byte many times. */
final class HandPacked {

    private static final int MOST_IN_A_ZSTD_BLOCK = 128 << 10;
    private static final int MOST_IN_AN_LZ4_BLOCK = 64 << 10;

    private HandPacked() {}

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    /** A frame with a window of 1 MiB and one raw block. */
    static byte[] zstd(byte[] content) {
        ByteArrayOutputStream frame = zstdStart(content);
        little(frame, 1, 3); // the last block, raw, of zero bytes
        return frame.toByteArray();
    }

    /** The same, and so many blocks of zeros behind it. */
    static byte[] zstdBomb(byte[] content, int blocks) {
        ByteArrayOutputStream frame = zstdStart(content);
        for (int i = 0; i < blocks; i++) {
            little(frame, MOST_IN_A_ZSTD_BLOCK << 3 | 2, 3); // one byte, so many times
            frame.write(0);
        }
        little(frame, 1, 3);
        return frame.toByteArray();
    }

    private static ByteArrayOutputStream zstdStart(byte[] content) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(bytes("28b52ffd 00 50"));
        little(frame, content.length << 3, 3);
        frame.writeBytes(content);
        return frame;
    }

    /** A frame of independent blocks up to 64 KiB, one of them stored. */
    static byte[] lz4(byte[] content) {
        ByteArrayOutputStream frame = lz4Start(content);
        little(frame, 0, 4);
        return frame.toByteArray();
    }

    /** The same, and so many blocks of zeros behind it. */
    static byte[] lz4Bomb(byte[] content, int blocks) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.write(0x1F); // one literal, and a match of 19 bytes and more
        block.write(0);
        little(block, 1, 2); // one byte back
        int more = MOST_IN_AN_LZ4_BLOCK - 1 - 19 - 1;
        for (; more >= 255; more -= 255) {
            block.write(255);
        }
        block.write(more);
        block.write(0x10); // one literal at the end
        block.write(0);
        ByteArrayOutputStream frame = lz4Start(content);
        for (int i = 0; i < blocks; i++) {
            little(frame, block.size(), 4);
            frame.writeBytes(block.toByteArray());
        }
        little(frame, 0, 4);
        return frame.toByteArray();
    }

    private static ByteArrayOutputStream lz4Start(byte[] content) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(bytes("04224d18 60 40 82")); // version 1, independent blocks; its checksum
        if (content.length > 0) {
            little(frame, content.length | 0x8000_0000, 4);
            frame.writeBytes(content);
        }
        return frame;
    }

    private static void little(ByteArrayOutputStream to, int number, int octets) {
        for (int i = 0; i < octets; i++) {
            to.write(number >>> 8 * i);
        }
    }
}
