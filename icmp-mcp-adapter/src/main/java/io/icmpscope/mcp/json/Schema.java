package io.icmpscope.mcp.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a value of the result is: a JSON schema that says in a few words what it means, in which unit. Each class that
 * writes an object describes it beside the code that writes it. For one thread while it is filled.
 */
final class Schema {

    private final JsonObject keywords = new JsonObject();
    private final Map<String, @Nullable Object> properties = new LinkedHashMap<>();

    private Schema(@Nullable Object type, String description) {
        keywords.withPresent("type", type).with("description", description);
    }

    /** Anything. */
    static Schema any(String description) {
        return new Schema(null, description);
    }

    /** A text that is always there. */
    static Schema text(String description) {
        return new Schema("string", description);
    }

    /** A text, or null when there is none. */
    static Schema textOrNull(String description) {
        return new Schema(List.of("string", "null"), description);
    }

    /** One of a few words. */
    static Schema word(String description, List<String> words) {
        Schema word = text(description);
        word.keywords.with("enum", words);
        return word;
    }

    /** Yes or no. */
    static Schema flag(String description) {
        return new Schema("boolean", description);
    }

    /** Yes or no, or null where that does not apply. */
    static Schema flagOrNull(String description) {
        return new Schema(List.of("boolean", "null"), description);
    }

    /** A whole number. */
    static Schema integer(String description) {
        return new Schema("integer", description);
    }

    /** A whole number that is never negative. */
    static Schema count(String description) {
        return natural("integer", description);
    }

    /** A whole number that is never negative, or null where it does not exist. */
    static Schema countOrNull(String description) {
        return natural(List.of("integer", "null"), description);
    }

    private static Schema natural(Object type, String description) {
        Schema natural = new Schema(type, description);
        natural.keywords.with("minimum", 0);
        return natural;
    }

    /** A decimal. */
    static Schema decimal(String description) {
        return new Schema("number", description);
    }

    /** A decimal, or null where it does not exist. */
    static Schema decimalOrNull(String description) {
        return new Schema(List.of("number", "null"), description);
    }

    /** A duration in milliseconds. */
    static Schema millis(String description) {
        return decimal(description + ", in milliseconds");
    }

    /** A duration in milliseconds, or null where it cannot be told. */
    static Schema millisOrNull(String description) {
        return decimalOrNull(description + ", in milliseconds");
    }

    /** A time, or null where the capture has none. */
    static Schema time(String description) {
        return textOrNull(description + ", RFC 3339 UTC; null if not known");
    }

    /** An object; its members follow. */
    static Schema object(String description) {
        return new Schema("object", description);
    }

    /** An object, or null where it does not exist; its members follow. */
    static Schema objectOrNull(String description) {
        return new Schema(List.of("object", "null"), description);
    }

    /** A list. */
    static Schema list(String description, Schema entry) {
        Schema list = new Schema("array", description);
        list.keywords.with("items", entry.members());
        return list;
    }

    /** A few frame numbers. */
    static Schema frames(String description) {
        return list(description, count("Frame number"));
    }

    /** Adds a member to an object. */
    Schema with(String name, Schema member) {
        properties.put(name, member.members());
        return this;
    }

    /** Adds a count of different things to an object, and what stands beside it when they were too many to count. */
    Schema withDistinct(String name, Schema count) {
        return with(name, count).with(name + "_estimated", flag("True: " + name + " is an estimate"));
    }

    /** Adds a list that can be cut to an object, and what then stands beside it. */
    Schema withCut(String name, Schema list) {
        return with(name, list).withDistinct(name + "_omitted", count("How many more there are"));
    }

    /** Adds that there are members whose names are not known beforehand. */
    Schema withOthers(Schema member) {
        keywords.with("additionalProperties", member.members());
        return this;
    }

    /** Adds which members an object always has. */
    Schema requiring(List<String> names) {
        keywords.with("required", names);
        return this;
    }

    /** Adds that there are no other members. */
    Schema closed() {
        keywords.with("additionalProperties", false);
        return this;
    }

    /** The schema as JSON, without what was added afterwards. */
    Map<String, @Nullable Object> members() {
        JsonObject json = new JsonObject();
        keywords.members().forEach(json::with);
        return (properties.isEmpty() ? json : json.with("properties", new LinkedHashMap<>(properties))).members();
    }
}
