package io.icmpscope.mcp.json;

import io.icmpscope.report.RttSummary;
import io.icmpscope.report.RttSummary.Distribution;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Round-trip times as JSON, in milliseconds. */
final class RttJson {

    private RttJson() {}

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
