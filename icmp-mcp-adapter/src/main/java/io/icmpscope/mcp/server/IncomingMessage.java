package io.icmpscope.mcp.server;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines as messages of JSON-RPC 2.0, and says of those that are none what is wrong: the SDK's own reading would
 * answer much of that with the words of an exception.
 */
final class IncomingMessage {

    private static final String NO_MESSAGE = "The line is no JSON-RPC 2.0 message";
    private static final String ID = "id";
    private static final String METHOD = "method";
    private static final String PARAMS = "params";

    private IncomingMessage() {}

    /**
     * Reads a line.
     *
     * @return a request, a notification, or null for an answer, as we ask clients for nothing
     * @throws BadMessage when it is no message
     */
    static @Nullable JSONRPCMessage read(McpJsonMapper mapper, String line) throws BadMessage {
        if (line.stripLeading().startsWith("[")) {
            throw invalid(null, "Batches are not supported; send one message a line");
        }
        Object value;
        try {
            value = mapper.readValue(line, Object.class);
        } catch (IOException | RuntimeException | StackOverflowError malformed) {
            throw new BadMessage(ErrorCodes.PARSE_ERROR, null, "The line is no JSON");
        } catch (OutOfMemoryError large) {
            throw invalid(null, "The line takes more memory than there is");
        }
        if (!(value instanceof Map<?, ?> members) || !"2.0".equals(members.get("jsonrpc"))) {
            throw invalid(null, NO_MESSAGE);
        }
        return message(members);
    }

    private static @Nullable JSONRPCMessage message(Map<?, ?> members) throws BadMessage {
        Object id = members.get(ID);
        Object params = members.get(PARAMS);
        if (!members.containsKey(METHOD)) {
            if (members.containsKey("result") || members.containsKey("error")) {
                return null;
            }
            throw invalid(id, NO_MESSAGE);
        }
        if (!(members.get(METHOD) instanceof String method)) {
            throw invalid(id, "The method is not a string");
        }
        if (!members.containsKey(ID)) {
            return new JSONRPCNotification(method, params);
        }
        if (!(id instanceof String || id instanceof Integer || id instanceof Long)) {
            throw invalid(id, "The id is neither a string nor an integer of 64 bits");
        }
        if (params != null && !(params instanceof Map)) {
            throw new BadMessage(ErrorCodes.INVALID_PARAMS, id, "The params are not an object");
        }
        return new JSONRPCRequest(method, id, params);
    }

    private static BadMessage invalid(@Nullable Object id, String sentence) {
        boolean known = id instanceof String || id instanceof Integer || id instanceof Long || id instanceof BigInteger;
        return new BadMessage(ErrorCodes.INVALID_REQUEST, known ? id : null, sentence);
    }
}
