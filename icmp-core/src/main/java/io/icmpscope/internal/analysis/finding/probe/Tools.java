package io.icmpscope.internal.analysis.finding.probe;

import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.internal.analysis.payload.ToolSighting;
import io.icmpscope.message.IpAddress;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What sightings of echo requests have in common. */
final class Tools {

    private Tools() {}

    static @Nullable Instant first(List<ToolSighting> seen) {
        return seen.stream()
                .map(ToolSighting::firstTime)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    static @Nullable Instant last(List<ToolSighting> seen) {
        return seen.stream()
                .map(ToolSighting::lastTime)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    static String echoRequests(IpAddress source) {
        int version = source.version();
        return DisplayFilter.all(DisplayFilter.type(version, version == 4 ? 8 : 128), DisplayFilter.from(source));
    }
}
