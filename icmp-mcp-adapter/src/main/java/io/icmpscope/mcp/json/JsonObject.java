package io.icmpscope.mcp.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object while it is filled; its keys stay in the order in which they came. For one thread. */
final class JsonObject {

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    /** Begins an object without members. */
    JsonObject() {}

    /**
     * Adds a member whose value may be null, which is printed.
     *
     * @param name its name
     * @param value a string, a number, a boolean, a map, a list or null
     * @return this
     */
    JsonObject with(String name, @Nullable Object value) {
        members.put(name, value);
        return this;
    }

    /**
     * Adds a member unless it does not apply.
     *
     * @param name its name
     * @param value its value, or null for no member
     * @return this
     */
    JsonObject withPresent(String name, @Nullable Object value) {
        return value == null ? this : with(name, value);
    }

    /**
     * Adds a list, and beside it the number of entries that it lacks when it lacks any.
     *
     * @param name the list's name
     * @param entries the list
     * @param omitted how many entries it lacks
     * @return this
     */
    JsonObject withList(String name, List<?> entries, long omitted) {
        return with(name, entries).withOmitted(name, omitted);
    }

    JsonObject withOmitted(String name, long omitted) {
        return omitted == 0 ? this : with(name + "_omitted", omitted);
    }

    /** Adds, beside a member, that it is an estimate; nothing when it is exact. */
    JsonObject withEstimated(String name, boolean estimated) {
        return estimated ? with(name + "_estimated", true) : this;
    }

    /**
     * Returns the object.
     *
     * @return a view of the members in their order
     */
    Map<String, @Nullable Object> members() {
        return Collections.unmodifiableMap(members);
    }
}
