package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** One protocol header: how to get past it. Implementations keep no state. */
@FunctionalInterface
public interface Header {

    /**
     * Moves the cursor from the first byte of the header to what follows it, and notes what follows.
     *
     * @param bytes where the header lies, big-endian
     * @param cursor at the first byte of the header; unchanged but for its notes when there is a fault
     * @return {@link Fault#NONE}, or why the header could not be passed
     */
    Fault read(ByteBuffer bytes, Cursor cursor);
}
