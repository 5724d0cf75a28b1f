package io.icmpscope.mcp.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.mcp.json.SchemaJson;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LateValidatorTest {

    @Test
    void ourSchemasAreSchemasThoughNobodyLooksWhenTheServerStarts() {
        JsonSchemaValidator strict = McpJsonDefaults.getSchemaValidator();
        strict.assertConforms("arguments", SchemaJson.arguments());
        strict.assertConforms("result", SchemaJson.result());
        Map<String, Object> wrong = Map.of("type", 7);
        assertThrows(IllegalArgumentException.class, () -> strict.assertConforms("wrong", wrong));
    }

    @Test
    void resultsAreValidated() {
        Map<String, Object> schema = Map.of("type", "object", "required", List.of("file"));
        assertTrue(new LateValidator().validate(schema, Map.of("file", "/a")).valid());
        assertFalse(new LateValidator().validate(schema, Map.of()).valid());
    }
}
