package io.icmpscope.mcp.server;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import java.util.Map;

/**
 * The SDK's validator of results, loaded for the first one: its classes, and its reading of the schema of schemas, would
 * keep a client waiting for the handshake. Our schemas are validated by tests. Thread-safe.
 */
final class LateValidator implements JsonSchemaValidator {

    /** Loaded when it is first asked for. */
    private static final class Loaded {
        private static final JsonSchemaValidator VALIDATOR = McpJsonDefaults.getSchemaValidator();
    }

    @Override
    public ValidationResponse validate(Map<String, Object> schema, Object structuredContent) {
        return Loaded.VALIDATOR.validate(schema, structuredContent);
    }
}
