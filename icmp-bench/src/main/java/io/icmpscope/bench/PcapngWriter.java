package io.icmpscope.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Writes pcapng of one section with one interface, times in microseconds, which is the format's default.
 *
 * @see <a href="https://www.ietf.org/archive/id/draft-ietf-opsawg-pcapng-02.html">PCAP Next Generation</a>
 */
final class PcapngWriter extends CaptureWriter {

    private static final int SECTION_HEADER = 0x0A0D_0D0A; // block types
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int ENHANCED_PACKET = 6;

    private static final int BYTE_ORDER_MAGIC = 0x1A2B_3C4D;
    private static final int SECTION_BYTES = 28;
    private static final int INTERFACE_BYTES = 20;
    private static final int PACKET_BYTES = 32; // without the captured ones
    private static final long LENGTH_UNKNOWN = -1;

    PcapngWriter(FileChannel file) throws IOException {
        super(file);
        ByteBuffer out = room(SECTION_BYTES + INTERFACE_BYTES);
        out.putInt(SECTION_HEADER).putInt(SECTION_BYTES);
        out.putInt(BYTE_ORDER_MAGIC).putShort((short) 1).putShort((short) 0).putLong(LENGTH_UNKNOWN);
        out.putInt(SECTION_BYTES);
        out.putInt(INTERFACE_DESCRIPTION).putInt(INTERFACE_BYTES);
        out.putShort((short) ETHERNET).putShort((short) 0).putInt(SNAPLEN);
        out.putInt(INTERFACE_BYTES);
    }

    @Override
    void putRecord(long timeMicros, ByteBuffer frame) throws IOException {
        int length = frame.remaining();
        int padding = -length & 3;
        int block = PACKET_BYTES + length + padding;
        ByteBuffer out = room(block);
        out.putInt(ENHANCED_PACKET).putInt(block);
        out.putInt(0).putInt((int) (timeMicros >>> 32)).putInt((int) timeMicros);
        out.putInt(length).putInt(length).put(frame);
        for (int i = 0; i < padding; i++) {
            out.put((byte) 0);
        }
        out.putInt(block);
    }
}
