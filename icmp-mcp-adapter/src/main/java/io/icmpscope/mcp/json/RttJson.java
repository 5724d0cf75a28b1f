package io.icmpscope.mcp.json;

import io.icmpscope.report.RttSummary;
import io.icmpscope.report.RttSummary.Distribution;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Round-trip times as JSON, in milliseconds. */
final class RttJson {

    private RttJson() {}

    static Schema schema() {
        return Schema.objectOrNull("Round trips in milliseconds as ping computes them; null without a reply")
                .with("min", Schema.millis("Shortest"))
                .with("avg", Schema.millis("Mean"))
                .with("max", Schema.millis("Longest"))
                .with("mdev", Schema.millis("Standard deviation of the population"))
                .with("stddev", Schema.millisOrNull("Standard deviation of a sample"))
                .with("median", Schema.millisOrNull("Median; it and what follows are kept of up to 10,000 sessions"))
                .with("p90", Schema.millisOrNull("90th percentile"))
                .with("p95", Schema.millisOrNull("95th percentile"))
                .with("p99", Schema.millisOrNull("99th percentile"))
                .with("jitter", Schema.millisOrNull("Smoothed difference of successive round trips, RFC 3550"));
    }

    static @Nullable Map<String, @Nullable Object> of(@Nullable RttSummary rtt) {
        if (rtt == null) {
            return null;
        }
        Distribution spread = rtt.distribution();
        return new JsonObject()
                .with("min", JsonValues.millis(rtt.min()))
                .with("avg", JsonValues.millis(rtt.avg()))
                .with("max", JsonValues.millis(rtt.max()))
                .with("mdev", JsonValues.millis(rtt.mdev()))
                .with("stddev", JsonValues.millis(rtt.stddev()))
                .with("median", JsonValues.millis(spread == null ? null : spread.median()))
                .with("p90", JsonValues.millis(spread == null ? null : spread.p90()))
                .with("p95", JsonValues.millis(spread == null ? null : spread.p95()))
                .with("p99", JsonValues.millis(spread == null ? null : spread.p99()))
                .with("jitter", JsonValues.millis(spread == null ? null : spread.jitter()))
                .members();
    }
}
