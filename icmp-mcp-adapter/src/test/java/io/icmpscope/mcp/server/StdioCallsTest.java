package io.icmpscope.mcp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.mcp.Conversation;
import io.icmpscope.mcp.call.Call;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls that last, many at once and given up: of a tool that waits until it is let go. Over pipes of the system. */
class StdioCallsTest {
    private static final Duration HANG = Duration.ofSeconds(60);
    private static final int ALL = RequestThreads.CALLS + RequestThreads.WAITING;

    private final CountDownLatch letGo = new CountDownLatch(1);
    private final Set<Object> begun = ConcurrentHashMap.newKeySet();
    private CompletableFuture<Void> served;
    private Pipe toServer;
    private Pipe toClient;
    private Conversation client;

    @BeforeEach
    void start() throws IOException {
        toServer = Pipe.open();
        toClient = Pipe.open();
        client =
                new Conversation(Channels.newOutputStream(toServer.sink()), Channels.newInputStream(toClient.source()));
        served = start(Duration.ofMinutes(1));
    }

    @AfterEach
    void close() throws IOException {
        letGo.countDown();
        toServer.sink().close();
        toClient.source().close();
    }

    @Test
    void callsThatLastKeepNoOtherRequestFromItsAnswer() {
        assertTimeoutPreemptively(HANG, () -> {
            client.send(Conversation.HANDSHAKE);
            for (int id = 0; id < 100; id++) {
                call(id, "wait");
            }
            client.request("ping", "ping", "{}").answer("ping");
            client.request("list", "tools/list", "{}").answer("list");
            client.request("prompt", "prompts/get", "{\"name\":\"prompt\"}").answer("prompt");
            assertFalse(client.has(0));
            letGo.countDown();
            for (int id = 0; id < 100; id++) {
                assertEquals("let go", text(client.answer(id)));
            }
        });
    }

    @Test
    void moreCallsThanMayWaitAreRefusedAndTheOthersAnswered() {
        assertTimeoutPreemptively(HANG, () -> {
            client.send(Conversation.HANDSHAKE);
            for (int id = 0; id < ALL + 3; id++) {
                call(id, "wait");
            }
            for (int id = ALL; id < ALL + 3; id++) {
                Map<?, ?> error = client.error(id);
                assertEquals(-32000, error.get("code"));
                assertEquals("Too many requests wait already; ask again when some are answered", error.get("message"));
            }
            letGo.countDown();
            for (int id = 0; id < ALL; id++) {
                assertEquals("let go", text(client.answer(id)));
            }
            call(ALL, "wait"); // again: there is room now
            assertEquals(ALL + 3 + 2, client.end().size(), "each has one answer, and the handshake and the last");
        });
    }

    @Test
    void aCallThatIsGivenUpBeforeItsTurnLeavesItsPlaceAndNeverBegins() {
        assertTimeoutPreemptively(HANG, () -> {
            client.send(Conversation.HANDSHAKE);
            for (int id = 0; id < ALL; id++) {
                call(id, "wait");
            }
            client.cancel(ALL - 1);
            call(ALL, "wait");
            client.request("ping", "ping", "{}").answer("ping");
            assertFalse(client.has(ALL), "it got the place");
            letGo.countDown();
            client.answer(ALL);
            client.end();
            assertFalse(client.has(ALL - 1));
            assertFalse(begun.contains(ALL - 1));
            assertTrue(begun.contains(ALL));
        });
    }

    @Test
    void aCallThatIsGivenUpEndsHasNoAnswerAndMakesRoomForAnother() {
        assertTimeoutPreemptively(HANG, () -> {
            client.send(Conversation.HANDSHAKE);
            for (int id = 0; id <= RequestThreads.CALLS; id++) {
                call(id, "wait");
            }
            client.request("ping", "ping", "{}").answer("ping");
            assertFalse(begun.contains(RequestThreads.CALLS));
            client.cancel(3);
            while (!begun.contains(RequestThreads.CALLS)) {
                Thread.onSpinWait();
            }
            letGo.countDown();
            List<String> lines = client.end();
            assertFalse(client.has(3));
            assertEquals(RequestThreads.CALLS + 2, lines.size(), "the handshake, the ping, and the calls but one");
        });
    }

    @Test
    void givingUpWhatIsUnknownDoneOrNoCallDoesNothing() {
        assertTimeoutPreemptively(HANG, () -> {
            client.send(Conversation.HANDSHAKE).answer("hello");
            client.send(
                    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"hello\"}}");
            call(1, "fail").answer(1);
            client.cancel(1).cancel(77).cancel(2);
            call(2, "wait");
            client.request("ping", "ping", "{}").answer("ping");
            client.send(
                    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"2\"}}");
            letGo.countDown();
            assertEquals("let go", text(client.answer(2)));
        });
    }

    @Test
    void anIdThatStillRunsIsRefusedWithoutAnIdAndTheFirstIsAnswered() {
        assertTimeoutPreemptively(HANG, () -> {
            client.send(Conversation.HANDSHAKE);
            call(1, "wait");
            call(1, "wait");
            assertEquals(
                    Map.of("code", -32600, "message", "A call with the same id has not been answered yet"),
                    client.error(null));
            letGo.countDown();
            assertEquals("let go", text(client.answer(1)));
        });
    }

    @Test
    void whatAFaultSaysStaysInside() {
        assertTimeoutPreemptively(HANG, () -> {
            client.send(Conversation.HANDSHAKE);
            for (String tool : List.of("fail", "overflow")) {
                Map<?, ?> error = call(tool.length(), tool).error(tool.length());
                assertEquals(
                        Map.of(
                                "code",
                                -32603,
                                "message",
                                "This program failed on the request; its log, on standard error, says where"),
                        error);
            }
            client.request("ping", "ping", "{}").answer("ping");
        });
    }

    @Test
    void whatRunsWhenTheInputEndsIsStillAnswered() {
        assertTimeoutPreemptively(HANG, () -> {
            client.send(Conversation.HANDSHAKE);
            call(1, "wait");
            while (!begun.contains(1)) {
                Thread.onSpinWait();
            }
            toServer.sink().close();
            letGo.countDown();
            assertEquals("let go", text(client.answer(1)));
            served.get();
        });
    }

    @Test
    void aClientThatReadsNoMoreEndsTheServerAndItsCalls() {
        assertTimeoutPreemptively(HANG, () -> {
            client.send(Conversation.HANDSHAKE).answer("hello");
            call(1, "wait");
            client.request("ping", "ping", "{}").answer("ping");
            toClient.source().close();
            while (!served.isDone()) { // the system may still take an answer while it wakes up who read
                client.request("ping", "ping", "{}");
                Thread.sleep(10);
            }
            served.get(); // though its input is open
        });
    }

    @Test
    void aClientThatNeverReadsDoesNotKeepTheServerForEver() {
        assertTimeoutPreemptively(HANG, () -> {
            toServer = Pipe.open();
            toClient = Pipe.open();
            CompletableFuture<Void> end = start(Duration.ofSeconds(1));
            var out = Channels.newOutputStream(toServer.sink());
            byte[] ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\n".getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 3_000; i++) { // answers of more than a pipe holds
                out.write(ping);
            }
            end.get();
        });
    }

    private CompletableFuture<Void> start(Duration unread) {
        McpJsonMapper mapper = McpJsonDefaults.getMapper();
        OutputStream written = Channels.newOutputStream(toClient.sink());
        StdioTransport transport =
                new StdioTransport(mapper, Channels.newInputStream(toServer.source()), written, HANG, unread);
        McpServer.sync(transport)
                .jsonMapper(new ParamsMapper(mapper))
                .immediateExecution(true)
                .serverInfo("test", "1")
                .capabilities(
                        ServerCapabilities.builder().tools(false).prompts(false).build())
                .tools(
                        tool("wait", this::waitUntilLetGo),
                        tool("fail", (request, call) -> {
                            throw new IllegalStateException("secret");
                        }),
                        tool("overflow", (request, call) -> {
                            throw new StackOverflowError("secret");
                        }))
                .prompts(new SyncPromptSpecification(
                        Prompt.builder("prompt").build(),
                        (exchange, request) ->
                                GetPromptResult.builder(List.of()).build()))
                .build();
        CompletableFuture<Void> end = new CompletableFuture<>();
        Thread server = new Thread(() -> {
            try {
                transport.serve();
                written.close();
                end.complete(null);
            } catch (IOException failure) {
                end.completeExceptionally(failure);
            }
        });
        server.setDaemon(true);
        server.start();
        return end;
    }

    private static SyncToolSpecification tool(String name, BiFunction<CallToolRequest, Call, String> work) {
        return SyncToolSpecification.builder()
                .tool(Tool.builder(name, Map.of("type", "object")).build())
                .callHandler((exchange, request) -> {
                    try {
                        Call call = (Call) exchange.transportContext().get(IcmpServer.CALL);
                        return CallToolResult.builder()
                                .addTextContent(work.apply(request, call))
                                .build();
                    } catch (CancellationException cancelled) {
                        return null;
                    }
                })
                .build();
    }

    private String waitUntilLetGo(CallToolRequest request, Call call) {
        begun.add(request.arguments().get("id"));
        try {
            while (!letGo.await(10, TimeUnit.MILLISECONDS)) {
                call.check();
            }
        } catch (InterruptedException stopped) {
            throw new CancellationException();
        }
        return "let go";
    }

    private Conversation call(int id, String tool) throws IOException {
        return client.request(id, "tools/call", "{\"name\":\"" + tool + "\",\"arguments\":{\"id\":" + id + "}}");
    }

    private static Object text(Map<?, ?> answer) {
        Map<?, ?> result = (Map<?, ?>) answer.get("result");
        return ((Map<?, ?>) ((List<?>) result.get("content")).get(0)).get("text");
    }
}
