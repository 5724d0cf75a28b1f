package io.icmpscope.report;

import io.icmpscope.report.CaptureFacts.UnsupportedLinkType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What several captures are as one timeline. */
final class TimelineFacts {

    private static final int MAX_WARNINGS = 100;

    private final List<CaptureFile> captures;

    private TimelineFacts(List<CaptureFile> captures) {
        this.captures = captures;
    }

    static CaptureFacts of(List<CaptureFile> captures) {
        if (captures.isEmpty()) {
            throw new IllegalArgumentException("captures: none");
        }
        return new TimelineFacts(captures).sum();
    }

    private CaptureFacts sum() {
        CaptureFacts first = captures.get(0).facts();
        return new CaptureFacts(
                first.format(),
                first.byteOrder(),
                first.compressed(),
                first.sizeBytes(),
                first.interfaces(),
                times(CaptureFacts::firstTime).min(Comparator.naturalOrder()).orElse(null),
                times(CaptureFacts::lastTime).max(Comparator.naturalOrder()).orElse(null),
                total(CaptureFacts::truncatedFrames),
                total(CaptureFacts::incompleteFragments),
                unsupportedLinkTypes(),
                first.skippedBlocks(),
                first.comments(),
                warnings());
    }

    private Stream<Instant> times(Function<CaptureFacts, @Nullable Instant> time) {
        return captures.stream().map(capture -> time.apply(capture.facts())).filter(Objects::nonNull);
    }

    private long total(ToLongFunction<CaptureFacts> figure) {
        return captures.stream()
                .mapToLong(capture -> figure.applyAsLong(capture.facts()))
                .sum();
    }

    private List<UnsupportedLinkType> unsupportedLinkTypes() {
        SortedMap<Integer, UnsupportedLinkType> byNumber = new TreeMap<>();
        for (CaptureFile capture : captures) {
            for (UnsupportedLinkType type : capture.facts().unsupportedLinkTypes()) {
                byNumber.merge(
                        type.linkType(),
                        type,
                        (one, other) ->
                                new UnsupportedLinkType(one.linkType(), one.name(), one.frames() + other.frames()));
            }
        }
        return List.copyOf(byNumber.values());
    }

    private Listing<CaptureWarning> warnings() {
        List<CaptureWarning> listed = new ArrayList<>();
        long all = 0;
        for (CaptureFile capture : captures) {
            Listing<CaptureWarning> warnings = capture.facts().warnings();
            all += warnings.total();
            warnings.entries().stream()
                    .limit(MAX_WARNINGS - listed.size())
                    .forEach(warning -> listed.add(warning.in(capture.name())));
        }
        return new Listing<>(listed, all - listed.size());
    }
}
