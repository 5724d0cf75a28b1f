package io.icmpscope.mcp.http;

import io.icmpscope.mcp.call.Call;
import io.icmpscope.mcp.server.OwnWords;
import io.icmpscope.mcp.server.RequestThreads;
import io.icmpscope.mcp.server.RunningCalls;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.HttpHeaders;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.InitializeResult;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpStreamableServerSession.McpStreamableServerSessionInit;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** What clients say, session by session, and the answers that are being worked on. Thread-safe. */
final class Conversations {

    private static final Logger LOG = LoggerFactory.getLogger(Conversations.class);

    private static final Duration LAST_WORDS =
            Duration.ofSeconds(2); // for answers that are short, to clients that read
    private static final long LOOK_MILLIS = 20;

    private final McpJsonMapper mapper;
    private final StreamableTransport transport;
    private final Sessions sessions;
    private final Duration timeout;
    private final RequestThreads threads = new RequestThreads();
    private final Set<EventStream> answers = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    Conversations(McpJsonMapper mapper, StreamableTransport transport, Sessions sessions, Duration timeout) {
        this.mapper = mapper;
        this.transport = transport;
        this.sessions = sessions;
        this.timeout = timeout;
    }

    /** Takes a message. */
    void accept(@Nullable String sessionId, @Nullable JSONRPCMessage message, Response response, Callback callback) {
        if (message instanceof JSONRPCRequest && stopping) {
            Reply.refusal(response, callback, HttpStatus.SERVICE_UNAVAILABLE_503, "The server is stopping");
            return;
        }
        if (message instanceof JSONRPCRequest request && request.method().equals(McpSchema.METHOD_INITIALIZE)) {
            if (sessions.seen(sessionId) == null) {
                open(request, response, callback);
            } else {
                Reply.error(
                        response,
                        callback,
                        HttpStatus.OK_200,
                        request.id(),
                        ErrorCodes.INVALID_REQUEST,
                        OwnWords.INITIALIZED);
            }
            return;
        }
        ClientSession session = sessions.seen(sessionId);
        if (session == null) {
            noSession(sessionId, response, callback);
        } else if (message instanceof JSONRPCRequest request) {
            answer(session, request, response, callback);
        } else if (message instanceof JSONRPCNotification notification) {
            boolean ours = session.calls().see(notification);
            take(ours ? Mono.empty() : session.protocol().accept(notification), response, callback);
        } else if (message instanceof JSONRPCResponse answer) {
            take(session.protocol().accept(answer), response, callback);
        } else {
            take(Mono.empty(), response, callback);
        }
    }

    private static void noSession(@Nullable String sessionId, Response response, Callback callback) {
        if (sessionId == null) {
            Reply.refusal(
                    response,
                    callback,
                    HttpStatus.BAD_REQUEST_400,
                    HttpHeaders.MCP_SESSION_ID + " is missing: send initialize first");
        } else {
            Reply.refusal(
                    response, callback, HttpStatus.NOT_FOUND_404, "The session is over: send initialize for a new one");
        }
    }

    private void open(JSONRPCRequest request, Response response, Callback callback) {
        McpStreamableServerSessionInit opened;
        try {
            opened = transport.open(request);
        } catch (McpError refused) {
            JSONRPCError error = refused.getJsonRpcError();
            Reply.error(response, callback, HttpStatus.OK_200, request.id(), error.code(), error.message());
            return;
        }
        ClientSession session = new ClientSession(opened.session(), timeout);
        opened.initResult().subscribe(result -> welcome(session, request, result, response, callback), fault -> {
            LOG.error("a session could not begin", fault);
            callback.failed(fault);
        });
    }

    private void welcome(
            ClientSession session,
            JSONRPCRequest request,
            InitializeResult result,
            Response response,
            Callback callback) {
        try {
            String json = mapper.writeValueAsString(JSONRPCResponse.result(request.id(), result));
            if (sessions.add(session)) {
                response.getHeaders().put(HttpHeaders.MCP_SESSION_ID, session.id());
                Reply.json(response, callback, HttpStatus.OK_200, json);
            } else {
                Reply.refusal(
                        response,
                        callback,
                        HttpStatus.SERVICE_UNAVAILABLE_503,
                        "Too many clients wait for answers; try again later");
            }
        } catch (IOException failure) {
            callback.failed(failure);
        }
    }

    private void answer(ClientSession session, JSONRPCRequest request, Response response, Callback callback) {
        switch (request.method()) {
            case McpSchema.METHOD_TOOLS_CALL -> call(session, request, response, callback);
            case McpSchema.METHOD_PING -> {
                EventStream answer = answer(session, response, callback, () -> {});
                handle(session, request, McpTransportContext.EMPTY, answer);
            }
            default -> {
                EventStream answer = answer(session, response, callback, () -> {});
                Runnable work = () -> handle(session, request, McpTransportContext.EMPTY, answer);
                inTurn(() -> threads.other(work), request, answer);
            }
        }
    }

    private void call(ClientSession session, JSONRPCRequest request, Response response, Callback callback) {
        Call call = session.calls().begin(request.id());
        if (call == null) {
            Reply.error(
                    response,
                    callback,
                    HttpStatus.BAD_REQUEST_400,
                    null,
                    ErrorCodes.INVALID_REQUEST,
                    RunningCalls.ID_IS_TAKEN);
            return;
        }
        EventStream answer = answer(session, response, callback, call::cancel);
        Runnable end = () -> {
            sessions.seen(session.id()); // as long as it has no call it may be forgotten
            session.calls().end(request.id(), call);
        };
        answer.beforeAnswer(end);
        Runnable work = () -> {
            try {
                handle(session, request, RunningCalls.context(call), answer);
            } finally {
                end.run();
            }
        };
        inTurn(() -> threads.call(call, work, answer::close), request, answer);
    }

    /**
     * Begins an answer.
     *
     * @param lost runs when the client is gone: it cannot come back for an answer that nobody keeps
     */
    private EventStream answer(ClientSession session, Response response, Callback callback, Runnable lost) {
        EventStream answer = new EventStream(mapper, response);
        answer.whenOver(failure -> {
            answers.remove(answer);
            sessions.seen(session.id());
            if (failure == null) {
                callback.succeeded();
            } else {
                lost.run();
                callback.failed(failure);
            }
        });
        answers.add(answer); // who is told stands before the first beat
        return answer;
    }

    private static void inTurn(Runnable turn, JSONRPCRequest request, EventStream answer) {
        try {
            turn.run();
        } catch (RejectedExecutionException full) {
            say(request, Reply.REFUSED, RequestThreads.FULL, answer);
        }
    }

    /** On this thread. Errors that Reactor lets pass, such as a full heap, are answered too. */
    private static void handle(
            ClientSession session, JSONRPCRequest request, McpTransportContext context, EventStream answer) {
        try {
            session.protocol()
                    .responseStream(answer)
                    .handle(request)
                    .contextWrite(with -> with.put(McpTransportContext.KEY, context))
                    .subscribe(nothing -> {}, fault -> fail(request, fault, answer), answer::close);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            fail(request, fault, answer);
        }
    }

    private static void fail(JSONRPCRequest request, Throwable fault, EventStream answer) {
        if (fault instanceof McpError refused && refused.getJsonRpcError() != null) {
            JSONRPCError error = refused.getJsonRpcError();
            say(request, error.code(), error.message(), answer);
        } else {
            LOG.error("a request could not be answered", fault);
            say(request, ErrorCodes.INTERNAL_ERROR, OwnWords.FAULT, answer);
        }
    }

    private static void say(JSONRPCRequest request, int code, String sentence, EventStream answer) {
        answer.sendMessage(JSONRPCResponse.error(request.id(), new JSONRPCError(code, sentence)))
                .subscribe();
        answer.close();
    }

    private static void take(Mono<Void> work, Response response, Callback callback) {
        work.subscribe(
                nothing -> {},
                fault -> Reply.error(
                        response,
                        callback,
                        HttpStatus.BAD_REQUEST_400,
                        null,
                        ErrorCodes.INVALID_REQUEST,
                        "Nobody here waits for this message"),
                () -> Reply.empty(response, callback, HttpStatus.ACCEPTED_202));
    }

    /** Ends a session because its client says so. */
    void end(@Nullable String sessionId, Response response, Callback callback) {
        if (sessions.remove(sessionId)) {
            Reply.empty(response, callback, HttpStatus.OK_200);
        } else {
            noSession(sessionId, response, callback);
        }
    }

    /** Shows on each answer that is being worked on that we are still there, and forgets clients that are silent. */
    void beat() {
        answers.forEach(EventStream::beat);
        sessions.forgetSilent();
    }

    /**
     * Begins nothing new, and waits for what runs; what still runs then is stopped, and answered.
     *
     * @param patience how long to wait
     */
    void stop(Duration patience) {
        stopping = true;
        awaitAnswers(patience);
        sessions.all().forEach(session -> session.calls().stopAll());
        awaitAnswers(LAST_WORDS);
    }

    private void awaitAnswers(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (!answers.isEmpty() && System.nanoTime() - end < 0) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
