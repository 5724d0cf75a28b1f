package io.icmpscope;

import io.icmpscope.internal.packet.CaptureTotals;
import io.icmpscope.report.CaptureWarning;
import io.icmpscope.report.CaptureWarning.Code;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/**
 * What is known of some captures that were decoded together by {@link CaptureEvents}, beside their events: names, times, how
 * many frames and messages they have, what is damaged. A {@link TimelineOrder} puts several stretches in order.
 *
 * <p>Immutable. The serialized form can be read only by the version of this library that wrote it, and must be read only from
 * a source that is trusted.
 *
 * @serial exclude
 */
public final class CaptureStretch implements Serializable {

    private final List<CaptureTotals> captures;
    private final List<CaptureWarning> unreadable;
    private final long frames;
    private final long messages;
    private final boolean mayBringProbe;

    private CaptureStretch(
            List<CaptureTotals> captures,
            List<CaptureWarning> unreadable,
            long frames,
            long messages,
            boolean mayBringProbe) {
        this.captures = List.copyOf(captures);
        this.unreadable = List.copyOf(unreadable);
        this.frames = frames;
        this.messages = messages;
        this.mayBringProbe = mayBringProbe;
    }

    static CaptureStretch of(List<CaptureTotals> captures, long frames, long messages, boolean mayBringProbe) {
        return new CaptureStretch(captures, List.of(), frames, messages, mayBringProbe);
    }

    /**
     * Stands for a capture that could not be opened: it is missing, or it is no capture. The report is that of the others,
     * with a warning about this one.
     *
     * @param name the capture
     * @param why what the attempt threw
     * @return a stretch without frames
     */
    public static CaptureStretch unreadable(String name, IOException why) {
        String reason = why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
        CaptureWarning warning = new CaptureWarning(
                Code.UNREADABLE, 0, null, "The capture was passed over, as it could not be opened: " + reason, name);
        return new CaptureStretch(List.of(), List.of(warning), 0, 0, /* mayBringProbe= */ false);
    }

    /**
     * Returns the captures.
     *
     * @return their names, in the order of their timeline; none of what was {@linkplain #unreadable unreadable}
     */
    public List<String> names() {
        return captures.stream().map(CaptureTotals::name).toList();
    }

    List<CaptureTotals> captures() {
        return captures;
    }

    List<CaptureWarning> warnings() {
        return unreadable;
    }

    long frames() {
        return frames;
    }

    long messages() {
        return messages;
    }

    boolean mayBringProbe() {
        return mayBringProbe;
    }
}
