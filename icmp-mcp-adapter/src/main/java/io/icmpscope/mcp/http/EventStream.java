package io.icmpscope.mcp.http;

import io.icmpscope.mcp.server.OwnWords;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpStreamableServerTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The answer to one request as server-sent events: progress, then the result. Nobody waits for a client that is slow to
 * read: what it has not taken is kept, and Jetty gives up when it takes nothing for long. Thread-safe.
 */
final class EventStream implements McpStreamableServerTransport {

    static final String EVENTS = "text/event-stream";

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final McpJsonMapper mapper;
    private final Response response;
    private final Queue<ByteBuffer> waiting = new ArrayDeque<>();
    private Runnable beforeAnswer = () -> {};
    private Consumer<@Nullable Throwable> end = failure -> {};
    private boolean writing;
    private boolean ended; // nothing is added any more
    private boolean over; // nothing is written any more

    /** Begins to answer. */
    EventStream(McpJsonMapper mapper, Response response) {
        this.mapper = mapper;
        this.response = response;
        response.getHeaders()
                .put(HttpHeader.CONTENT_TYPE, EVENTS)
                .put(HttpHeader.CACHE_CONTROL, "no-store")
                .put("X-Accel-Buffering", "no"); // nginx would keep progress to itself
    }

    /**
     * Says who is told when all was written, or what kept us from it: then the client is gone, or does not read.
     *
     * @param told hears null when all was written
     */
    void whenOver(Consumer<@Nullable Throwable> told) {
        end = told;
    }

    /**
     * Says what is done before the client can read its answer, or that there is none.
     *
     * @param first may run several times
     */
    void beforeAnswer(Runnable first) {
        beforeAnswer = first;
    }

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message) {
        return Mono.fromRunnable(() -> {
            if (message instanceof JSONRPCResponse) {
                beforeAnswer.run();
            }
            add("event: message\ndata: " + json(message) + "\n\n");
        });
    }

    /** Ids would promise that a client may come back for what it missed. */
    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message, @Nullable String id) {
        return sendMessage(message);
    }

    private String json(JSONRPCMessage message) {
        try {
            return mapper.writeValueAsString(message instanceof JSONRPCResponse answer ? OwnWords.of(answer) : message);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Shows the client and whatever stands in between that we are still there, and us that the client is. */
    void beat() {
        synchronized (this) {
            if (writing || ended || over) {
                return;
            }
        }
        add(":\n\n");
    }

    private void add(String event) {
        synchronized (this) {
            if (ended || over) {
                return;
            }
            waiting.add(ByteBuffer.wrap(event.getBytes(StandardCharsets.UTF_8)));
        }
        write();
    }

    private void write() {
        ByteBuffer next;
        boolean last;
        synchronized (this) {
            if (writing || over || (waiting.isEmpty() && !ended)) {
                return;
            }
            next = waiting.isEmpty() ? NOTHING.slice() : waiting.remove();
            last = ended && waiting.isEmpty();
            over = last;
            writing = true;
        }
        response.write(last, next, Callback.from(() -> written(last), this::failed));
    }

    private void written(boolean last) {
        synchronized (this) {
            writing = false;
        }
        if (last) {
            end.accept(null);
        } else {
            write();
        }
    }

    private void failed(Throwable failure) {
        synchronized (this) {
            over = true;
        }
        end.accept(failure);
    }

    /** Not yet: the SDK closes before it says that a request failed. */
    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }

    @Override
    public void close() {
        beforeAnswer.run();
        synchronized (this) {
            ended = true;
        }
        write();
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
        return mapper.convertValue(data, type);
    }
}
