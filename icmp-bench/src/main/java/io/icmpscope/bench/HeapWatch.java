package io.icmpscope.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.concurrent.TimeUnit;

/**
 * Collects garbage over and over while something runs, and tells how much of the heap was in use after a collection, at most.
 * What runs gets five sixths of the time.
 */
final class HeapWatch implements AutoCloseable {

    private static final long SHORTEST_PAUSE = 20_000_000; // nanoseconds
    private static final int PAUSES = 5; // as long as a collection

    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private final Thread thread = new Thread(this::watch, "heap watch");
    private volatile boolean ended;
    private volatile long most;

    private HeapWatch() {}

    static HeapWatch start() {
        HeapWatch watch = new HeapWatch();
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    private void watch() {
        while (!ended) {
            long begin = System.nanoTime();
            collect();
            long took = System.nanoTime() - begin;
            try {
                TimeUnit.NANOSECONDS.sleep(Math.max(SHORTEST_PAUSE, PAUSES * took));
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    private synchronized void collect() {
        memory.gc();
        most = Math.max(most, memory.getHeapMemoryUsage().getUsed());
    }

    /** Bytes in use, at most, so far. */
    long most() {
        collect();
        return most;
    }

    @Override
    public void close() {
        ended = true;
        thread.interrupt();
    }
}
