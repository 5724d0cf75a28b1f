package io.icmpscope.internal.capture;

import java.nio.ByteBuffer;

/** One captured frame, in place: filled anew by each {@link CaptureReader#next}, valid until the next call. */
public final class Frame {

    /** The time of a frame that has none. */
    public static final long NO_TIME = Long.MIN_VALUE;

    ByteBuffer bytes = ByteBuffer.allocate(0);
    int start;
    int end;
    long wireBytes;
    long timeNanos = NO_TIME;
    int linkType;
    int fcsBytes;
    long number;

    /** Makes a frame that is still empty. */
    public Frame() {}

    /**
     * Returns the buffer that the frame lies in.
     *
     * @return big-endian, read by absolute index
     */
    public ByteBuffer bytes() {
        return bytes;
    }

    /**
     * Returns where the frame begins in {@link #bytes}.
     *
     * @return an index
     */
    public int start() {
        return start;
    }

    /**
     * Returns one past the frame's last captured byte in {@link #bytes}.
     *
     * @return an index
     */
    public int end() {
        return end;
    }

    /**
     * Returns how many bytes of the frame were captured.
     *
     * @return bytes
     */
    public int capturedBytes() {
        return end - start;
    }

    /**
     * Returns how long the frame was on the wire.
     *
     * @return bytes, at least the captured ones
     */
    public long wireBytes() {
        return wireBytes;
    }

    /**
     * Returns when the frame was captured.
     *
     * @return nanoseconds since 1970-01-01T00:00Z, or {@link #NO_TIME}
     */
    public long timeNanos() {
        return timeNanos;
    }

    /**
     * Returns what the frame begins with.
     *
     * @return a LINKTYPE number
     */
    public int linkType() {
        return linkType;
    }

    /**
     * Returns how many bytes of frame check sequence end the frame, as far as the capture says.
     *
     * @return bytes, 0 when the capture says nothing
     */
    public int fcsBytes() {
        return fcsBytes;
    }

    /**
     * Returns the frame's position in the capture.
     *
     * @return counted from 1
     */
    public long number() {
        return number;
    }
}
