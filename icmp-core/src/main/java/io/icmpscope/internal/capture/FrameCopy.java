package io.icmpscope.internal.capture;

import java.io.Serializable;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A frame that outlives the window it was read from, and may be sent to another process. Immutable. */
public final class FrameCopy implements Serializable {

    private final byte[] bytes;
    private final long wireBytes;
    private final long timeNanos;
    private final int linkType;
    private final int fcsBytes;

    private FrameCopy(Frame frame) {
        bytes = new byte[frame.capturedBytes()];
        frame.bytes.get(frame.start, bytes);
        wireBytes = frame.wireBytes;
        timeNanos = frame.timeNanos;
        linkType = frame.linkType;
        fcsBytes = frame.fcsBytes;
    }

    /**
     * Copies a frame.
     *
     * @param frame the frame
     * @return its bytes, and what the capture says of them
     */
    public static FrameCopy of(Frame frame) {
        return new FrameCopy(frame);
    }

    /**
     * Points a frame at these bytes.
     *
     * @param frame is filled
     * @param number its position in the timeline, from 1
     * @param file its capture, or null when there is only one
     * @param numberInFile its position in that capture, from 1
     * @param capture the position of that capture among all, from 0
     */
    public void show(Frame frame, long number, @Nullable String file, long numberInFile, int capture) {
        frame.bytes = ByteBuffer.wrap(bytes);
        frame.start = 0;
        frame.end = bytes.length;
        frame.wireBytes = wireBytes;
        frame.timeNanos = timeNanos;
        frame.linkType = linkType;
        frame.fcsBytes = fcsBytes;
        frame.number = number;
        frame.file = file;
        frame.numberInFile = numberInFile;
        frame.capture = capture;
    }

    /**
     * Returns when the frame was captured.
     *
     * @return nanoseconds since 1970, or {@link Frame#NO_TIME}
     */
    public long timeNanos() {
        return timeNanos;
    }
}
