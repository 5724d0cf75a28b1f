package io.icmpscope.mcp.server;

import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What leaves the server, on any transport. */
public final class OutgoingMessage {

    private static final Logger LOG = LoggerFactory.getLogger(OutgoingMessage.class);

    private OutgoingMessage() {}

    /**
     * Keeps an exception's words inside: the SDK sends them to the client.
     *
     * @param message what the SDK wants to send
     * @return what may be sent
     */
    public static JSONRPCMessage of(JSONRPCMessage message) {
        if (message instanceof JSONRPCResponse response
                && response.error() != null
                && response.error().code() == ErrorCodes.INTERNAL_ERROR) {
            LOG.warn("a request failed: {}", response.error());
            return JSONRPCResponse.error(
                    response.id(),
                    new JSONRPCError(
                            ErrorCodes.INTERNAL_ERROR,
                            "The request could not be handled; the server's log, on its standard error, says why"));
        }
        return message;
    }
}
