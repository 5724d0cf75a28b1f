package io.icmpscope.mcp.resource;

import io.icmpscope.mcp.json.JsonWriter;
import io.icmpscope.mcp.json.SchemaJson;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A text to look things up in. It is the same as long as the server runs. */
enum Reference {
    RESULT_SCHEMA(
            "icmpscope://schema/result",
            "result-schema",
            "Schema of the result",
            "JSON schema of what analyze_icmp_packets returns: the meaning and the unit of each field.",
            "application/schema+json") {
        @Override
        String text() {
            Map<String, @Nullable Object> schema = new LinkedHashMap<>();
            schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
            schema.put("$id", uri());
            schema.put("title", "Result of analyze_icmp_packets");
            schema.putAll(SchemaJson.result());
            return JsonWriter.text(schema);
        }
    },
    ICMP_TYPES(
            "icmpscope://tables/icmp-types",
            "icmp-types",
            "Types and codes of ICMP and ICMPv6",
            "Every registered type and code with the name that icmp_type_name and icmp_code_name print, its name in the"
                    + " registry of IANA, and whether it is in use.",
            "text/markdown") {
        @Override
        String text() {
            return CodePointTable.text();
        }
    },
    FINDINGS(
            "icmpscope://tables/findings",
            "findings",
            "Kinds of findings",
            "Every id that a finding can have: what it means, from which numbers on there is one, and where to read more.",
            "text/markdown") {
        @Override
        String text() {
            return FindingTable.text();
        }
    };

    private final String uri;
    private final String shortName;
    private final String title;
    private final String description;
    private final String mediaType;

    Reference(String uri, String shortName, String title, String description, String mediaType) {
        this.uri = uri;
        this.shortName = shortName;
        this.title = title;
        this.description = description;
        this.mediaType = mediaType;
    }

    /** Composes the text. */
    abstract String text();

    String uri() {
        return uri;
    }

    String shortName() {
        return shortName;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    String mediaType() {
        return mediaType;
    }
}
