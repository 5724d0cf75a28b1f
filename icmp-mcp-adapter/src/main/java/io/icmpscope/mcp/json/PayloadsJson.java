package io.icmpscope.mcp.json;

import io.icmpscope.report.Confidence;
import io.icmpscope.report.PayloadClassCount;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the data of pings looks like, as JSON. */
final class PayloadsJson {

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

    static Schema schema() {
        Schema count = Schema.object("Echo requests whose data looks alike")
                .with("class", Schema.text("Short name of what it looks like, such as windows, linux-iputils, zero"))
                .with("implies", Schema.text("Which program sends such data"))
                .with(
                        "confidence",
                        Schema.word(
                                "How sure that is; high when no other program is known to",
                                JsonValues.words(Confidence.values())))
                .with("count", Schema.count("How many"))
                .with("example_frame", Schema.count("Frame number of the first"));
        return Schema.list("Most first", count);
    }
}
