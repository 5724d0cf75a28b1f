package io.icmpscope.mcp.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.mcp.call.Call;
import io.icmpscope.mcp.server.IcmpServer;
import io.icmpscope.mcp.server.RequestThreads;
import io.modelcontextprotocol.server.McpServer.SyncSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls while they run, on a tool that works until it is told to stop. */
class ConversationsTest {
    private static final Duration HANG = Duration.ofSeconds(60);

    private final BlockingQueue<Call> begun = new LinkedBlockingQueue<>();
    private final BlockingQueue<Call.End> ended = new LinkedBlockingQueue<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        HttpOptions http = new HttpOptions("127.0.0.1", InetAddress.getLoopbackAddress(), 0, List.of(), null);
        server = HttpServer.start(http, Duration.ofMinutes(5), this::offer);
    }

    @AfterEach
    void stop() {
        release.countDown();
        server.close(Duration.ofSeconds(1));
    }

    @Test
    void progressComesBeforeTheResult() {
        assertTimeoutPreemptively(HANG, () -> {
            Asked client = Asked.welcomed(server.address());
            Iterator<String> events = events(client.stream(call(1)));
            assertEquals(progress(1), events.next());
            release.countDown();
            String last = "";
            while (events.hasNext()) {
                last = events.next();
            }
            assertTrue(last.startsWith("data: {\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{"), last);
            assertTrue(last.contains("DONE"), last);
        });
    }

    @Test
    void aCallThatItsClientCancelsStopsAndHasNoAnswer() {
        assertTimeoutPreemptively(HANG, () -> {
            Asked client = Asked.welcomed(server.address());
            Iterator<String> events = events(client.stream(call(1)));
            begun.take();
            assertEquals(202, client.post(cancelled(1)).statusCode());
            assertEquals(Call.End.CANCELLED, ended.take());
            events.forEachRemaining(event -> assertTrue(event.contains("notifications/progress"), event));
            assertEquals(200, client.post(Asked.PING).statusCode());
        });
    }

    @Test
    void aHandshakeThatIsRepeatedInItsSessionIsRefusedAndTheFirstHolds() {
        assertTimeoutPreemptively(HANG, () -> {
            Asked client = Asked.welcomed(server.address());
            HttpResponse<String> again = client.post(Asked.INITIALIZE);
            assertEquals(200, again.statusCode());
            assertTrue(again.headers().firstValue("Mcp-Session-Id").isEmpty());
            assertEquals(
                    "{\"jsonrpc\":\"2.0\",\"id\":0,\"error\":{\"code\":-32600,\"message\":"
                            + "\"This session is initialized already; a new one begins without it\"}}",
                    again.body());
            assertEquals(200, client.post(Asked.PING).statusCode());
        });
    }

    @Test
    void twoClientsWithTheSameRequestIdDoNotMeet() {
        assertTimeoutPreemptively(HANG, () -> {
            Asked one = Asked.welcomed(server.address());
            Asked two = Asked.welcomed(server.address());
            Iterator<String> first = events(one.stream(call(1)));
            Call ofOne = begun.take();
            Iterator<String> second = events(two.stream(call(1)));
            Call ofTwo = begun.take();
            assertEquals(202, two.post(cancelled(1)).statusCode());
            assertEquals(Call.End.CANCELLED, ended.take());
            assertEquals(Call.End.CANCELLED, ofTwo.end());
            assertEquals(Call.End.DONE, ofOne.end());
            release.countDown();
            assertTrue(last(first).contains("DONE"));
            assertTrue(last(second).contains("notifications/progress"));
        });
    }

    @Test
    void whatRunsForAClientThatIsGoneIsGivenUp() {
        assertTimeoutPreemptively(HANG, () -> {
            Asked client = Asked.welcomed(server.address());
            String body = call(1);
            try (Socket socket = Asked.open(server.address())) {
                String request = "POST /mcp HTTP/1.1\r\nHost: 127.0.0.1:"
                        + server.address().getPort()
                        + "\r\nContent-Type: application/json\r\nAccept: */*\r\nMcp-Session-Id: " + client.session()
                        + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                begun.take();
                assertTrue(socket.getInputStream().read() > 0, "it begins to answer");
            }
            assertEquals(Call.End.CANCELLED, ended.take());
            assertEquals(200, client.post(Asked.PING).statusCode(), "the session goes on");
        });
    }

    @Test
    void aSessionThatIsDeletedTakesItsCallsAlong() {
        assertTimeoutPreemptively(HANG, () -> {
            Asked client = Asked.welcomed(server.address());
            Iterator<String> events = events(client.stream(call(1)));
            begun.take();
            assertEquals(200, client.delete().statusCode());
            assertEquals(Call.End.CANCELLED, ended.take());
            assertTrue(last(events).contains("notifications/progress"));
        });
    }

    @Test
    void callsThatRunKeepNobodyFromBeingHeardAndTooManyAreRefused() {
        assertTimeoutPreemptively(HANG, () -> {
            Asked client = Asked.welcomed(server.address());
            List<CompletableFuture<HttpResponse<Stream<String>>>> many = fill(client);
            assertEquals(200, client.post(Asked.PING).statusCode());
            String list = "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"tools/list\"}";
            assertEquals(200, client.post(list).statusCode());
            assertEquals(400, client.post(call(1)).statusCode(), "that id is taken");
            for (int id = 1; id <= RequestThreads.WAITING; id++) {
                many.add(client.stream(call(1_000 + id)));
            }
            int last = 2_000;
            String refusal = answerOfOneSecond(client.stream(call(last)));
            while (refusal.isEmpty()) { // those before it are still on their way
                refusal = answerOfOneSecond(client.stream(call(++last)));
            }
            assertTrue(refusal.contains(RequestThreads.FULL), refusal);
            String again = last(events(client.stream(call(last)))); // its id is free again
            assertTrue(again.contains(RequestThreads.FULL), again);
            release.countDown();
            many.forEach(CompletableFuture::join);
        });
    }

    /** As many calls as are worked on at once, and all begun. */
    private List<CompletableFuture<HttpResponse<Stream<String>>>> fill(Asked client) throws Exception {
        List<CompletableFuture<HttpResponse<Stream<String>>>> calls = new ArrayList<>();
        for (int id = 1; id <= RequestThreads.CALLS; id++) {
            calls.add(client.stream(call(id)));
            begun.take();
        }
        return calls;
    }

    /** The answer, or nothing from one that waits for its turn: comments may come meanwhile. */
    private static String answerOfOneSecond(CompletableFuture<HttpResponse<Stream<String>>> answer) throws Exception {
        try {
            return CompletableFuture.supplyAsync(() -> last(events(answer)), reader -> new Thread(reader).start())
                    .get(1, TimeUnit.SECONDS);
        } catch (TimeoutException waits) {
            return "";
        }
    }

    @Test
    void aCallThatIsCancelledBeforeItsTurnIsNeverBegun() {
        assertTimeoutPreemptively(HANG, () -> {
            Asked client = Asked.welcomed(server.address());
            List<CompletableFuture<HttpResponse<Stream<String>>>> many = fill(client);
            var waiting = client.stream(call(1_000));
            while (!waiting.isDone()) { // it has no answer to begin with before it is cancelled
                client.post(cancelled(1_000));
            }
            assertEquals("", last(events(waiting)));
            release.countDown();
            many.forEach(answer -> assertTrue(last(events(answer)).contains("DONE")));
            assertTrue(begun.isEmpty());
        });
    }

    @Test
    void aServerThatStopsAnswersWhatRunsAndBeginsNothing() {
        assertTimeoutPreemptively(HANG, () -> {
            Asked client = Asked.welcomed(server.address());
            Iterator<String> events = events(client.stream(call(1)));
            begun.take();
            CompletableFuture<Void> stopping = CompletableFuture.runAsync(() -> server.close(Duration.ofSeconds(3)));
            while (client.post(Asked.PING).statusCode() != 503) {
                Thread.sleep(10);
            }
            assertEquals(Call.End.STOPPED, ended.take());
            assertTrue(last(events).contains("STOPPED"));
            stopping.join();
        });
    }

    private McpSyncServer offer(SyncSpecification<?> on) {
        Tool tool = Tool.builder("work", Map.of("type", "object")).build();
        return on.serverInfo("test", "1")
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .tools(SyncToolSpecification.builder()
                        .tool(tool)
                        .callHandler(this::work)
                        .build())
                .build();
    }

    private CallToolResult work(McpSyncServerExchange exchange, CallToolRequest request) {
        Call call = (Call) exchange.transportContext().get(IcmpServer.CALL);
        begun.add(call);
        double step = 0;
        while (call.end() == Call.End.DONE && release.getCount() > 0) {
            step++;
            exchange.progressNotification(
                    ProgressNotification.builder(request.progressToken(), step).build());
            try {
                Thread.sleep(100);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
        ended.add(call.end());
        return call.end() == Call.End.CANCELLED
                ? null
                : CallToolResult.builder().addTextContent(call.end().name()).build();
    }

    private static Iterator<String> events(CompletableFuture<HttpResponse<Stream<String>>> answer) {
        return answer.join().body().filter(line -> line.startsWith("data: ")).iterator();
    }

    private static String last(Iterator<String> events) {
        String last = "";
        while (events.hasNext()) {
            last = events.next();
        }
        return last;
    }

    private static String progress(int step) {
        return "data: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{\"progressToken\":\"t\","
                + "\"progress\":" + step + ".0}}";
    }

    private static String call(int id) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/call\",\"params\":{\"name\":\"work\","
                + "\"arguments\":{},\"_meta\":{\"progressToken\":\"t\"}}}";
    }

    private static String cancelled(int id) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":" + id + "}}";
    }
}
