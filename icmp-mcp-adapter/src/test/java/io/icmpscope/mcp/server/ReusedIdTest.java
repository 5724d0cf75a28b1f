package io.icmpscope.mcp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.mcp.Conversation;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A client that uses one id for all its calls, each sent as soon as the answer to the one before is there. */
class ReusedIdTest {
    private static final Duration HANG = Duration.ofSeconds(120);
    private static final int CALLS = 99;
    private static final List<String> TOOLS = List.of("answer", "fail", "overflow");

    private final Semaphore begun = new Semaphore(0);
    private final List<String> answers = Collections.synchronizedList(new ArrayList<>());
    private OutputStream toServer;

    /** The write of an answer ends only when the next call has begun: whenever a client reads it, its id is free. */
    @Test
    void theIdIsFreeBeforeTheAnswerIsWrittenWhateverTheAnswerIs() {
        assertTimeoutPreemptively(HANG, () -> {
            Pipe pipe = Pipe.open();
            toServer = Channels.newOutputStream(pipe.sink());
            toServer.write(Conversation.HANDSHAKE.getBytes(StandardCharsets.US_ASCII));
            call();
            serve(pipe);
            assertEquals(CALLS, answers.size(), answers::toString);
            for (int i = 0; i < CALLS; i++) {
                String answer = answers.get(i);
                assertTrue(answer.contains("\"id\":1,"), answer);
                assertTrue(answer.contains(TOOLS.get(i % TOOLS.size()).equals("answer") ? "done" : "-32603"), answer);
            }
        });
    }

    private void serve(Pipe pipe) throws IOException {
        StdioTransport transport = new StdioTransport(
                McpJsonDefaults.getMapper(), Channels.newInputStream(pipe.source()), new Client(), HANG);
        IcmpServer.prepared(McpServer.sync(transport))
                .serverInfo("test", "1")
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .tools(
                        tool("answer", () -> {}),
                        tool("fail", () -> {
                            throw new IllegalStateException();
                        }),
                        tool("overflow", () -> {
                            throw new StackOverflowError();
                        }))
                .build();
        transport.serve();
    }

    private SyncToolSpecification tool(String name, Runnable work) {
        return SyncToolSpecification.builder()
                .tool(Tool.builder(name, Map.of("type", "object")).build())
                .callHandler((exchange, request) -> {
                    begun.release();
                    work.run();
                    return CallToolResult.builder().addTextContent("done").build();
                })
                .build();
    }

    private void call() throws IOException {
        String tool = TOOLS.get(answers.size() % TOOLS.size());
        String request = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":{}}}\n";
        toServer.write(request.getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads the lines of the server while it writes them. */
    private final class Client extends OutputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public void write(int one) throws IOException {
            if (one != '\n') {
                line.write(one);
                return;
            }
            String answer = line.toString(StandardCharsets.UTF_8);
            line.reset();
            if (answer.contains("\"id\":\"hello\"")) {
                return;
            }
            answers.add(answer);
            if (answers.size() == CALLS) {
                toServer.close();
            } else {
                begun.drainPermits(); // of the call that this answers
                call();
                awaitBegin();
            }
        }

        private void awaitBegin() throws IOException {
            try {
                if (!begun.tryAcquire(10, TimeUnit.SECONDS)) {
                    toServer.close();
                }
            } catch (InterruptedException stopped) {
                throw new IOException(stopped);
            }
        }
    }
}
