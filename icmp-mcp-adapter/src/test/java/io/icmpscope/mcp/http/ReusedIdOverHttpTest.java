package io.icmpscope.mcp.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.mcp.call.Call;
import io.icmpscope.mcp.server.IcmpServer;
import io.icmpscope.mcp.server.IncomingMessage;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.HttpHeaders;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

/** A client that uses one id for all its calls, each sent as soon as the one before is answered, or never will be. */
class ReusedIdOverHttpTest {
    private static final Duration HANG = Duration.ofSeconds(60);
    private static final int CALLS = 99;
    private static final List<String> TOOLS = List.of("answer", "fail", "give_up");

    private final McpJsonMapper mapper = McpJsonDefaults.getMapper();
    private final IncomingMessage messages = new IncomingMessage(mapper, "body");
    private final HttpFields.Mutable welcome = HttpFields.build();
    private final List<String> ends = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch all = new CountDownLatch(CALLS);
    private Conversations conversations;

    /** The next call is made inside of the write: whenever a client reads an answer or its end, the id is free. */
    @Test
    void theIdIsFreeBeforeTheAnswerOrItsEndIsWritten() {
        assertTimeoutPreemptively(HANG, () -> {
            StreamableTransport transport = new StreamableTransport(mapper);
            IcmpServer.prepared(McpServer.sync(transport))
                    .serverInfo("test", "1")
                    .capabilities(ServerCapabilities.builder().tools(false).build())
                    .tools(TOOLS.stream().map(ReusedIdOverHttpTest::tool).toList())
                    .build();
            Sessions sessions = new Sessions(1, HANG, System::nanoTime);
            conversations = new Conversations(mapper, transport, sessions, HANG);
            send(Asked.INITIALIZE, response(welcome, text -> {}));
            send(
                    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
                    response(HttpFields.build(), text -> {}));
            call(0);
            all.await();
            for (int i = 0; i < CALLS; i++) {
                String expected = List.of("done", "-32603", "").get(i % TOOLS.size());
                assertTrue(ends.get(i).contains(expected) && ends.get(i).isEmpty() == expected.isEmpty(), ends.get(i));
            }
            assertEquals(CALLS, ends.size());
        });
    }

    private static SyncToolSpecification tool(String name) {
        return SyncToolSpecification.builder()
                .tool(Tool.builder(name, Map.of("type", "object")).build())
                .callHandler((exchange, request) -> {
                    if (name.equals("fail")) {
                        throw new IllegalStateException();
                    }
                    if (name.equals("give_up")) {
                        ((Call) exchange.transportContext().get(IcmpServer.CALL)).cancel();
                        return null;
                    }
                    return CallToolResult.builder().addTextContent("done").build();
                })
                .build();
    }

    private void call(int index) {
        String tool = TOOLS.get(index % TOOLS.size());
        boolean[] over = {false};
        send(
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                        + "\",\"arguments\":{}}}",
                response(HttpFields.build(), text -> {
                    if (!over[0]) {
                        over[0] = true;
                        ends.add(text);
                        if (index + 1 < CALLS) {
                            call(index + 1);
                        }
                        all.countDown();
                    }
                }));
    }

    private void send(String message, Response response) {
        try {
            conversations.accept(
                    welcome.get(HttpHeaders.MCP_SESSION_ID), messages.read(message), response, Callback.NOOP);
        } catch (Exception wrong) {
            throw new AssertionError(wrong);
        }
    }

    private interface Writing {
        void write(String text);
    }

    /** A response that says what is written to it, on the thread that writes. */
    private static Response response(HttpFields.Mutable headers, Writing writing) {
        return (Response) Proxy.newProxyInstance(
                Response.class.getClassLoader(), new Class<?>[] {Response.class}, (proxy, method, args) -> {
                    if (method.getName().equals("getHeaders")) {
                        return headers;
                    }
                    if (method.getName().equals("write")) {
                        ByteBuffer bytes = (ByteBuffer) args[1];
                        writing.write(
                                bytes == null
                                        ? ""
                                        : StandardCharsets.UTF_8.decode(bytes).toString());
                        ((Callback) args[2]).succeeded();
                    }
                    return null;
                });
    }
}
