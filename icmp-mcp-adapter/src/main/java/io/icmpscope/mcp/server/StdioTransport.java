package io.icmpscope.mcp.server;

import io.icmpscope.mcp.call.Call;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * JSON-RPC over two streams, one message a line: standard input and output of a process that a client started.
 *
 * <p>The SDK's own transport ends the session at the first line that is no message, and loses the answers of calls that
 * still run when the input ends. This one answers such a line as JSON-RPC wants it, and goes on; at the end of input it
 * waits for what runs.
 */
final class StdioTransport implements McpServerTransportProvider {

    private static final Logger LOG = LoggerFactory.getLogger(StdioTransport.class);

    private static final int MAX_LINE = 4 << 20; // bytes; our longest argument is a path
    private static final Duration DRAIN = Duration.ofSeconds(60);

    private final MessageReader messages;
    private final InputLines in;
    private final StdioOutput out;
    private final RunningCalls calls;
    private final Phaser running = new Phaser(1); // this reader, and the messages being handled
    private McpServerSession.@Nullable Factory sessions;
    private volatile @Nullable McpServerSession session;
    private boolean initialized;

    StdioTransport(McpJsonMapper mapper, InputStream in, OutputStream out, Duration timeout) {
        this.messages = new MessageReader(mapper, "line");
        this.calls = new RunningCalls(timeout);
        this.in = new InputLines(in, MAX_LINE);
        this.out = new StdioOutput(mapper, out);
    }

    @Override
    public void setSessionFactory(McpServerSession.Factory factory) {
        this.sessions = factory;
    }

    /**
     * Reads and hands on messages until the input ends and the last answer is written.
     *
     * @throws IOException when the input cannot be read
     */
    void serve() throws IOException {
        if (sessions == null) {
            throw new IllegalStateException("no server was built on this transport");
        }
        McpServerSession opened = sessions.create(out);
        session = opened;
        for (String line = in.next(); line != null; line = in.next()) {
            if (line.equals(InputLines.TOO_LONG)) {
                out.invalidRequest("The line is longer than " + MAX_LINE + " bytes");
            } else if (!line.isBlank()) {
                accept(opened, line);
            }
        }
        drain();
    }

    private void accept(McpServerSession opened, String line) {
        JSONRPCMessage message;
        try {
            message = messages.read(line);
        } catch (NotAMessage refused) {
            out.refuse(refused);
            return;
        }
        if (isTooEarly(message)) {
            return;
        }
        if (message instanceof JSONRPCNotification notification) {
            calls.see(notification);
        }
        if (message instanceof JSONRPCRequest request) {
            handle(opened, request);
        } else {
            handle(opened.handle(message), () -> {});
        }
    }

    private void handle(McpServerSession opened, JSONRPCRequest request) {
        Call call = calls.begin(request.id());
        handle(
                opened.handle(request)
                        .contextWrite(context -> context.put(McpTransportContext.KEY, RunningCalls.context(call))),
                () -> calls.end(request.id(), call));
    }

    /** Before the handshake is over the SDK would keep a request waiting for ever: it gets an answer here instead. */
    private boolean isTooEarly(JSONRPCMessage message) {
        if (message instanceof JSONRPCNotification notification) {
            initialized |= notification.method().equals(McpSchema.METHOD_NOTIFICATION_INITIALIZED);
        }
        if (initialized
                || !(message instanceof JSONRPCRequest request)
                || request.method().equals(McpSchema.METHOD_INITIALIZE)) {
            return false;
        }
        out.send(
                request.method().equals(McpSchema.METHOD_PING)
                        ? JSONRPCResponse.result(request.id(), Map.of())
                        : JSONRPCResponse.error(
                                request.id(),
                                new JSONRPCError(
                                        McpSchema.ErrorCodes.INVALID_REQUEST,
                                        "Not initialized: send initialize, then notifications/initialized")));
        return true;
    }

    private void handle(Mono<Void> work, Runnable after) {
        running.register();
        work.doFinally(end -> {
                    after.run();
                    running.arriveAndDeregister();
                })
                .subscribe(nothing -> {}, fault -> LOG.error("a message could not be handled", fault));
    }

    private void drain() {
        try {
            running.awaitAdvanceInterruptibly(running.arrive(), DRAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillRunning) {
            LOG.warn("the input ended {} s ago; not waiting any longer for an answer", DRAIN.toSeconds());
            calls.cancelAll();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Mono<Void> notifyClients(String method, Object params) {
        McpServerSession open = session;
        return open == null ? Mono.empty() : open.sendNotification(method, params);
    }

    @Override
    public Mono<Void> notifyClient(String sessionId, String method, Object params) {
        return notifyClients(method, params);
    }

    @Override
    public Mono<Void> closeGracefully() {
        McpServerSession open = session;
        return open == null ? Mono.empty() : open.closeGracefully();
    }
}
