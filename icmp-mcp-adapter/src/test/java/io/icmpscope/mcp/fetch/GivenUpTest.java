package io.icmpscope.mcp.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.mcp.access.HostNames;
import io.icmpscope.mcp.call.Call;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever gives a download up has it ended, whatever it waits for: 200 ms are wanted, ten times that is the limit here. */
class GivenUpTest {
    private static final Duration PROMPT = Duration.ofSeconds(2);

    @TempDir
    private Path temporary;

    @Test
    void beforeItBegins() {
        Call call = new Call();
        call.cancel();
        ended(begin(new Fetching(temporary), "http://127.0.0.1:1/", call), call);
    }

    @Test
    void whileTheHostIsLookedUp() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        HostNames slow = (name, call) -> {
            CompletableFuture<List<InetAddress>> never = new CompletableFuture<>();
            call.onStop(() -> never.cancel(false));
            asked.countDown();
            return never.join();
        };
        Call call = new Call();
        Future download = begin(new Fetching(temporary).names(slow), "http://capture.example/", call);
        asked.await();
        ended(download, call);
    }

    @Test
    void whileItConnects() throws Exception {
        // As long as nobody accepts, a full queue leaves further connections waiting.
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            List<Socket> queue = fill(full);
            for (int addresses = 1; addresses <= 2; addresses++) {
                List<InetAddress> all = List.of(InetAddress.getByName("127.0.0.1"), InetAddress.getByName("127.0.0.1"));
                List<InetAddress> some = all.subList(0, addresses);
                Call call = new Call();
                Future download = begin(
                        new Fetching(temporary).names((name, of) -> some).idle(Fetching.HANG),
                        "http://capture.example:" + full.getLocalPort() + "/",
                        call);
                Thread.sleep(300); // nothing tells from outside that it connects
                assertTrue(!download.result.isDone(), "it waits for a connection");
                ended(download, call);
            }
            for (Socket socket : queue) {
                socket.close();
            }
        }
    }

    @Test
    void whileTheHostThinksOrSends() throws Exception {
        for (String sent :
                List.of("", "HTTP/1.1 200 OK\r\nContent-", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc")) {
            CountDownLatch asked = new CountDownLatch(1);
            try (LoopbackHost host = LoopbackHost.start((path, out) -> {
                out.write(LoopbackHost.text(sent));
                asked.countDown();
                Thread.sleep(60_000);
            })) {
                Call call = new Call();
                Future download = begin(new Fetching(temporary), host.url("/"), call);
                asked.await();
                Thread.sleep(100); // for what was sent to be read
                assertTrue(!download.result.isDone(), "it waits for more");
                ended(download, call);
            }
        }
    }

    @Test
    void whileItWaitsForAPlace() throws Exception {
        try (LoopbackHost host = LoopbackHost.start((path, out) -> out.write(LoopbackHost.ok(new byte[5])))) {
            Fetching fetching = new Fetching(temporary);
            CaptureLocator locator = fetching.locator();
            List<LocatedCapture> kept = new ArrayList<>();
            for (int place = 0; place < Downloads.PLACES; place++) {
                kept.add(locator.locate(host.url("/"), new Call()));
            }
            assertEquals(Downloads.PLACES, fetching.files().size());
            Call given = new Call();
            Future waits = begin(locator, host.url("/"), given);
            Future next = begin(locator, host.url("/"), new Call());
            Thread.sleep(200);
            assertEquals(Downloads.PLACES, host.requests().size(), "no more are downloaded than there are places");
            given.cancel();
            assertTimeoutPreemptively(PROMPT, waits::cancelled);
            kept.get(0).close();
            assertTimeoutPreemptively(Fetching.HANG, () -> next.result.get().close());
            for (LocatedCapture capture : kept) {
                capture.close();
            }
            fetching.nothingIsLeft();
        }
    }

    private void ended(Future download, Call call) {
        call.cancel();
        assertTimeoutPreemptively(PROMPT, download::cancelled);
        new Fetching(temporary).nothingIsLeft();
    }

    private static Future begin(Fetching fetching, String url, Call call) {
        return begin(fetching.locator(), url, call);
    }

    private static Future begin(CaptureLocator locator, String url, Call call) {
        Future future = new Future(new CompletableFuture<>());
        Thread thread = new Thread(() -> {
            try {
                future.result.complete(locator.locate(url, call));
            } catch (Exception failure) {
                future.result.completeExceptionally(failure);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return future;
    }

    private record Future(CompletableFuture<LocatedCapture> result) {
        void cancelled() throws Exception {
            try {
                throw new AssertionError(result.get().name());
            } catch (CancellationException stopped) {
                // as it should
            } catch (ExecutionException failure) {
                assertEquals(CancellationException.class, failure.getCause().getClass(), failure::toString);
            }
        }
    }

    private static List<Socket> fill(ServerSocket full) throws IOException {
        List<Socket> queue = new ArrayList<>();
        while (queue.size() < 20) {
            Socket socket = new Socket();
            queue.add(socket);
            try {
                socket.connect(
                        new InetSocketAddress("127.0.0.1", full.getLocalPort()),
                        (int) TimeUnit.SECONDS.toMillis(1) / 4);
            } catch (SocketTimeoutException filled) {
                return queue;
            }
        }
        throw new AssertionError("the queue has no end");
    }
}
