package io.icmpscope.mcp.http;

import io.icmpscope.mcp.server.IcmpServer;
import io.icmpscope.mcp.server.ParamsMapper;
import io.icmpscope.mcp.server.ServerOptions;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServer.SyncSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The MCP server over Streamable HTTP, at {@code /mcp}. Thread-safe. */
public final class HttpServer implements AutoCloseable {

    /** How long calls that run may go on when the server stops. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int MOST_THREADS = 32; // none of them waits for a call or a client
    private static final int LEAST_THREADS = 4;
    private static final int IDLE_THREAD_MILLIS = 60_000;
    private static final int MOST_CONNECTIONS = 1_024;
    private static final int MOST_SESSIONS = 1_000;
    private static final Duration SILENT = Duration.ofHours(1);
    private static final Duration IDLE = Duration.ofSeconds(30); // a connection on which nothing moves
    private static final Duration BEAT = Duration.ofSeconds(2); // less than that
    private static final int MOST_HEADER_BYTES = 8 << 10;

    private final Server server;
    private final URI address;
    private final McpSyncServer features;
    private final Conversations conversations;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "beat");
        thread.setDaemon(true);
        return thread;
    });

    private HttpServer(Server server, URI address, McpSyncServer features, Conversations conversations) {
        this.server = server;
        this.address = address;
        this.features = features;
        this.conversations = conversations;
    }

    /**
     * Starts the server.
     *
     * @param http where it listens, and to whom
     * @param options what is decided for all calls
     * @return the server, to be closed
     * @throws IOException when it cannot listen there
     */
    public static HttpServer start(HttpOptions http, ServerOptions options) throws IOException {
        return start(http, options.timeout(), on -> IcmpServer.build(on, options));
    }

    /**
     * Starts a server that offers something.
     *
     * @param http where it listens, and to whom
     * @param timeout how long a call may take
     * @param offer what it offers
     * @return the server, to be closed
     * @throws IOException when it cannot listen there
     */
    public static HttpServer start(
            HttpOptions http, Duration timeout, Function<SyncSpecification<?>, McpSyncServer> offer)
            throws IOException {
        McpJsonMapper mapper = McpJsonDefaults.getMapper();
        McpJsonMapper params = new ParamsMapper(mapper);
        StreamableTransport transport = new StreamableTransport(params);
        McpSyncServer features = offer.apply(IcmpServer.prepared(McpServer.sync(transport)));
        Sessions sessions = new Sessions(MOST_SESSIONS, SILENT, System::nanoTime);
        Conversations conversations = new Conversations(mapper, transport, sessions, timeout);
        McpEndpoint endpoint = new McpEndpoint(mapper, transport.protocolVersions(), conversations);

        Server jetty = new Server(new QueuedThreadPool(MOST_THREADS, LEAST_THREADS, IDLE_THREAD_MILLIS));
        ServerConnector connector = connector(jetty);
        connector.setHost(http.address().getHostAddress());
        connector.setPort(http.port());
        connector.open(); // now, since the gate must know the port
        int port = connector.getLocalPort();
        jetty.setHandler(new Gate(http, port, endpoint));
        jetty.setErrorHandler(new ErrorPage());
        URI address = URI.create("http://" + http.hostInUrl() + ":" + port + McpEndpoint.PATH);
        HttpServer server = new HttpServer(jetty, address, features, conversations);
        server.start();
        return server;
    }

    private static ServerConnector connector(Server jetty) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MOST_HEADER_BYTES);
        ServerConnector connector = new ServerConnector(jetty, 1, 1, new HttpConnectionFactory(http));
        connector.setIdleTimeout(IDLE.toMillis());
        jetty.addConnector(connector);
        jetty.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, jetty));
        return connector;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it goes on until the server is closed
    private void start() throws IOException {
        try {
            server.start();
        } catch (Exception failure) {
            throw new IOException("the HTTP server did not start", failure);
        }
        heart.scheduleWithFixedDelay(conversations::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Returns where clients reach it.
     *
     * @return a URL
     */
    public URI address() {
        return address;
    }

    /**
     * Waits until it is closed.
     *
     * @throws InterruptedException when the waiting is interrupted
     */
    public void join() throws InterruptedException {
        server.join();
    }

    /** Begins nothing new, answers what runs, stops and answers what runs too long, and ends. */
    @Override
    public void close() {
        close(PATIENCE);
    }

    void close(Duration patience) {
        conversations.stop(patience);
        heart.shutdownNow();
        features.close();
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException("the HTTP server did not stop", failure);
        }
    }
}
