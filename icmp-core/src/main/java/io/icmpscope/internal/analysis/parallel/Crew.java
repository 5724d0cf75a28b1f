package io.icmpscope.internal.analysis.parallel;

import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The calling thread and its helpers, who do tasks in the order in which they were given. Whoever waits for a task works
 * meanwhile: whatever the executor does, or does not, everything gets done.
 */
final class Crew implements AutoCloseable {

    private final Executor executor;
    private final int mostHelpers;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int helpers;
    private int running;
    private boolean closed;
    private @Nullable Throwable fault;

    /**
     * Makes a crew.
     *
     * @param threads how many work at the same time, the calling one included
     * @param executor where the others come from
     */
    Crew(int threads, Executor executor) {
        this.mostHelpers = threads - 1;
        this.executor = executor;
    }

    /** Gives a task to whoever has time. */
    void add(Runnable task) {
        synchronized (this) {
            waiting.add(task);
            notifyAll();
            if (helpers >= mostHelpers) {
                return;
            }
            helpers++;
        }
        try {
            executor.execute(this::help);
        } catch (RuntimeException | OutOfMemoryError refused) { // the latter when there is no thread to be had
            leave(); // we have to do without
        }
    }

    /** Helps, but not in a thread that is interrupted: reading there would close the file for all. */
    private void help() {
        Runnable task = nextOfHelper();
        while (task != null) {
            run(task);
            task = nextOfHelper();
        }
    }

    private @Nullable Runnable nextOfHelper() {
        if (Thread.currentThread().isInterrupted()) {
            leave();
            return null;
        }
        return next(/* elseLeaves= */ true);
    }

    private synchronized void leave() {
        helpers--;
    }

    private synchronized @Nullable Runnable next(boolean elseLeaves) {
        Runnable task = closed ? null : waiting.poll();
        if (task != null) {
            running++;
        } else if (elseLeaves) {
            helpers--;
        }
        return task;
    }

    private void run(Runnable task) {
        Throwable thrown = null;
        try {
            task.run();
        } catch (Throwable failed) { // is thrown again where it is waited for
            thrown = failed;
        }
        synchronized (this) {
            running--;
            fault = fault == null ? thrown : fault;
            notifyAll();
        }
    }

    /** Has who waits look again. */
    synchronized void tell() {
        notifyAll();
    }

    /** Works until something is so that a task brings about. */
    void workUntil(BooleanSupplier so) throws InterruptedIOException {
        while (!isSo(so)) {
            Runnable task = next(/* elseLeaves= */ false);
            if (task == null) {
                pause(so);
            } else {
                run(task);
            }
        }
    }

    private synchronized boolean isSo(BooleanSupplier so) {
        if (fault instanceof Error error) {
            throw error;
        }
        if (fault instanceof RuntimeException exception) {
            throw exception;
        }
        return so.getAsBoolean();
    }

    private synchronized void pause(BooleanSupplier so) throws InterruptedIOException {
        try {
            while (waiting.isEmpty() && fault == null && !so.getAsBoolean()) {
                wait();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /** Gives up what nobody has begun and waits for what is being done, so that nobody uses anything any more. */
    @Override
    public void close() {
        boolean interrupted = false;
        synchronized (this) {
            closed = true;
            waiting.clear(); // an executor that never ran us keeps us still
            while (running > 0) {
                try {
                    wait();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
