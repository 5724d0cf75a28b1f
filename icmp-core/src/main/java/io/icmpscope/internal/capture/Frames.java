package io.icmpscope.internal.capture;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Frames one behind the other: those of one capture, or of several as one timeline. Not safe for use by several threads. */
public interface Frames extends Closeable {

    /**
     * Goes on to the next frame.
     *
     * @param frame where to note it
     * @return whether there was one
     * @throws IOException when the bytes cannot be read; damage is no reason
     */
    boolean next(Frame frame) throws IOException;

    /**
     * Passes over what lies behind the last frame, so that sizes are those of the whole. No frame follows.
     *
     * @throws IOException when the bytes cannot be read
     */
    void finish() throws IOException;

    /**
     * Returns where the frames come from, as far as it was read.
     *
     * @return the captures; {@link Frame#capture} is an index into them
     */
    List<CaptureStorage> captures();
}
