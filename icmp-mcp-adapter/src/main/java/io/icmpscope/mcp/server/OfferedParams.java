package io.icmpscope.mcp.server;

import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Params of a good shape that name what this server never offered; the SDK takes them for something it knows. */
final class OfferedParams {

    private static final Set<String> LISTS = Set.of(
            McpSchema.METHOD_TOOLS_LIST,
            McpSchema.METHOD_RESOURCES_LIST,
            McpSchema.METHOD_RESOURCES_TEMPLATES_LIST,
            McpSchema.METHOD_PROMPT_LIST);

    /** RFC 5424, section 6.2.1, in the spelling of MCP. */
    private static final Set<String> LEVELS =
            Set.of("debug", "info", "notice", "warning", "error", "critical", "alert", "emergency");

    private OfferedParams() {}

    /** Says what is wrong with the params of a request, or null when there is nothing. */
    static @Nullable String fault(String method, @Nullable Object params) {
        Map<?, ?> given = params instanceof Map<?, ?> members ? members : Map.of();
        if (LISTS.contains(method) && given.get("cursor") != null) {
            return "This server gave no such cursor: its lists have one page; leave cursor out";
        }
        if (method.equals(McpSchema.METHOD_LOGGING_SET_LEVEL)
                && given.get("level") instanceof String level
                && !LEVELS.contains(level)) {
            return "level must be debug, info, notice, warning, error, critical, alert or emergency";
        }
        return null;
    }
}
