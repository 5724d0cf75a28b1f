package io.icmpscope.mcp.select;

import io.icmpscope.mcp.unpack.CapturePackets;
import io.icmpscope.report.PacketEntry;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The messages of a capture that a caller wants to see, one by one; reads no further than it must. For one thread. */
public final class SelectedPackets {

    private final CapturePackets packets;
    private final PacketFilter filter;
    private final @Nullable EvidenceFrames evidence;
    private final long after;
    private boolean ended;

    /**
     * Begins.
     *
     * @param packets all messages of the capture, from the first
     * @param filter which of them are wanted
     * @param evidence the frames of which one must hold them, or null
     * @param after the number of the last message that is not wanted any more
     */
    public SelectedPackets(CapturePackets packets, PacketFilter filter, @Nullable EvidenceFrames evidence, long after) {
        this.packets = packets;
        this.filter = filter;
        this.evidence = evidence;
        this.after = after;
    }

    /**
     * Goes on to the next one.
     *
     * @return the message, or null when there is none any more
     * @throws IOException when the capture cannot be read
     */
    public @Nullable PacketEntry next() throws IOException {
        while (!ended) {
            PacketEntry packet = packets.next();
            ended = packet == null || isPast(packet.frameNumber());
            if (packet != null && isWanted(packet)) {
                return packet;
            }
        }
        return null;
    }

    /** Frames come in the order of their numbers. */
    private boolean isPast(long frame) {
        return frame > filter.lastFrame() || (evidence != null && evidence.arePast(frame));
    }

    /** A page that begins behind a piece of evidence must know, too, that it came by. */
    private boolean isWanted(PacketEntry packet) {
        boolean shown = evidence == null || evidence.see(packet);
        return shown && packet.packetNumber() > after && filter.matches(packet);
    }
}
