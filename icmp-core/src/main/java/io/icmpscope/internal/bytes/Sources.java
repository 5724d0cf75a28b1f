package io.icmpscope.internal.bytes;

import io.icmpscope.report.Access;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The ways in to the bytes of a capture. */
public final class Sources {

    /** Measured: 64 to 256 KiB beat larger buffers. */
    private static final int BUFFER_BYTES = 256 << 10;

    /** Large enough to map seldom, small enough for an {@code int} index. */
    private static final long WINDOW_BYTES = 1L << 30;

    private Sources() {}

    /**
     * Opens a regular file.
     *
     * @param path the file
     * @param access how to reach its bytes
     * @return the open source
     * @throws IOException when it is missing, not a regular file or not readable
     */
    public static Source open(Path path, Access access) throws IOException {
        if (!Files.isRegularFile(path)) { // asked before opening: opening a FIFO would block for ever
            if (Files.notExists(path)) {
                throw new NoSuchFileException(path.toString());
            }
            throw new FileSystemException(path.toString(), null, "not a regular file; pass a pipe as a stream");
        }
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return access == Access.MAPPED ? new MappedSource(file, WINDOW_BYTES) : new ReadSource(file, BUFFER_BYTES);
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw failure;
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
