package io.icmpscope.mcp.server;

import io.icmpscope.mcp.call.Call;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpServerSession;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Phaser;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one client sends, handed on to the SDK's session: each message on the right thread, each request with an answer.
 * For the one thread that reads, but for {@link #cancelAll}.
 */
final class StdioSession {

    private static final Logger LOG = LoggerFactory.getLogger(StdioSession.class);

    private static final int BUSY = -32000; // JSON-RPC 2.0, section 5.1: a server's own

    private final IncomingMessage messages;
    private final McpServerSession session;
    private final StdioOutput out;
    private final RunningCalls calls;
    private final RequestThreads threads = new RequestThreads();
    private final Phaser running = new Phaser(1); // the reader, and the messages being handled
    private boolean initialized;

    StdioSession(McpJsonMapper mapper, McpServerSession session, StdioOutput out, Duration timeout) {
        this.messages = new IncomingMessage(mapper, "line");
        this.session = session;
        this.out = out;
        this.calls = new RunningCalls(timeout);
    }

    /** Has a line of the client handled. */
    void accept(String line) {
        @Nullable JSONRPCMessage message;
        try {
            message = messages.read(line);
        } catch (BadMessage bad) {
            out.error(bad.id(), bad.code(), bad.sentence());
            return;
        }
        if (message instanceof JSONRPCNotification notification) {
            notice(notification);
        } else if (message instanceof JSONRPCRequest request && !isTooEarly(request) && !isTooLate(request)) {
            take(request);
        } else if (message instanceof JSONRPCResponse answer) {
            hear(answer);
        }
    }

    /** Whoever asked the client for something waits for this on a thread of their own. */
    private void hear(JSONRPCResponse answer) {
        session.handle(answer).subscribe(nothing -> {}, fault -> LOG.error("an answer could not be taken", fault));
    }

    /**
     * Waits until everything is answered.
     *
     * @throws TimeoutException when that takes longer
     */
    void drain(Duration limit) throws InterruptedException, TimeoutException {
        running.awaitAdvanceInterruptibly(running.arrive(), limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Gives up what runs: nobody waits for it. */
    void cancelAll() {
        calls.cancelAll();
    }

    /** Others the SDK would log with all that they say, or ask the client for roots that nobody needs. */
    private void notice(JSONRPCNotification notification) {
        calls.see(notification);
        if (notification.method().equals(McpSchema.METHOD_NOTIFICATION_INITIALIZED) && !initialized) {
            initialized = true;
            session.handle(notification)
                    .subscribe(nothing -> {}, fault -> LOG.error("the handshake could not be ended", fault));
        }
    }

    /** Before the handshake is over the SDK would keep a request waiting for ever: it gets an answer here instead. */
    private boolean isTooEarly(JSONRPCRequest request) {
        if (initialized || request.method().equals(McpSchema.METHOD_INITIALIZE)) {
            return false;
        }
        if (request.method().equals(McpSchema.METHOD_PING)) {
            out.send(JSONRPCResponse.result(request.id(), Map.of()));
        } else {
            out.error(
                    request.id(),
                    ErrorCodes.INVALID_REQUEST,
                    "Not initialized: send initialize, then notifications/initialized");
        }
        return true;
    }

    /** What was agreed upon in the handshake holds for the session. */
    private boolean isTooLate(JSONRPCRequest request) {
        if (!initialized || !request.method().equals(McpSchema.METHOD_INITIALIZE)) {
            return false;
        }
        out.error(request.id(), ErrorCodes.INVALID_REQUEST, OwnWords.INITIALIZED);
        return true;
    }

    private void take(JSONRPCRequest request) {
        switch (request.method()) {
            case McpSchema.METHOD_TOOLS_CALL -> call(request);
            case McpSchema.METHOD_INITIALIZE, McpSchema.METHOD_PING ->
                answer(request, McpTransportContext.EMPTY, () -> {}, begin(() -> {}));
            default -> other(request);
        }
    }

    private void call(JSONRPCRequest request) {
        Call call = calls.begin(request.id());
        if (call == null) {
            out.error(null, ErrorCodes.INVALID_REQUEST, RunningCalls.ID_IS_TAKEN);
            return;
        }
        Runnable free = () -> calls.end(request.id(), call);
        Runnable end = begin(free);
        try {
            threads.call(call, () -> answer(request, RunningCalls.context(call), free, end), end);
        } catch (RejectedExecutionException full) {
            busy(request, end);
        }
    }

    private void other(JSONRPCRequest request) {
        Runnable end = begin(() -> {});
        try {
            threads.other(() -> answer(request, McpTransportContext.EMPTY, () -> {}, end));
        } catch (RejectedExecutionException full) {
            busy(request, end);
        }
    }

    private void busy(JSONRPCRequest request, Runnable end) {
        end.run();
        out.error(request.id(), BUSY, RequestThreads.FULL);
    }

    /** Counts work that {@link #drain} waits for, until what is returned runs, however often it does. */
    private Runnable begin(Runnable after) {
        running.register();
        AtomicBoolean ended = new AtomicBoolean();
        return () -> {
            if (ended.compareAndSet(false, true)) {
                after.run();
                running.arriveAndDeregister();
            }
        };
    }

    /**
     * On this thread. Errors that Reactor lets pass, such as a full heap, are answered too.
     *
     * @param free gives the id back: before the answer is written, as the client may use it again once it has read that
     * @param end what is done after the answer was written, or when there is none
     */
    private void answer(JSONRPCRequest request, McpTransportContext context, Runnable free, Runnable end) {
        try {
            session.handle(request)
                    .contextWrite(
                            with -> with.put(McpTransportContext.KEY, context).put(StdioOutput.BEFORE_ANSWER, free))
                    .subscribe(nothing -> {}, fault -> fail(request, fault, free, end), end);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            fail(request, fault, free, end);
        }
    }

    private void fail(JSONRPCRequest request, Throwable fault, Runnable free, Runnable end) {
        LOG.error("a request could not be answered", fault);
        free.run();
        out.error(request.id(), ErrorCodes.INTERNAL_ERROR, OwnWords.FAULT);
        end.run();
    }
}
