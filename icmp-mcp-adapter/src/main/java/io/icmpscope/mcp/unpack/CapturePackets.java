package io.icmpscope.mcp.unpack;

import io.icmpscope.IcmpPackets;
import io.icmpscope.report.CaptureFacts;
import io.icmpscope.report.PacketEntry;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ICMP messages of a capture one by one, as {@link IcmpPackets} gives them. For one thread. */
public final class CapturePackets implements Closeable {

    private final IcmpPackets packets;
    private final Map<String, UnpackedBytes> unpacked;

    CapturePackets(IcmpPackets packets, Map<String, UnpackedBytes> unpacked) {
        this.packets = packets;
        this.unpacked = unpacked;
    }

    /**
     * Goes on to the next message.
     *
     * @return the message, or null at the end
     * @throws IOException when the capture cannot be read; damage is no reason
     */
    public @Nullable PacketEntry next() throws IOException {
        return packets.next();
    }

    /**
     * Returns how many frames were read so far, those without ICMP included.
     *
     * @return frames
     */
    public long totalPackets() {
        return packets.totalPackets();
    }

    /**
     * Returns how many ICMP messages were read so far.
     *
     * @return messages
     */
    public long icmpPackets() {
        return packets.icmpPackets();
    }

    /**
     * Returns what the capture is, as far as it was read; whole after {@link #next} returned null.
     *
     * @return the facts; of several captures those of the timeline
     */
    public CaptureFacts capture() {
        CaptureFacts read = packets.capture();
        if (packets.captures().isEmpty()) {
            for (UnpackedBytes only : unpacked.values()) {
                return only.describe(read);
            }
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        packets.close();
    }
}
