package io.icmpscope.mcp.server;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpServerTransport;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The way out of the server: whole lines, one at a time, whichever thread they come from. Once a line could not be written
 * the others are dropped: nobody reads them.
 */
final class StdioOutput implements McpServerTransport {

    private static final Logger LOG = LoggerFactory.getLogger(StdioOutput.class);

    /** Under which key of Reactor's context a request says, by a {@link Runnable}, what is done before its answer is written. */
    static final String BEFORE_ANSWER = "icmpscope.before-answer";

    private static final long IDLE = Long.MIN_VALUE;

    private final McpJsonMapper mapper;
    private final OutputStream out;
    private final CompletableFuture<Void> broken = new CompletableFuture<>();
    private volatile long begun = IDLE; // nanoseconds: when the line that is being written was begun

    StdioOutput(McpJsonMapper mapper, OutputStream out) {
        this.mapper = mapper;
        this.out = out;
    }

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message) {
        if (message instanceof JSONRPCResponse answer) {
            return Mono.deferContextual(request -> Mono.fromRunnable(() -> {
                request.<Runnable>getOrEmpty(BEFORE_ANSWER).ifPresent(Runnable::run);
                send(OwnWords.of(answer));
            }));
        }
        return Mono.fromRunnable(() -> send(message));
    }

    void send(JSONRPCMessage message) {
        write(message);
    }

    /** Answers a request with an error. The id of what cannot be understood is null, which the SDK's records leave out. */
    void error(@Nullable Object id, int code, String message) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", "2.0");
        answer.put("id", id);
        answer.put("error", new JSONRPCError(code, message));
        write(answer);
    }

    /** Ends when nobody reads any more. */
    CompletableFuture<Void> broken() {
        return broken;
    }

    /** Whether a line waits that long for the client to read. */
    boolean isStuck(Duration limit) {
        long since = begun;
        return since != IDLE && System.nanoTime() - since > limit.toNanos();
    }

    private void write(Object message) {
        try {
            line(mapper.writeValueAsBytes(message));
        } catch (IOException closed) {
            LOG.debug("the client does not read any more", closed);
            broken.complete(null);
        }
    }

    private synchronized void line(byte[] json) throws IOException {
        if (broken.isDone()) {
            return;
        }
        begun = System.nanoTime();
        out.write(json);
        out.write('\n');
        out.flush();
        begun = IDLE;
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
        return mapper.convertValue(data, type);
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty(); // each line was flushed, and the stream is not ours to close
    }
}
