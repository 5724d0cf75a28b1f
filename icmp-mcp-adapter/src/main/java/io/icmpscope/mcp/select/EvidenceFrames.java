package io.icmpscope.mcp.select;

import io.icmpscope.report.Finding;
import io.icmpscope.report.PacketEntry;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The frames that show some findings, as far as the findings name them, while a capture goes by. For one thread. */
public final class EvidenceFrames {

    private final Set<Long> frames = new HashSet<>();
    private final Set<Long> missing = new HashSet<>();
    private long last;

    /**
     * Looks for the frames of some findings.
     *
     * @param findings the findings
     */
    public EvidenceFrames(Collection<Finding> findings) {
        findings.forEach(finding -> frames.addAll(finding.evidence().frames()));
        missing.addAll(frames);
        frames.forEach(frame -> last = Math.max(last, frame));
    }

    /**
     * Says whether a message is in one of the frames, or was joined from one; remembers that it came by.
     *
     * @param packet the message
     * @return whether it is
     */
    public boolean see(PacketEntry packet) {
        boolean shows = frames.contains(packet.frameNumber());
        missing.remove(packet.frameNumber());
        for (Long fragment : packet.fragments()) {
            shows |= frames.contains(fragment);
            missing.remove(fragment);
        }
        return shows;
    }

    /**
     * Says whether all frames have come by, so that there is no need to read on.
     *
     * @param frame the frame that was read last
     * @return whether nothing can come any more
     */
    boolean arePast(long frame) {
        return missing.isEmpty() && frame > last;
    }

    /**
     * Returns how many of the frames hold none of the messages that came by.
     *
     * @return frames
     */
    public int missing() {
        return missing.size();
    }
}
