package io.icmpscope.mcp.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The schema of the entries of a list while it is filled, member by member. For one thread. */
final class EntrySchema {

    private final JsonObject members = new JsonObject();

    EntrySchema string(String name, String description) {
        return typed(name, "string", description);
    }

    EntrySchema stringOrNull(String name, String description) {
        return typed(name, List.of("string", "null"), description);
    }

    EntrySchema integer(String name, String description) {
        return typed(name, "integer", description);
    }

    EntrySchema integerOrNull(String name, String description) {
        return typed(name, List.of("integer", "null"), description);
    }

    EntrySchema bool(String name, String description) {
        return typed(name, "boolean", description);
    }

    /** A list of plain values. */
    EntrySchema list(String name, String ofType, String description) {
        members.with(
                name,
                typed("array", description)
                        .with("items", new JsonObject().with("type", ofType).members())
                        .members());
        return this;
    }

    EntrySchema object(String name, String description, EntrySchema entry) {
        members.with(
                name,
                typed("object", description)
                        .with("properties", entry.properties())
                        .members());
        return this;
    }

    EntrySchema objectOrNull(String name, String description, EntrySchema entry) {
        members.with(
                name,
                typed(List.of("object", "null"), description)
                        .with("properties", entry.properties())
                        .members());
        return this;
    }

    /** The schema of a list of such entries. */
    Map<String, @Nullable Object> array(String description) {
        JsonObject items = new JsonObject().with("type", "object").with("properties", properties());
        return typed("array", description).with("items", items.members()).members();
    }

    private Map<String, @Nullable Object> properties() {
        return members.members();
    }

    private EntrySchema typed(String name, Object type, String description) {
        members.with(name, typed(type, description).members());
        return this;
    }

    private static JsonObject typed(Object type, String description) {
        return new JsonObject().with("type", type).with("description", description);
    }
}
