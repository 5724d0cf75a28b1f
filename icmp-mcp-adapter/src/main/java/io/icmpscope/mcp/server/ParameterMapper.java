package io.icmpscope.mcp.server;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * JSON for the SDK, which turns the parameters of a request into its own records. Where they do not fit it would send the
 * client the words of an exception with the names of our classes; here it sends words of ours. Thread-safe.
 */
final class ParameterMapper implements McpJsonMapper {

    private static final String MISFIT =
            "The parameters do not fit the method: one is missing, or of a type that it does not have";

    private final McpJsonMapper json;

    ParameterMapper(McpJsonMapper json) {
        this.json = json;
    }

    @Override
    public <T> T convertValue(Object from, Class<T> type) {
        return fitting(() -> json.convertValue(from, type));
    }

    @Override
    public <T> T convertValue(Object from, TypeRef<T> type) {
        return fitting(() -> json.convertValue(from, type));
    }

    private static <T> T fitting(Supplier<T> conversion) {
        T value;
        try {
            value = conversion.get();
        } catch (RuntimeException misfit) {
            throw misfit();
        }
        if (value == null) { // no parameters at all, where there must be some
            throw misfit();
        }
        return value;
    }

    private static McpError misfit() {
        return McpError.builder(ErrorCodes.INVALID_PARAMS).message(MISFIT).build();
    }

    @Override
    public <T> T readValue(String text, Class<T> type) throws IOException {
        return json.readValue(text, type);
    }

    @Override
    public <T> T readValue(byte[] text, Class<T> type) throws IOException {
        return json.readValue(text, type);
    }

    @Override
    public <T> T readValue(String text, TypeRef<T> type) throws IOException {
        return json.readValue(text, type);
    }

    @Override
    public <T> T readValue(byte[] text, TypeRef<T> type) throws IOException {
        return json.readValue(text, type);
    }

    @Override
    public String writeValueAsString(Object value) throws IOException {
        return json.writeValueAsString(value);
    }

    @Override
    public byte[] writeValueAsBytes(Object value) throws IOException {
        return json.writeValueAsBytes(value);
    }
}
