package io.icmpscope.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON schema with its shapes where they are used, for tests that walk it. Ours have no shape inside of itself. */
public final class WholeSchema {

    private static final String SHAPE = "#/$defs/";

    private WholeSchema() {}

    public static Map<?, ?> of(Map<?, ?> schema) {
        Map<?, ?> shapes = schema.get("$defs") instanceof Map<?, ?> all ? all : Map.of();
        return (Map<?, ?>) whole(schema, shapes);
    }

    private static Object whole(Object part, Map<?, ?> shapes) {
        if (part instanceof List<?> list) {
            return list.stream().map(one -> whole(one, shapes)).toList();
        }
        if (!(part instanceof Map<?, ?> members)) {
            return part;
        }
        Map<Object, Object> whole = new LinkedHashMap<>();
        if (members.get("$ref") instanceof String shape) {
            whole.putAll((Map<?, ?>) whole(shapes.get(shape.substring(SHAPE.length())), shapes));
        }
        members.forEach((name, member) -> {
            if (!name.equals("$ref") && !name.equals("$defs")) {
                whole.put(name, whole(member, shapes));
            }
        });
        return whole;
    }
}
