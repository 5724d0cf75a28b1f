package io.icmpscope.mcp.call;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Places at which work is done, fewer than there can be calls: who finds none free waits. Thread-safe. */
public final class Places {

    private static final long LOOK_MILLIS = 50; // how often who waits looks whether the call was given up

    private final Semaphore free;

    /**
     * Begins with all places free.
     *
     * @param count how many there are, at least 1
     */
    public Places(int count) {
        this.free = new Semaphore(count, /* fair= */ true);
    }

    /**
     * Takes a place, as soon as one is free.
     *
     * @param call who wants it
     * @throws CancellationException when nobody waits for the call any more
     */
    public void take(Call call) {
        try {
            while (!free.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                call.check();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    /** Leaves a place that was taken. */
    public void leave() {
        free.release();
    }
}
