package io.icmpscope.mcp.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.FindingKinds;
import io.icmpscope.mcp.json.SchemaJson;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourcesTest {

    @Test
    void eachSaysWhatItIs() {
        for (SyncResourceSpecification one : Resources.all(List.of())) {
            Resource described = one.resource();
            assertFalse(described.title().isBlank());
            assertFalse(described.description().isBlank());
            TextResourceContents content = content(one);
            assertEquals(described.uri(), content.uri());
            assertEquals(described.mimeType(), content.mimeType());
        }
    }

    @Test
    void theSchemaIsTheOneThatTheToolHas() throws Exception {
        String text = text("icmpscope://schema/result");
        Map<?, ?> schema = McpJsonDefaults.getMapper().readValue(text, Map.class);
        assertEquals("https://json-schema.org/draft/2020-12/schema", schema.get("$schema"));
        assertEquals(SchemaJson.result().get("properties"), schema.get("properties"));
        assertEquals(SchemaJson.result().get("required"), schema.get("required"));
    }

    /** Rows by the registries of IANA and by the names that the Python tool prints. */
    @Test
    void theTableNamesTypesAndCodesAsResultsDo() {
        String text = text("icmpscope://tables/icmp-types");
        String[] versions = text.split("\n## ", -1);
        assertEquals(3, versions.length);
        row(versions[1], "| 0 |  | Echo Reply |  | assigned | reply |");
        row(
                versions[1],
                "| 3 | 4 | Fragmentation Required | Fragmentation Needed and Don't Fragment was Set | assigned |  |");
        row(versions[1], "| 4 |  | Source Quench | Source Quench (Deprecated) | deprecated | error |");
        row(versions[1], "| 44-252 |  | Unknown Type (n) | Unassigned | unassigned |  |");
        row(versions[1], "| 255 |  | Reserved |  | reserved | other |");
        row(versions[2], "| 135 |  | Neighbor Solicitation |  | assigned | other |");
        row(versions[2], "| 1 | 3 | address unreachable |  | assigned |  |");
        assertFalse(versions[1].contains("No Code"), "types without codes have one row");
    }

    @Test
    void everyKindOfFindingHasASection() {
        String text = text("icmpscope://tables/findings");
        FindingKinds.all().forEach(kind -> assertTrue(text.contains("\n## " + kind.id() + " ("), kind.id()));
        row(text, "## LOSS (network)");
        row(text, "- `LOSS.low` = 5 percent: lost requests, for low");
    }

    private static void row(String table, String row) {
        assertTrue(table.lines().anyMatch(row::equals), () -> row + " is not in " + table);
    }

    private static String text(String uri) {
        return Resources.all(List.of()).stream()
                .filter(one -> one.resource().uri().equals(uri))
                .map(one -> content(one).text())
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("NullAway") // the handlers need no exchange
    private static TextResourceContents content(SyncResourceSpecification one) {
        ReadResourceRequest request =
                ReadResourceRequest.builder(one.resource().uri()).build();
        return (TextResourceContents)
                one.readHandler().apply(null, request).contents().get(0);
    }
}
