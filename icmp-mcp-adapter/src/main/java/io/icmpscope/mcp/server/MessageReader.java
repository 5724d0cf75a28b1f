package io.icmpscope.mcp.server;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what clients send, on any transport. What the SDK would answer with words about its inside, or not at all, ends
 * here, in our own words. Thread-safe.
 */
public final class MessageReader {

    private static final String VERSION = "jsonrpc";
    private static final String METHOD = "method";
    private static final String ID = "id";

    /** The methods that mean nothing without params, and what these must be. */
    private static final Map<String, Class<?>> PARAMS = Map.of(
            McpSchema.METHOD_INITIALIZE, McpSchema.InitializeRequest.class,
            McpSchema.METHOD_TOOLS_CALL, McpSchema.CallToolRequest.class,
            McpSchema.METHOD_PROMPT_GET, McpSchema.GetPromptRequest.class,
            McpSchema.METHOD_RESOURCES_READ, McpSchema.ReadResourceRequest.class,
            McpSchema.METHOD_COMPLETION_COMPLETE, McpSchema.CompleteRequest.class,
            McpSchema.METHOD_LOGGING_SET_LEVEL, McpSchema.SetLevelRequest.class);

    private final McpJsonMapper mapper;
    private final String unit;

    /**
     * Begins to read.
     *
     * @param mapper of the server
     * @param unit what carries one message, such as {@code line}
     */
    public MessageReader(McpJsonMapper mapper, String unit) {
        this.mapper = mapper;
        this.unit = unit;
    }

    /**
     * Reads one message.
     *
     * @param text as it came
     * @return a message whose params fit its method
     * @throws NotAMessage when it is none, with what to answer
     */
    public JSONRPCMessage read(String text) throws NotAMessage {
        if (text.stripLeading().startsWith("[")) {
            throw new NotAMessage(
                    ErrorCodes.INVALID_REQUEST, null, "Batches are not supported; send one message a " + unit);
        }
        JSONRPCMessage message = message(json(text));
        if (message instanceof JSONRPCRequest request) {
            check(request);
        }
        return message;
    }

    private Object json(String text) throws NotAMessage {
        try {
            return mapper.readValue(text, Object.class);
        } catch (IOException | RuntimeException | StackOverflowError malformed) {
            throw new NotAMessage(ErrorCodes.PARSE_ERROR, null, "The " + unit + " is no JSON");
        }
    }

    private JSONRPCMessage message(Object json) throws NotAMessage {
        if (json instanceof Map<?, ?> object && McpSchema.JSONRPC_VERSION.equals(object.get(VERSION))) {
            Class<? extends JSONRPCMessage> kind = !object.containsKey(METHOD)
                    ? JSONRPCResponse.class
                    : object.containsKey(ID) ? JSONRPCRequest.class : JSONRPCNotification.class;
            JSONRPCMessage message = converted(object, kind);
            if (message != null) {
                return message;
            }
        }
        throw new NotAMessage(ErrorCodes.INVALID_REQUEST, null, "The " + unit + " is no JSON-RPC 2.0 message");
    }

    private void check(JSONRPCRequest request) throws NotAMessage {
        Object params = request.params();
        Class<?> needed = PARAMS.get(request.method());
        if (params == null && needed != null) {
            throw new NotAMessage(
                    ErrorCodes.INVALID_PARAMS, request.id(), "The params of " + request.method() + " are missing");
        }
        boolean fit = params == null || params instanceof Map<?, ?>;
        if (!fit || (needed != null && converted(params, needed) == null)) {
            throw new NotAMessage(
                    ErrorCodes.INVALID_PARAMS,
                    request.id(),
                    "The params do not fit the method; see the schema of the Model Context Protocol");
        }
    }

    private <T> @Nullable T converted(@Nullable Object value, Class<T> kind) {
        try {
            return value == null ? null : mapper.convertValue(value, kind);
        } catch (RuntimeException | StackOverflowError unfit) {
            return null;
        }
    }
}
