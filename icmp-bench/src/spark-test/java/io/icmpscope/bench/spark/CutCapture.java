package io.icmpscope.bench.spark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Cuts a classic pcap file in two between its records, or deals these in turn. */
final class CutCapture {

    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private static final int CAPTURED = 8; // in a record header

    private final ByteBuffer bytes;

    private CutCapture(byte[] bytes) {
        boolean little = bytes[0] != (byte) 0xA1;
        this.bytes = ByteBuffer.wrap(bytes).order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    /** Writes the first records to one file, those from this index on to another. */
    static void behind(Path pcap, int records, Path first, Path rest) throws IOException {
        new CutCapture(Files.readAllBytes(pcap)).cut(first, rest, index -> index < records);
    }

    /** Writes every other record to another file. */
    static void alternating(Path pcap, Path even, Path odd) throws IOException {
        new CutCapture(Files.readAllBytes(pcap)).cut(even, odd, index -> index % 2 == 0);
    }

    private interface Choice {
        boolean first(int index);
    }

    private void cut(Path first, Path other, Choice choice) throws IOException {
        ByteArrayOutputStream[] files = {new ByteArrayOutputStream(), new ByteArrayOutputStream()};
        files[0].write(bytes.array(), 0, FILE_HEADER);
        files[1].write(bytes.array(), 0, FILE_HEADER);
        int at = FILE_HEADER;
        for (int index = 0; at < bytes.limit(); index++) {
            int length = RECORD_HEADER + bytes.getInt(at + CAPTURED);
            files[choice.first(index) ? 0 : 1].write(bytes.array(), at, length);
            at += length;
        }
        Files.write(first, files[0].toByteArray());
        Files.write(other, files[1].toByteArray());
    }
}
