package io.icmpscope.internal.bytes;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.icmpscope.report.Access;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SourcesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aMissingFileIsSaidToBeMissing(Access access) {
        Path missing = folder.resolve("no.pcap");
        IOException refusal = assertThrows(NoSuchFileException.class, () -> Sources.open(missing, access));
        assertTrue(refusal.getMessage().contains("no.pcap"), refusal.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void aFolderIsSaidToBeOne(Access access) {
        IOException refusal = assertThrows(FileSystemException.class, () -> Sources.open(folder, access));
        assertEquals(folder + ": a directory, not a capture file", refusal.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyPathIsTheWorkingFolder(Access access) {
        IOException refusal = assertThrows(FileSystemException.class, () -> Sources.open(Path.of(""), access));
        assertEquals(Path.of("").toAbsolutePath() + ": a directory, not a capture file", refusal.getMessage());
    }

    /** What it says is the system's own word: of a circle of links, of a file that is no folder, which Java 25 calls missing. */
    @ParameterizedTest
    @EnumSource
    void whatCannotBeReachedIsNotCalledAPipe(Access access) throws IOException {
        Path one = folder.resolve("one");
        Path other = Files.createSymbolicLink(folder.resolve("other"), one);
        Files.createSymbolicLink(one, other);
        Path file = Files.createFile(folder.resolve("file"));
        for (Path path : List.of(one, file.resolve("below"))) {
            IOException refusal = assertThrows(FileSystemException.class, () -> Sources.open(path, access));
            assertFalse(refusal.getMessage().contains("regular file"), refusal.getMessage());
            assertTrue(refusal.getMessage().startsWith(path.toString()), refusal.getMessage());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatTellsNoSizeIsNotCalledEmpty(Access access) {
        Path status = Path.of("/proc/self/status");
        assumeTrue(Files.exists(status), "no /proc here");
        IOException refusal = assertThrows(FileSystemException.class, () -> Sources.open(status, access));
        assertTrue(refusal.getMessage().contains("pass it as a stream"), refusal.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void aFileInAZipIsRead(Access access) throws IOException {
        byte[] bytes = new byte[1_000_000];
        new Random(1).nextBytes(bytes);
        Path zip = folder.resolve("captures.zip");
        try (FileSystem files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            Path packed = Files.write(files.getPath("/packed"), bytes);
            try (Source source = Sources.open(packed, access)) {
                assertEquals(bytes.length, source.size());
                assertEquals(4, source.require(700_000, 4));
                assertEquals(
                        ByteBuffer.wrap(bytes).getInt(700_000), source.window().getInt(source.indexOf(700_000)));
            }
            assertThrows(NoSuchFileException.class, () -> Sources.open(files.getPath("/none"), access));
            assertThrows(FileSystemException.class, () -> Sources.open(files.getPath("/"), access));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFifoIsRefusedWithoutWaitingForAWriter(Access access) throws Exception {
        Path fifo = folder.resolve("fifo");
        assumeTrue(makesFifo(fifo), "no mkfifo here");
        IOException refusal = assertTimeoutPreemptively(
                ofSeconds(20), () -> assertThrows(IOException.class, () -> Sources.open(fifo, access)));
        assertTrue(refusal.getMessage().contains("stream"), "what to do instead: " + refusal.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void aLinkToAFileIsTheFile(Access access) throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[5]);
        try (Source source = Sources.open(Files.createSymbolicLink(folder.resolve("link"), file), access)) {
            assertEquals(5, source.size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyFileHasNothingToRead(Access access) throws IOException {
        try (Source source = Sources.open(Files.createFile(folder.resolve("empty")), access)) {
            assertEquals(0, source.require(0, 8));
            assertEquals(0, source.size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatGrowsIsReadToTheSizeItHad(Access access) throws IOException {
        Path file = Files.write(folder.resolve("growing"), new byte[100]);
        try (Source source = Sources.open(file, access)) {
            Files.write(file, new byte[100], StandardOpenOption.APPEND);
            assertEquals(100, source.require(0, 150));
            assertEquals(100, source.size());
            assertEquals(Ending.WHOLE, source.ending());
        }
    }

    @Test
    void aFileThatIsShortenedEndsWhereItEndsNow() throws IOException {
        Path file = Files.write(folder.resolve("shrinking"), new byte[1000]);
        try (Source source = new ReadSource(FileChannel.open(file, StandardOpenOption.READ), 64)) {
            assertEquals(20, source.require(0, 20));
            assertEquals(Ending.WHOLE, source.ending());
            try (FileChannel other = FileChannel.open(file, StandardOpenOption.WRITE)) {
                other.truncate(100);
            }
            assertEquals(20, source.require(80, 200));
            assertEquals(Ending.SHORTENED, source.ending());
            assertEquals(0, source.require(500, 10));
            assertEquals(Ending.SHORTENED, source.ending());
        }
    }

    @Test
    void aRangeLargerThanTheBufferMakesItGrowAndKeepsWhatItHeld() throws IOException {
        byte[] counting = new byte[200];
        for (int i = 0; i < counting.length; i++) {
            counting[i] = (byte) i;
        }
        try (Source source = new StreamSource(new ByteArrayInputStream(counting), 16)) {
            source.require(0, 16);
            assertEquals(150, source.require(5, 150));
            assertEquals(5, source.window().get(source.indexOf(5)));
            assertEquals((byte) 154, source.window().get(source.indexOf(154)));
        }
    }

    /** Trap 38. */
    @Test
    void aPromiseOfManyBytesAllocatesNoMoreThanThoseThatCome() throws IOException {
        try (Source source = new StreamSource(new ByteArrayInputStream(new byte[1000]), 64)) {
            assertEquals(1000, source.require(0, 128 << 20));
            assertTrue(source.window().capacity() <= 1 << 16, () -> source.window() + " for 1,000 bytes");
        }
        Path file = Files.write(folder.resolve("small"), new byte[1000]);
        try (Source source = new ReadSource(FileChannel.open(file, StandardOpenOption.READ), 64)) {
            assertEquals(1000, source.require(0, 128 << 20));
            assertTrue(source.window().capacity() <= 1 << 16, () -> source.window() + " for 1,000 bytes");
        }
    }

    @Test
    void bytesInMemoryAreReadFromPositionToLimitAndLeftAlone() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(new byte[] {9, 1, 2, 3, 9}).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(1).limit(4);
        Source source = Sources.of(bytes);
        assertEquals(3, source.require(0, 10));
        assertEquals(0x0102, source.window().getShort(source.indexOf(0)), "big-endian, whatever the buffer was");
        assertEquals(1, bytes.position());
        assertEquals(4, bytes.limit());
        assertSame(ByteOrder.LITTLE_ENDIAN, bytes.order());
    }

    @Test
    void closingAStreamSourceClosesTheStream() throws IOException {
        boolean[] closed = new boolean[1];
        InputStream stream = new ByteArrayInputStream(new byte[3]) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        Sources.of(stream).close();
        assertTrue(closed[0]);
    }

    private static boolean makesFifo(Path path) throws InterruptedException {
        try {
            return new ProcessBuilder("mkfifo", path.toString()).start().waitFor() == 0;
        } catch (IOException notHere) {
            return false;
        }
    }
}
