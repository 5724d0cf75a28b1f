package io.icmpscope.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Writes pcap with microseconds, as tcpdump does on a little-endian machine.
 *
 * @see <a href="https://www.ietf.org/archive/id/draft-ietf-opsawg-pcap-04.html">PCAP Capture File Format</a>
 */
final class PcapWriter extends CaptureWriter {

    private static final int MAGIC = 0xA1B2_C3D4;
    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private static final long MICROS = 1_000_000;

    PcapWriter(FileChannel file) throws IOException {
        super(file);
        ByteBuffer out = room(FILE_HEADER);
        out.putInt(MAGIC).putShort((short) 2).putShort((short) 4);
        out.putInt(0).putInt(0).putInt(SNAPLEN).putInt(ETHERNET);
    }

    @Override
    void putRecord(long timeMicros, ByteBuffer frame) throws IOException {
        int length = frame.remaining();
        ByteBuffer out = room(RECORD_HEADER + length);
        out.putInt((int) (timeMicros / MICROS)).putInt((int) (timeMicros % MICROS));
        out.putInt(length).putInt(length).put(frame);
    }
}
