package io.icmpscope.mcp.server;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpServerTransport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** The way out of the server: whole lines, one at a time, whichever thread they come from. */
final class StdioOutput implements McpServerTransport {

    private static final Logger LOG = LoggerFactory.getLogger(StdioOutput.class);

    private final McpJsonMapper mapper;
    private final OutputStream out;

    StdioOutput(McpJsonMapper mapper, OutputStream out) {
        this.mapper = mapper;
        this.out = out;
    }

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message) {
        return Mono.fromRunnable(() -> send(message));
    }

    void send(JSONRPCMessage message) {
        try {
            line(mapper.writeValueAsBytes(OutgoingMessage.of(message)));
        } catch (IOException failure) {
            LOG.error("standard output takes no more", failure);
        }
    }

    void refuse(NotAMessage refused) {
        error(refused.json());
    }

    void invalidRequest(String message) {
        error(NotAMessage.json(McpSchema.ErrorCodes.INVALID_REQUEST, null, message));
    }

    private void error(String json) {
        try {
            line(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            LOG.error("standard output takes no more", failure);
        }
    }

    private synchronized void line(byte[] json) throws IOException {
        out.write(json);
        out.write('\n');
        out.flush();
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
