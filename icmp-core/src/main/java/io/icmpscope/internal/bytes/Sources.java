package io.icmpscope.internal.bytes;

import io.icmpscope.report.Access;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/** The ways in to the bytes of a capture. */
public final class Sources {

    /** Measured: 64 to 256 KiB beat larger buffers. */
    private static final int BUFFER_BYTES = 256 << 10;

    /** Large enough to map seldom, small enough for an {@code int} index. */
    private static final long WINDOW_BYTES = 1L << 30;

    private Sources() {}

    /**
     * Opens a regular file. One of another file system than the default, such as one in a zip, is never mapped; where such a
     * file system has no positional reads either, it is read as a stream.
     *
     * @param path the file
     * @param access how to reach its bytes
     * @return the open source
     * @throws IOException when it is missing, not a regular file or not readable
     */
    public static Source open(Path path, Access access) throws IOException {
        demandFile(path); // before opening: opening a FIFO would block for ever
        boolean isOfSystem = path.getFileSystem() == FileSystems.getDefault();
        FileChannel file;
        try {
            file = FileChannel.open(path, StandardOpenOption.READ);
        } catch (UnsupportedOperationException noChannels) {
            return of(Files.newInputStream(path));
        }
        try {
            return access == Access.MAPPED && isOfSystem
                    ? new MappedSource(file, WINDOW_BYTES)
                    : new ReadSource(file, BUFFER_BYTES);
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    /** What is missing, not to be reached, or a circle of links, is told by the file system. */
    private static void demandFile(Path path) throws IOException {
        BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
        if (found.isDirectory()) {
            Path named =
                    path.toString().isEmpty() ? path.toAbsolutePath() : path; // an empty path is the working directory
            throw new FileSystemException(named.toString(), null, "a directory, not a capture file");
        }
        if (!found.isRegularFile()) {
            throw new FileSystemException(
                    path.toString(), null, "not a regular file; pass a pipe or device as a stream");
        }
        if (found.size() == 0 && path.toAbsolutePath().startsWith("/proc")) {
            throw new FileSystemException(
                    path.toString(), null, "its size is told as 0, as of all in /proc; pass it as a stream");
        }
    }

    /**
     * Reads a stream. Closing the source closes the stream.
     *
     * @param stream the bytes, from the start of the capture
     * @return the open source
     */
    public static Source of(InputStream stream) {
        return new StreamSource(stream, BUFFER_BYTES);
    }

    /**
     * Unpacks gzip data.
     *
     * @param packed the data, closed with the new source
     * @return the unpacked bytes
     * @throws IOException when its header is damaged
     */
    public static Source gunzip(Source packed) throws IOException {
        return new GzipSource(packed, BUFFER_BYTES);
    }

    /**
     * Reads bytes in memory, from the buffer's position to its limit, neither of which is changed.
     *
     * @param bytes the capture
     * @return the open source
     */
    public static Source of(ByteBuffer bytes) {
        return new BufferSource(bytes);
    }
}
