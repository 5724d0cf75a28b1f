package io.icmpscope.mcp.resource;

import io.icmpscope.mcp.page.ReportPage;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.spec.McpSchema.Annotations;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Icon;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The page that shows a result inside the conversation, in hosts with the extension for it.
 *
 * @see <a href="https://modelcontextprotocol.io/extensions/apps/overview">MCP Apps</a>
 */
public final class AppPage {

    private static final String ID = "io.modelcontextprotocol/ui"; // of the extension
    private static final String MEDIA_TYPE = "text/html;profile=mcp-app";
    private static final String URI = "ui://icmpscope/report";

    /** What the server says of itself. */
    public static final Map<String, Map<String, Object>> EXTENSION =
            Map.of(ID, Map.of("mimeTypes", List.of(MEDIA_TYPE)));

    /** What the tool says of itself: by which page its results are shown. */
    public static final Map<String, Object> OF_TOOL = Map.of("ui", Map.of("resourceUri", URI));

    /** The page loads nothing and asks for no permission; the border is the host's. */
    private static final Map<String, Object> OF_PAGE = Map.of("ui", Map.of("prefersBorder", true));

    private AppPage() {}

    /**
     * Tells whether a client shows such pages.
     *
     * @param client what it said of itself, if anything
     * @return whether it named the extension, with our media type if it named any
     */
    public static boolean isShownBy(@Nullable ClientCapabilities client) {
        if (client == null || client.extensions() == null) {
            return false;
        }
        Map<String, Object> shown = client.extensions().get(ID);
        return shown != null && (!(shown.get("mimeTypes") instanceof List<?> types) || types.contains(MEDIA_TYPE));
    }

    static SyncResourceSpecification resource(List<Icon> icons) {
        Resource described = Resource.builder(URI, "report-page")
                .title("Page of a report")
                .description("Shows a result of analyze_icmp_packets with charts, tables and paths.")
                .mimeType(MEDIA_TYPE)
                .annotations(Annotations.builder()
                        .audience(List.of(Role.USER))
                        .priority(Resources.PRIORITY)
                        .build())
                .icons(icons)
                .meta(OF_PAGE)
                .build();
        return new SyncResourceSpecification(described, (exchange, request) -> read());
    }

    private static ReadResourceResult read() {
        return ReadResourceResult.builder(List.of(TextResourceContents.builder(URI, ReportPage.forHosts())
                        .mimeType(MEDIA_TYPE)
                        .meta(OF_PAGE)
                        .build()))
                .build();
    }
}
