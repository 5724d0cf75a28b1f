package io.icmpscope.mcp.server;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CompleteRequest;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.function.Supplier;

/**
 * The mapper that a server is built with: params that are missing or of another shape than a method's are the client's
 * mistake and answered as that. Otherwise the SDK answers with the words of whatever exception they cause. Thread-safe.
 */
public final class ParamsMapper implements McpJsonMapper {

    private final McpJsonMapper mapper;

    /**
     * Stands before another mapper.
     *
     * @param mapper does the work
     */
    public ParamsMapper(McpJsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public <T> T convertValue(Object params, TypeRef<T> type) {
        return checked(params, type.getType(), () -> mapper.convertValue(params, type));
    }

    @Override
    public <T> T convertValue(Object params, Class<T> type) {
        return checked(params, type, () -> mapper.convertValue(params, type));
    }

    private static <T> T checked(Object params, Type type, Supplier<T> conversion) {
        if (params == null) {
            throw invalid("The params are missing");
        }
        T value;
        try {
            value = conversion.get();
        } catch (RuntimeException otherShape) {
            throw invalid(
                    type == CallToolRequest.class
                            ? "name must be a string and arguments an object"
                            : "The params are not of the shape that MCP gives them for this method");
        }
        if (value instanceof CompleteRequest complete && complete.argument() == null) {
            throw invalid("argument is missing");
        }
        return value;
    }

    private static McpError invalid(String sentence) {
        return McpError.builder(ErrorCodes.INVALID_PARAMS).message(sentence).build();
    }

    @Override
    public <T> T readValue(String content, Class<T> type) throws IOException {
        return mapper.readValue(content, type);
    }

    @Override
    public <T> T readValue(byte[] content, Class<T> type) throws IOException {
        return mapper.readValue(content, type);
    }

    @Override
    public <T> T readValue(String content, TypeRef<T> type) throws IOException {
        return mapper.readValue(content, type);
    }

    @Override
    public <T> T readValue(byte[] content, TypeRef<T> type) throws IOException {
        return mapper.readValue(content, type);
    }

    @Override
    public String writeValueAsString(Object value) throws IOException {
        return mapper.writeValueAsString(value);
    }

    @Override
    public byte[] writeValueAsBytes(Object value) throws IOException {
        return mapper.writeValueAsBytes(value);
    }
}
