package io.icmpscope.fuzz;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs things one after the other on another thread, and does not wait for one that does not end. */
final class Watched {

    private final Duration limit;
    private Thread thread = new Thread();
    private ExecutorService executor = executor();

    Watched(Duration limit) {
        this.limit = limit;
    }

    /**
     * Runs something.
     *
     * @throws Throwable what it throws, or a {@link TimeoutException} with the stack that it was seen at last
     */
    <T> T call(Callable<T> what) throws Throwable {
        Future<T> result = executor.submit(what);
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException thrown) {
            throw thrown.getCause();
        } catch (TimeoutException endless) {
            endless.setStackTrace(thread.getStackTrace());
            executor = executor(); // the other thread is lost
            throw endless;
        }
    }

    private ExecutorService executor() {
        return Executors.newSingleThreadExecutor(task -> {
            thread = new Thread(task, "watched");
            thread.setDaemon(true);
            return thread;
        });
    }
}
