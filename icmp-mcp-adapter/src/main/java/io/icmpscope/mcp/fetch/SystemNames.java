package io.icmpscope.mcp.fetch;

import io.icmpscope.mcp.access.HostNames;
import io.icmpscope.mcp.call.Call;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The addresses of hosts as the system knows them. A look-up cannot be interrupted, so that it goes on in a thread of its
 * own, one of few, when nobody waits for it any more. Thread-safe.
 */
final class SystemNames implements HostNames {

    private static final int MOST = 4;
    private static final long KEEP_SECONDS = 10;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            MOST, MOST, KEEP_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), SystemNames::thread);

    SystemNames() {
        threads.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable lookUp) {
        Thread thread = new Thread(lookUp, "host names");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public List<InetAddress> addresses(String host, Call call) throws UnknownHostException {
        CompletableFuture<List<InetAddress>> found = new CompletableFuture<>();
        Runnable lookUp = () -> lookUp(host, found);
        threads.execute(lookUp);
        call.onStop(() -> {
            threads.remove(lookUp); // so that what waits is bounded by the calls
            found.cancel(false);
        });
        try {
            return found.get();
        } catch (ExecutionException unknown) {
            throw new UnknownHostException();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private static void lookUp(String host, CompletableFuture<List<InetAddress>> found) {
        try {
            if (!found.isDone()) {
                found.complete(List.of(InetAddress.getAllByName(host)));
            }
        } catch (UnknownHostException | RuntimeException unknown) {
            found.completeExceptionally(unknown);
        }
    }
}
