package io.icmpscope.mcp.server;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages of JSON-RPC 2.0, and says of what is none what is wrong: the SDK's own reading would answer much of that
 * with the words of an exception. Thread-safe.
 */
public final class IncomingMessage {

    private static final String ID = "id";
    private static final String METHOD = "method";
    private static final String PARAMS = "params";

    private final McpJsonMapper mapper;
    private final String unit;

    /**
     * Begins to read.
     *
     * @param mapper reads JSON
     * @param unit what carries one message: a line, or the body of a request
     */
    public IncomingMessage(McpJsonMapper mapper, String unit) {
        this.mapper = mapper;
        this.unit = unit;
    }

    /**
     * Reads a message.
     *
     * @param text what came
     * @return a request, a notification, an answer, or null for an answer that is none
     * @throws BadMessage when it is no message
     */
    public @Nullable JSONRPCMessage read(String text) throws BadMessage {
        if (text.stripLeading().startsWith("[")) {
            throw invalid(null, "Batches are not supported; send one message a " + unit);
        }
        Object value;
        try {
            value = mapper.readValue(text, Object.class);
        } catch (IOException | RuntimeException | StackOverflowError malformed) {
            throw new BadMessage(ErrorCodes.PARSE_ERROR, null, "The " + unit + " is no JSON");
        } catch (OutOfMemoryError large) {
            throw invalid(null, "The " + unit + " takes more memory than there is");
        }
        if (!(value instanceof Map<?, ?> members) || !"2.0".equals(members.get("jsonrpc"))) {
            throw invalid(null, noMessage());
        }
        return message(members);
    }

    private @Nullable JSONRPCMessage message(Map<?, ?> members) throws BadMessage {
        Object id = members.get(ID);
        Object params = members.get(PARAMS);
        if (!members.containsKey(METHOD)) {
            if (members.containsKey("result") || members.containsKey("error")) {
                return answer(members);
            }
            throw invalid(id, noMessage());
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
        String fault = OfferedParams.fault(method, params);
        if (fault != null) {
            throw new BadMessage(ErrorCodes.INVALID_PARAMS, id, fault);
        }
        return new JSONRPCRequest(method, id, params);
    }

    /** We ask clients for nothing: what they answer wrongly is nobody's loss. */
    private @Nullable JSONRPCMessage answer(Map<?, ?> members) {
        try {
            return mapper.convertValue(members, JSONRPCResponse.class);
        } catch (RuntimeException wrong) {
            return null;
        }
    }

    private String noMessage() {
        return "The " + unit + " is no JSON-RPC 2.0 message";
    }

    private static BadMessage invalid(@Nullable Object id, String sentence) {
        boolean known = id instanceof String || id instanceof Integer || id instanceof Long || id instanceof BigInteger;
        return new BadMessage(ErrorCodes.INVALID_REQUEST, known ? id : null, sentence);
    }
}
