package io.icmpscope.internal.capture;

import org.jspecify.annotations.Nullable;

/** An interface as the capture describes it, and how to read the frames that came from it. */
public final class CaptureInterfaceNote {

    final int linkType;
    final long snaplen;
    int fcsBytes;
    TimeScale time = TimeScale.MICROSECONDS;

    @Nullable
    String name;

    @Nullable
    String filter;

    @Nullable
    Long received;

    @Nullable
    Long dropped;

    CaptureInterfaceNote(int linkType, long snaplen) {
        this.linkType = linkType;
        this.snaplen = snaplen;
    }

    /** How many characters its name and its filter have. */
    int textLength() {
        return (name == null ? 0 : name.length()) + (filter == null ? 0 : filter.length());
    }

    /**
     * Returns what its frames begin with.
     *
     * @return a LINKTYPE number
     */
    public int linkType() {
        return linkType;
    }

    /**
     * Returns how many bytes of a frame are kept at most.
     *
     * @return bytes, 0 for no limit
     */
    public long snaplen() {
        return snaplen;
    }

    /**
     * Returns what the capturing system called it.
     *
     * @return untrusted text, or null
     */
    public @Nullable String name() {
        return name;
    }

    /**
     * Returns the capture filter that was set.
     *
     * @return untrusted text, or null
     */
    public @Nullable String filter() {
        return filter;
    }

    /**
     * Returns how many packets it received.
     *
     * @return the newest statistic, or null
     */
    public @Nullable Long received() {
        return received;
    }

    /**
     * Returns how many packets were lost for want of buffers.
     *
     * @return the newest statistic, or null
     */
    public @Nullable Long dropped() {
        return dropped;
    }
}
