package io.icmpscope.internal.packet;

import io.icmpscope.internal.capture.Frame;
import io.icmpscope.report.CaptureFacts;
import io.icmpscope.report.CaptureFile;
import java.io.Serializable;
import java.util.Comparator;

/**
 * What a capture is that was read with some others, before it is known what stands before it in the timeline. Immutable.
 */
public final class CaptureTotals implements Serializable {

    /** As in a timeline: those without frames behind the others. */
    public static final Comparator<CaptureTotals> CANONICAL = Comparator.comparing(CaptureTotals::isEmpty)
            .thenComparing(CaptureTotals::firstFrameNanos)
            .thenComparing(CaptureTotals::name);

    private final String name;
    private final CaptureFacts facts;
    private final FrameTally tally;

    CaptureTotals(String name, CaptureFacts facts, FrameTally tally) {
        this.name = name;
        this.facts = facts;
        this.tally = tally;
    }

    /**
     * Returns what the capture is called.
     *
     * @return its name
     */
    public String name() {
        return name;
    }

    /**
     * Says whether it has no frames.
     *
     * @return whether there is none
     */
    public boolean isEmpty() {
        return tally.frames() == 0;
    }

    /**
     * Returns the time of its first frame.
     *
     * @return nanoseconds since 1970, or {@link Frame#NO_TIME} when that frame has none
     */
    public long firstFrameNanos() {
        return tally.firstFrameNanos();
    }

    /**
     * Returns the latest time of a frame.
     *
     * @return nanoseconds since 1970, or {@link Frame#NO_TIME} when no frame has one
     */
    public long lastTimeNanos() {
        return tally.lastTimeNanos();
    }

    /**
     * Returns the facts.
     *
     * @param incompleteFragments first fragments of messages whose rest is in no capture
     * @return what is known of the capture
     */
    public CaptureFacts facts(long incompleteFragments) {
        return facts.withIncompleteFragments(incompleteFragments);
    }

    /**
     * Returns the capture as one of several.
     *
     * @param framesBefore how many frames stand before those that it was read with
     * @param incompleteFragments first fragments of messages whose rest is in no capture
     * @return the capture in its timeline
     */
    public CaptureFile file(long framesBefore, long incompleteFragments) {
        long first = isEmpty() ? 0 : tally.firstFrame() + framesBefore;
        return new CaptureFile(name, first, tally.frames(), facts(incompleteFragments));
    }

    /**
     * Returns in which order its frames came.
     *
     * @param alone whether it is the only capture
     * @param framesBefore how many frames stand before those that it was read with
     * @return the order, with the frame numbers of the timeline
     */
    public FrameOrder order(boolean alone, long framesBefore) {
        return tally.order(alone ? null : name, framesBefore);
    }
}
