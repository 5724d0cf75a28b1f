package io.icmpscope.mcp.json;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of the result, printed whole, and again with less and less only where there is no room for that. */
final class Part {

    private final Extent extent;
    private final Function<Share, JsonObject> printer;
    private final Map<String, @Nullable Object> whole;
    private final long length;

    private Part(Extent extent, Function<Share, JsonObject> printer) {
        this.extent = extent;
        this.printer = printer;
        this.whole = printer.apply(extent.whole()).members();
        this.length = JsonWriter.length(whole);
    }

    /** Gives a part of the result of the tool. */
    static Part of(Function<Share, JsonObject> printer) {
        return new Part(Extent.RESULT, printer);
    }

    static Part of(Extent extent, Function<Share, JsonObject> printer) {
        return new Part(extent, printer);
    }

    /** How long it is whole, in bytes of UTF-8. */
    long length() {
        return length;
    }

    /** The part as it fits into so many bytes, or with the smallest share when it fits with none. */
    Map<String, @Nullable Object> within(long room) {
        return length <= room
                ? whole
                : printer.apply(extent.fitting(
                                room, share -> printer.apply(share).members()))
                        .members();
    }
}
