package io.icmpscope.mcp.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a value of the result is: a JSON schema that says in a few words what it means, in which unit. Each class that
 * writes an object describes it beside the code that writes it. For one thread while it is filled.
 */
final class Schema {

    private static final String CUT = "cut";

    private final JsonObject keywords = new JsonObject();
    private final Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    private final Map<String, Map<String, @Nullable Object>> shared = new LinkedHashMap<>(); // of this and all within
    private @Nullable String name;

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

    /** A whole number that is never negative; there are hundreds, and that they are not is left unsaid in what we write. */
    static Schema count(String description) {
        return integer(description);
    }

    /** A whole number that is never negative, or null where it does not exist. */
    static Schema countOrNull(String description) {
        return new Schema(List.of("integer", "null"), description);
    }

    /** A whole number that is not smaller. */
    static Schema integer(String description, int least) {
        Schema integer = integer(description);
        integer.keywords.with("minimum", least);
        return integer;
    }

    /** A whole number of a range. */
    static Schema integer(String description, int least, int most) {
        Schema integer = integer(description, least);
        integer.keywords.with("maximum", most);
        return integer;
    }

    /** A whole number of a range, or several of them. */
    static Schema integers(String description, int least, int most) {
        Schema integers = new Schema(List.of("integer", "array"), description);
        JsonObject entry =
                new JsonObject().with("type", "integer").with("minimum", least).with("maximum", most);
        integers.keywords.with("minimum", least).with("maximum", most).with("items", entry.members());
        return integers;
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
        list.keywords.with("items", list.holding(entry));
        return list;
    }

    /** A few frame numbers. */
    static Schema frames(String description) {
        return list(description, count("Frame number"));
    }

    /** Adds a member to an object. */
    Schema with(String name, Schema member) {
        properties.put(name, holding(member));
        return this;
    }

    /** Adds a count of different things to an object, and what stands beside it when they were too many to count. */
    Schema withDistinct(String name, Schema count) {
        return with(name, count).with(name + "_estimated", flag("True: " + name + " is an estimate"));
    }

    /** Adds a list that can be cut to an object, and that something then stands beside it. */
    Schema withCut(String name, Schema list) {
        share(CUT, cut());
        keywords.with("allOf", List.of(reference(CUT)));
        return with(name, list);
    }

    private static Map<String, @Nullable Object> cut() {
        return new JsonObject()
                .with("description", "Lists can be cut; what then stands beside them")
                .with(
                        "patternProperties",
                        new JsonObject()
                                .with(
                                        "_omitted$",
                                        count("How many more entries the list has")
                                                .members())
                                .with(
                                        "_omitted_estimated$",
                                        flag("True: that number is an estimate").members())
                                .members())
                .members();
    }

    /** Adds that there are members whose names are not known beforehand. */
    Schema withOthers(Schema member) {
        keywords.with("additionalProperties", holding(member));
        return this;
    }

    /** Adds which members an object always has. */
    Schema requiring(List<String> names) {
        keywords.with("required", names);
        return this;
    }

    /** Adds that an object always has either these or those members. */
    Schema requiring(List<String> these, List<String> orThose) {
        keywords.with("anyOf", List.of(Map.of("required", these), Map.of("required", orThose)));
        return this;
    }

    /** Adds that there are no other members. */
    Schema closed() {
        keywords.with("additionalProperties", false);
        return this;
    }

    /** Gives it a name, by which a document holds it once, wherever it stands in it. */
    Schema shared(String as) {
        name = as;
        return this;
    }

    private Map<String, @Nullable Object> holding(Schema inner) {
        inner.shared.forEach(this::share);
        if (inner.name == null) {
            return inner.members();
        }
        share(inner.name, inner.members());
        return reference(inner.name);
    }

    private void share(String as, Map<String, @Nullable Object> shape) {
        Object before = shared.put(as, shape);
        if (before != null && !Objects.equals(before, shape)) {
            throw new IllegalArgumentException("two shapes are called " + as);
        }
    }

    private static Map<String, @Nullable Object> reference(String as) {
        return new JsonObject().with("$ref", "#/$defs/" + as).members();
    }

    /** The schema as a document of its own, with all shapes that it refers to. */
    Map<String, @Nullable Object> document() {
        JsonObject json = new JsonObject();
        members().forEach(json::with);
        return (shared.isEmpty() ? json : json.with("$defs", new LinkedHashMap<>(shared))).members();
    }

    private Map<String, @Nullable Object> members() {
        JsonObject json = new JsonObject();
        keywords.members().forEach(json::with);
        return (properties.isEmpty() ? json : json.with("properties", new LinkedHashMap<>(properties))).members();
    }
}
