package io.icmpscope.internal.capture;

import io.icmpscope.internal.bytes.Source;
import java.io.IOException;

/**
 * One of several captures, not opened yet.
 *
 * @param name what its frames and warnings call it
 * @param opening opens it at its first byte
 * @param reopens whether it can be opened again after it was closed, as a file can and a stream cannot
 */
public record CaptureInput(String name, Opening opening, boolean reopens) {

    /** Gives the bytes of a capture. */
    public interface Opening {

        /**
         * Opens the capture.
         *
         * @return its bytes from the first one
         * @throws IOException when it is missing or cannot be read
         */
        Source open() throws IOException;
    }
}
