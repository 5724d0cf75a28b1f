package io.icmpscope.mcp.server;

import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;

/** What all our tools promise: they look and touch nothing; but where a URL leads, and whether it still does, is up to others. */
final class ReadOnly {

    private ReadOnly() {}

    static ToolAnnotations annotations(String title) {
        return ToolAnnotations.builder()
                .title(title)
                .readOnlyHint(true)
                .destructiveHint(false)
                .idempotentHint(true)
                .openWorldHint(true)
                .build();
    }
}
