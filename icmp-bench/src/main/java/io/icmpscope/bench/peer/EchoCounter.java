package io.icmpscope.bench.peer;

import java.io.IOException;
import java.nio.file.Path;

/** Does the task with one library. */
interface EchoCounter {

    /**
     * Reads a capture to its end.
     *
     * @param capture a file that the library can read
     * @return the counts
     * @throws IOException when it cannot be read
     */
    EchoCounts count(Path capture) throws IOException;
}
