package io.icmpscope.bench;

import java.io.IOException;

/** Packets that can be written, and the truth about them. The same traffic can be written only once. */
interface Traffic {

    /** When captures begin, in microseconds since 1970. */
    long START_MICROS = 1_750_000_000_000_000L;

    /** Writes all packets in the order of their times. */
    Truth writeTo(CaptureWriter out) throws IOException;
}
