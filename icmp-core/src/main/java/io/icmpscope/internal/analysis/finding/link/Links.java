package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.report.CaptureFacts;
import io.icmpscope.report.CaptureFile;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.IcmpReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What can be told of links apart, by a capture that may be of several. */
final class Links {

    private static final Duration A_BIT = Duration.ofSeconds(1); // files that follow each other may overlap so far

    private Links() {}

    /** Groups observations by their link. */
    static <T> Map<String, List<T>> apart(List<T> observed, Function<T, String> place) {
        return observed.stream().collect(Collectors.groupingBy(place, TreeMap::new, Collectors.toList()));
    }

    /**
     * Says whether messages of several links may look like those of one: addresses such as fe80::1 are on all of them. Of
     * several captures those are that were taken at the same time, others follow each other.
     */
    static boolean mayBeMixed(Merged merged) {
        IcmpReport report = merged.report();
        return report.captures().isEmpty()
                ? report.capture().interfaces().total() > 1
                : report.captures().stream()
                                .anyMatch(file -> file.facts().interfaces().total() > 1)
                        || overlap(report.captures());
    }

    private static boolean overlap(List<CaptureFile> files) {
        List<CaptureFacts> inOrder = files.stream()
                .map(CaptureFile::facts)
                .filter(facts -> facts.firstTime() != null && facts.lastTime() != null)
                .sorted(Comparator.comparing(facts -> Objects.requireNonNull(facts.firstTime())))
                .toList();
        Instant latest = Instant.MIN;
        for (CaptureFacts facts : inOrder) {
            if (Objects.requireNonNull(facts.firstTime()).plus(A_BIT).isBefore(latest)) {
                return true;
            }
            Instant last = Objects.requireNonNull(facts.lastTime());
            latest = last.isAfter(latest) ? last : latest;
        }
        return false;
    }

    /** Lowers what rests on one address being one node, where that is not certain. */
    static Severity severity(Severity severity, boolean mixed) {
        return mixed && severity.compareTo(Severity.LOW) > 0 ? Severity.LOW : severity;
    }

    static Confidence confidence(Confidence confidence, boolean mixed) {
        return mixed ? Confidence.LOW : confidence;
    }
}
