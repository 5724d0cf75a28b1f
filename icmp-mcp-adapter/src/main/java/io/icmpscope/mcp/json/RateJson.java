package io.icmpscope.mcp.json;

import io.icmpscope.mcp.words.Figures;
import io.icmpscope.report.Rate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many messages there were when, as JSON. */
final class RateJson {

    private RateJson() {}

    static @Nullable Map<String, @Nullable Object> rate(@Nullable Rate rate) {
        return rate == null
                ? null
                : new JsonObject()
                        .with("bucket_seconds", rate.bucketSeconds())
                        .with(
                                "buckets",
                                rate.buckets().stream().map(RateJson::bucket).toList())
                        .with("peak", peak(rate.peak()))
                        .members();
    }

    private static Map<String, @Nullable Object> bucket(Rate.Bucket bucket) {
        return new JsonObject()
                .with("time", JsonValues.time(bucket.time()))
                .with("count", bucket.count())
                .with("bytes", bucket.bytes())
                .members();
    }

    private static Map<String, @Nullable Object> peak(Rate.Peak peak) {
        return new JsonObject()
                .with("time", JsonValues.time(peak.time()))
                .with("per_second", Figures.sixDigits(peak.perSecond()))
                .members();
    }

    static Schema schema() {
        Schema bucket = Schema.object("Bucket")
                .with("time", Schema.text("When it begins, RFC 3339, UTC"))
                .with("count", Schema.count("Messages"))
                .with("bytes", Schema.count("Captured bytes of their frames"));
        Schema peak = Schema.object("The second with most messages; in a capture of days two seconds, or more")
                .with("time", Schema.text("When it begins, RFC 3339, UTC"))
                .with("per_second", Schema.decimal("Messages per second"));
        return Schema.objectOrNull("Messages over time; null if the capture has no time")
                .with("bucket_seconds", Schema.count("Width of a bucket in seconds"))
                .with("buckets", Schema.list("At most 120; those without messages are left out", bucket))
                .with("peak", peak);
    }
}
