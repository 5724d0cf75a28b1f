package io.icmpscope.mcp.call;

import java.time.Duration;

/** Says when it is time to tell something again: after each second. For one thread. */
final class Pace {

    private static final long EVERY_NANOS = Duration.ofSeconds(1).toNanos();

    private long last = System.nanoTime();

    boolean isTime() {
        long now = System.nanoTime();
        if (now - last < EVERY_NANOS) {
            return false;
        }
        last = now;
        return true;
    }
}
