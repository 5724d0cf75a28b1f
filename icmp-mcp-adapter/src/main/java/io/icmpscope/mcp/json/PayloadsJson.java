package io.icmpscope.mcp.json;

import io.icmpscope.report.PayloadClassCount;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the data of pings looks like, as JSON. */
final class PayloadsJson {

    static final int MOST = 32; // there are fewer classes

    private PayloadsJson() {}

    static Map<String, @Nullable Object> entry(PayloadClassCount count) {
        return new JsonObject()
                .with("class", count.name())
                .with("implies", count.implies())
                .with("confidence", JsonValues.word(count.confidence()))
                .with("count", count.count())
                .with("example_frame", count.exampleFrame())
                .members();
    }

    static Map<String, @Nullable Object> schema() {
        return new EntrySchema()
                .string("class", "Short name of what the data looks like, such as windows, linux-iputils, zero, other.")
                .string("implies", "Which program sends such data.")
                .string("confidence", "How sure that is: high when no other program is known to, medium, low.")
                .integer("count", "How many echo requests.")
                .integer("example_frame", "Frame number of the first.")
                .array("Echo requests by what their data looks like; most first.");
    }
}
