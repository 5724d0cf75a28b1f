package io.icmpscope.internal.capture;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

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

    @Nullable
    String file;

    long numberInFile; // 0 when it is the number
    int capture;

    /** Makes a frame that is still empty. */
    public Frame() {}

    void pointAt(Frame other) {
        bytes = other.bytes;
        start = other.start;
        end = other.end;
        wireBytes = other.wireBytes;
        timeNanos = other.timeNanos;
        linkType = other.linkType;
        fcsBytes = other.fcsBytes;
    }

    /**
     * Makes a frame that stays as this one is now, for as long as its bytes do.
     *
     * @return a copy that points at the same bytes
     */
    public Frame copy() {
        Frame copy = new Frame();
        copy.pointAt(this);
        copy.number = number;
        copy.file = file;
        copy.numberInFile = numberInFile;
        copy.capture = capture;
        return copy;
    }

    /**
     * Renumbers the frame.
     *
     * @param position in the capture, counted from 1
     */
    public void number(long position) {
        number = position;
    }

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
     * Returns the frame's position in the capture, or in the timeline of several.
     *
     * @return counted from 1
     */
    public long number() {
        return number;
    }

    /**
     * Returns the frame's position in its own capture.
     *
     * @return counted from 1
     */
    public long numberInFile() {
        return numberInFile == 0 ? number : numberInFile;
    }

    /**
     * Returns which of several captures the frame is from.
     *
     * @return its name, or null when there is only one
     */
    public @Nullable String file() {
        return file;
    }

    /**
     * Returns which of several captures the frame is from.
     *
     * @return an index into {@link Frames#captures}
     */
    public int capture() {
        return capture;
    }
}
