package io.icmpscope.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureWriterTest {

    private static final long TIME_MICROS = 1_750_000_000_000_002L;
    private static final String FRAME = "de ad be ef 01";

    @TempDir
    Path directory;

    @Test
    void pcapIsAHeaderAndARecordForEachFrame() throws IOException {
        assertEquals(Bytes.spaced("""
                        d4 c3 b2 a1  02 00 04 00  00 00 00 00  00 00 00 00  00 00 04 00  01 00 00 00
                        80 e1 4e 68  02 00 00 00  05 00 00 00  05 00 00 00
                        de ad be ef 01
                        """), written(CaptureFormat.PCAP));
    }

    @Test
    void pcapngIsASectionAnInterfaceAndABlockForEachFrame() throws IOException {
        assertEquals(Bytes.spaced("""
                        0a 0d 0d 0a  1c 00 00 00
                        4d 3c 2b 1a  01 00 00 00  ff ff ff ff ff ff ff ff  1c 00 00 00
                        01 00 00 00  14 00 00 00  01 00 00 00  00 00 04 00  14 00 00 00
                        06 00 00 00  28 00 00 00  00 00 00 00
                        9d 37 06 00  02 60 5b a0  05 00 00 00  05 00 00 00
                        de ad be ef 01 00 00 00  28 00 00 00
                        """), written(CaptureFormat.PCAPNG));
    }

    @Test
    void whatIsLongerThanTheBufferIsWrittenWhole() throws IOException {
        Path file = directory.resolve("long");
        try (CaptureWriter out = CaptureFormat.PCAP.create(file)) {
            for (int i = 0; i < 1000; i++) {
                out.write(TIME_MICROS, ByteBuffer.allocate(1514));
            }
            assertEquals(1000, out.frames());
        }
        assertEquals(24 + 1000 * (16 + 1514), Files.size(file));
    }

    private String written(CaptureFormat format) throws IOException {
        Path file = directory.resolve("one");
        try (CaptureWriter out = format.create(file)) {
            out.write(TIME_MICROS, ByteBuffer.wrap(Bytes.of(FRAME)));
        }
        return Bytes.hex(ByteBuffer.wrap(Files.readAllBytes(file)));
    }
}
