package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.icmpscope.message.Echo;
import io.icmpscope.report.Access;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A capture of more than 2^31 bytes, almost all of which are a hole in a sparse file. */
class FilesBeyondTwoGibTest {

    private static final long TWO_GIB = 1L << 31;
    private static final long NEEDED_SPACE = 3L << 30; // should the file system have no sparse files after all
    private static final int LARGEST = 262_144; // bytes of a record
    private static final int RECORDS = 8_300;

    /** Ethernet, IPv4 10.0.0.1 to 10.0.0.2, echo request, identifier 7, sequence number 1, no data. */
    private static final byte[] ECHO = HexFormat.of()
            .parseHex("020000000002020000000001" + "0800"
                    + "4500001c00000000400166df0a0000010a000002"
                    + "0800f7f700070001");

    @TempDir
    Path directory;

    @Test
    void aMessageBeyondTwoGibIsFoundInEitherWayOfReading() throws IOException {
        long usable = Files.getFileStore(directory).getUsableSpace();
        assumeTrue(usable > NEEDED_SPACE, () -> "skipped: " + usable + " bytes left in " + directory);
        Path file = directory.resolve("sparse.pcap");
        long size = write(file);
        assertTrue(size - ECHO.length > TWO_GIB, () -> "size: " + size);
        IcmpReport mapped = analyze(file, Access.MAPPED);
        IcmpReport read = analyze(file, Access.READ);
        for (IcmpReport report : List.of(mapped, read)) {
            assertEquals(size, report.capture().sizeBytes());
            assertEquals(List.of(), report.capture().warnings().entries());
            assertEquals(RECORDS + 1, report.totalPackets());
            assertEquals(1, report.icmpPackets());
            assertEquals(RECORDS + 1, report.packets().get(0).frameNumber());
            assertEquals(new Echo(7, 1, 0), report.packets().get(0).message());
        }
        assertEquals(mapped.packets(), read.packets());
    }

    private static IcmpReport analyze(Path file, Access access) throws IOException {
        return IcmpAnalyzer.analyze(file, AnalysisOptions.defaults().withAccess(access));
    }

    /** Writes the headers of records whose bytes stay holes, then the message; returns the size. */
    private static long write(Path file) throws IOException {
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            ByteBuffer words = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
            words.putInt(0xA1B2_C3D4).putShort((short) 2).putShort((short) 4);
            words.putInt(0).putInt(0).putInt(LARGEST).putInt(1);
            long at = out.write(words.flip(), 0);
            for (int i = 0; i < RECORDS; i++) {
                at += out.write(record(words, i, LARGEST), at) + LARGEST;
            }
            at += out.write(record(words, RECORDS, ECHO.length), at);
            return at + out.write(ByteBuffer.wrap(ECHO), at);
        }
    }

    private static ByteBuffer record(ByteBuffer words, int seconds, int length) {
        words.clear();
        return words.putInt(seconds).putInt(0).putInt(length).putInt(length).flip();
    }
}
