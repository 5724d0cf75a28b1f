package io.icmpscope.mcp.http;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import io.modelcontextprotocol.spec.McpStreamableServerSession.McpStreamableServerSessionInit;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The SDK's side of the transport: it makes the sessions. What clients say, and hear, goes through
 * {@link McpEndpoint}.
 *
 * <p>The SDK's own provider (2.1.0) sends stack traces to clients, holds a thread for as long as a call runs, stops
 * nothing that is cancelled, and sets no bound to the number of sessions.
 */
final class StreamableTransport implements McpStreamableServerTransportProvider {

    private final McpJsonMapper mapper;
    private McpStreamableServerSession.@Nullable Factory sessions;

    StreamableTransport(McpJsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void setSessionFactory(McpStreamableServerSession.Factory factory) {
        this.sessions = factory;
    }

    McpStreamableServerSessionInit open(JSONRPCRequest initialize) {
        if (sessions == null) {
            throw new IllegalStateException("no server was built on this transport");
        }
        return sessions.startSession(mapper.convertValue(initialize.params(), InitializeRequest.class));
    }

    /** Our lists do not change, and nothing else is said unasked. */
    @Override
    public Mono<Void> notifyClients(String method, Object params) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> notifyClient(String sessionId, String method, Object params) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty(); // the endpoint closes what is open
    }
}
