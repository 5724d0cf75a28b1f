package io.icmpscope.mcp.server;

import io.icmpscope.mcp.words.StoredText;
import io.modelcontextprotocol.spec.McpSchema.Icon;
import java.util.Base64;
import java.util.List;

/** Our picture, for clients that show one: drawn by ourselves, and so small that it comes along. */
final class Icons {

    private Icons() {}

    /** Every client can show PNG, most can show SVG. */
    static List<Icon> all() {
        return List.of(icon("icon.svg", "image/svg+xml", "any"), icon("icon.png", "image/png", "48x48"));
    }

    private static Icon icon(String file, String mediaType, String size) {
        String data = Base64.getEncoder().encodeToString(StoredText.bytes(Icons.class, file));
        return Icon.builder("data:" + mediaType + ";base64," + data)
                .mimeType(mediaType)
                .sizes(List.of(size))
                .build();
    }
}
