package io.icmpscope.mcp.select;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32;

/**
 * By what a capture is known again: its length, its beginning and its end. The name and the time of the file do not count,
 * since a capture behind a URL is a new file for each call.
 */
public final class CaptureSum {

    private static final int LOOKED_AT = 4 << 10; // bytes at either end

    private CaptureSum() {}

    /**
     * Sums a capture up.
     *
     * @param capture a regular file
     * @return the same as long as it does not change
     * @throws IOException when it cannot be read
     */
    public static int of(Path capture) throws IOException {
        try (FileChannel file = FileChannel.open(capture)) {
            long size = file.size();
            CRC32 crc = new CRC32();
            crc.update(ByteBuffer.allocate(Long.BYTES).putLong(0, size));
            add(crc, file, 0);
            add(crc, file, Math.max(0, size - LOOKED_AT));
            return (int) crc.getValue();
        }
    }

    private static void add(CRC32 crc, FileChannel file, long from) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LOOKED_AT);
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = file.read(bytes, from + bytes.position());
        }
        crc.update(bytes.flip());
    }
}
