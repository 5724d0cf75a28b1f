package io.icmpscope.mcp.server;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
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
 * waits for what runs. It ends also when the client does not read any more.
 */
final class StdioTransport implements McpServerTransportProvider {

    private static final Logger LOG = LoggerFactory.getLogger(StdioTransport.class);

    private static final int MAX_LINE = 4 << 20; // bytes; our longest argument is a path
    private static final Duration MORE = Duration.ofSeconds(10); // what calls have to end in once their time is over
    private static final Duration UNREAD = Duration.ofMinutes(5);

    private final McpJsonMapper mapper;
    private final InputLines in;
    private final StdioOutput out;
    private final Duration timeout;
    private final Duration unread;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private McpServerSession.@Nullable Factory sessions;
    private volatile @Nullable McpServerSession session;

    StdioTransport(McpJsonMapper mapper, InputStream in, OutputStream out, Duration timeout) {
        this(mapper, in, out, timeout, UNREAD);
    }

    /**
     * Connects the streams.
     *
     * @param timeout how long a call may take
     * @param unread how long the client may leave an answer unread
     */
    StdioTransport(McpJsonMapper mapper, InputStream in, OutputStream out, Duration timeout, Duration unread) {
        this.mapper = mapper;
        this.timeout = timeout;
        this.unread = unread;
        this.in = new InputLines(in, MAX_LINE);
        this.out = new StdioOutput(new ParamsMapper(mapper), out);
    }

    @Override
    public void setSessionFactory(McpServerSession.Factory factory) {
        this.sessions = factory;
    }

    /**
     * Reads and hands on messages until the input ends and the last answer is written, or nobody reads the answers.
     *
     * @throws IOException when the input cannot be read
     */
    void serve() throws IOException {
        if (sessions == null) {
            throw new IllegalStateException("no server was built on this transport");
        }
        McpServerSession opened = sessions.create(out);
        session = opened;
        StdioSession client = new StdioSession(mapper, opened, out, timeout);
        Thread reader = new Thread(() -> read(client), "stdin"); // a thread of its own: nothing else ends its waiting
        reader.setDaemon(true);
        reader.start();
        try {
            await();
        } finally {
            client.cancelAll();
        }
    }

    private void await() throws IOException {
        CompletableFuture<?> over = CompletableFuture.anyOf(end, out.broken());
        while (true) {
            try {
                over.get(Math.max(1, unread.toMillis() / 10), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException stillOpen) {
                if (out.isStuck(unread)) {
                    LOG.warn("the client has not read an answer for {} s, the server ends", unread.toSeconds());
                    return;
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException failure) {
                throw new IOException("standard input cannot be read", failure.getCause());
            }
        }
    }

    private void read(StdioSession client) {
        try {
            for (InputLines.Line line = in.next(); line != null; line = in.next()) {
                accept(client, line);
            }
            client.drain(timeout.plus(MORE));
            end.complete(null);
        } catch (TimeoutException stillRunning) {
            LOG.warn("the input has ended, and a call does not: the server ends");
            end.complete(null);
        } catch (IOException | InterruptedException | RuntimeException | Error failure) {
            end.completeExceptionally(failure);
        }
    }

    private void accept(StdioSession client, InputLines.Line line) {
        switch (line.flaw()) {
            case TOO_LONG ->
                out.error(null, ErrorCodes.INVALID_REQUEST, "The line is longer than " + MAX_LINE + " bytes");
            case NOT_UTF8 -> out.error(null, ErrorCodes.PARSE_ERROR, "The line is not UTF-8");
            case NONE -> {
                if (!line.text().isBlank()) {
                    accept(client, line.text());
                }
            }
        }
    }

    /** Whatever one message does to us, the next is read. */
    private void accept(StdioSession client, String line) {
        try {
            client.accept(line);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            LOG.error("a message could not be handled", fault);
            out.error(null, ErrorCodes.INTERNAL_ERROR, OwnWords.FAULT);
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
