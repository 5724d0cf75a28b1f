package io.icmpscope;

import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Who does the work of an analysis: the calling thread, and others that help it. The report is the same whoever does it, but
 * that more threads remember more of what is remembered for a time only, where {@code limitsHit} says that it was too much.
 * Several threads help with one large capture of known length, such as a file; several captures, streams and compressed files
 * are read by the calling thread alone. Immutable, for any number of analyses.
 */
public final class Workers {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final int threads;
    private final @Nullable Executor executor;

    private Workers(int threads, @Nullable Executor executor) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads);
        }
        this.threads = threads;
        this.executor = executor;
    }

    /**
     * As many threads as there are processors, the default.
     *
     * @return workers that are made for each analysis and are gone when it ends
     */
    public static Workers processors() {
        return threads(Runtime.getRuntime().availableProcessors());
    }

    /**
     * Some threads, the calling one included.
     *
     * @param threads at least 1, which is the calling one alone
     * @return workers that are made for each analysis and are gone when it ends
     * @throws IllegalArgumentException when there are fewer than 1
     */
    public static Workers threads(int threads) {
        return new Workers(threads, null);
    }

    /**
     * The calling thread, and those of an executor that have time. When they have none, because the executor is busy, refuses
     * work or is shut down, the calling thread does all. Threads of the executor are not to be interrupted meanwhile, as by
     * {@code shutdownNow}: with {@link io.icmpscope.report.Access#READ} that may close the file for all, and the analysis ends
     * with a {@link java.nio.channels.ClosedChannelException}. The same goes for the calling thread, whose interruption ends an
     * analysis with an {@link java.io.IOException} when it waits or reads.
     *
     * @param executor gives some threads, for short tasks; never shut down by the analysis, which leaves nothing running in it
     * @param threads how many work at the same time, the calling one included; at least 1
     * @return the workers
     * @throws IllegalArgumentException when there are fewer than 1
     */
    public static Workers of(Executor executor, int threads) {
        return new Workers(threads, Objects.requireNonNull(executor, "executor"));
    }

    int threads() {
        return threads;
    }

    /** Work that needs helpers. */
    interface Work<T, E extends Exception> {
        T with(Executor executor) throws E;
    }

    /** Does some work with the helpers; those that were made for it are gone afterwards. */
    <T, E extends Exception> T run(Work<T, E> work) throws E {
        if (executor != null) {
            return work.with(executor);
        }
        Queue<Thread> helpers = new ConcurrentLinkedQueue<>();
        ExecutorService own = new ThreadPoolExecutor(
                threads - 1, threads - 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread helper = thread(task);
                    helpers.add(helper);
                    return helper;
                });
        try {
            return work.with(own);
        } finally {
            own.shutdown();
            end(helpers);
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "icmpscope-" + NUMBER.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** Waits for idle threads to be gone, whatever interrupts: their executor says that it has ended while the last still ends. */
    private static void end(Queue<Thread> helpers) {
        boolean interrupted = false;
        Thread helper = helpers.poll();
        while (helper != null) {
            try {
                helper.join();
                helper = helpers.poll();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
