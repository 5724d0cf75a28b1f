package io.icmpscope.mcp.server;

import io.icmpscope.mcp.call.Call;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that requests are answered on: tool calls have their own, so that calls that last or wait keep no other
 * request from its answer. What waits is bounded. Thread-safe.
 */
public final class RequestThreads {

    /** How many tool calls are at work, or wait for the disk, the net or a place to read at. */
    public static final int CALLS = 32;

    /** How many more requests of either kind may wait. */
    public static final int WAITING = 256;

    /** What a client hears when too many wait already. */
    public static final String FULL = "Too many requests wait already; ask again when some are answered";

    private static final long IDLE_SECONDS = 10;

    private final ThreadPoolExecutor calls = threads("call", CALLS);
    private final ThreadPoolExecutor others = threads("request", 1);

    /** Begins with none. */
    public RequestThreads() {}

    /**
     * Answers a tool call. One that is cancelled before its turn comes leaves the queue at once.
     *
     * @param call what is cancelled
     * @param work the answering
     * @param given what to do when it was cancelled instead
     * @throws java.util.concurrent.RejectedExecutionException when too many wait already
     */
    public void call(Call call, Runnable work, Runnable given) {
        calls.execute(work);
        call.onStop(() -> {
            if (call.end() == Call.End.CANCELLED && calls.remove(work)) {
                given.run();
            }
        });
    }

    /**
     * Answers another request.
     *
     * @param work the answering
     * @throws java.util.concurrent.RejectedExecutionException when too many wait already
     */
    public void other(Runnable work) {
        others.execute(work);
    }

    private static ThreadPoolExecutor threads(String name, int count) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                count, count, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
