package io.icmpscope.mcp.prompt;

import io.icmpscope.mcp.WholeSchema;
import io.icmpscope.mcp.json.ErrorJson;
import io.icmpscope.mcp.json.ListSchema;
import io.icmpscope.mcp.json.SchemaJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The names that a text for models may mention: tools, arguments, fields of the result, and the words that fields hold. */
final class ToolWords {

    private static final Set<String> TOOLS = Set.of("analyze_icmp_packets", "list_icmp_packets");

    /** Stand for names, and for how an invisible character is shown. */
    private static final Set<String> PATTERNS = Set.of("NAME_omitted", "NAME_estimated", "\\u{...}");

    private final List<Map<?, ?>> objects = new ArrayList<>();
    private final Set<String> single = new TreeSet<>();

    ToolWords() {
        see(WholeSchema.of(SchemaJson.result()));
        see(WholeSchema.of(SchemaJson.arguments()));
        see(WholeSchema.of(ListSchema.result()));
        see(WholeSchema.of(ListSchema.arguments()));
        single.addAll(ErrorJson.result("", "", "").keySet());
        single.addAll(TOOLS);
        single.addAll(PATTERNS);
    }

    private void see(Map<?, ?> schema) {
        if (schema.get("enum") instanceof List<?> words) {
            words.forEach(word -> single.add((String) word));
        }
        if (schema.get("properties") instanceof Map<?, ?> members) {
            objects.add(members);
            members.forEach((name, member) -> {
                single.add((String) name);
                see((Map<?, ?>) member);
            });
        }
        if (schema.get("items") instanceof Map<?, ?> entry) {
            see(entry);
        }
    }

    /** Whether a name, or a path of names with dots between them, exists. */
    boolean know(String name) {
        return name.contains(".") && !PATTERNS.contains(name)
                ? objects.stream().anyMatch(members -> leads(name, members))
                : single.contains(name);
    }

    private static boolean leads(String path, Map<?, ?> members) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return members.containsKey(path);
        }
        Object member = members.get(path.substring(0, dot));
        Object schema = member instanceof Map<?, ?> one && one.get("items") != null ? one.get("items") : member;
        return schema instanceof Map<?, ?> one
                && one.get("properties") instanceof Map<?, ?> inner
                && leads(path.substring(dot + 1), inner);
    }
}
