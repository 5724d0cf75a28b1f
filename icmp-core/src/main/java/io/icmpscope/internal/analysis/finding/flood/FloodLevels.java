package io.icmpscope.internal.analysis.finding.flood;

import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.Threshold;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** From which rates on messages of a kind are a flood: the same numbers for requests and for errors. */
final class FloodLevels {

    private static final double MEGA = 1e6;

    private final String things;
    private final String called;
    private final Threshold rate;
    private final Threshold seconds;
    private final Threshold messages;
    private final Threshold highRate;
    private final Threshold highBytes;

    FloodLevels(String id, String things, String called) {
        this.things = things;
        this.called = called;
        rate = new Threshold(id + ".rate", 100, things + " per second", "messages to one address in a busy second");
        seconds = new Threshold(id + ".seconds", 2, "seconds", "busy seconds that follow each other");
        messages = new Threshold(id + ".messages", 500, things, "messages in all busy seconds together");
        highRate =
                new Threshold(id + ".high", 1_000, things + " per second", "messages in the busiest second, for high");
        highBytes =
                new Threshold(id + ".high_bytes", 5, "megabytes per second", "bytes in the busiest second, for high");
    }

    List<Threshold> and(Threshold... more) {
        List<Threshold> all = new ArrayList<>(List.of(rate, seconds, messages, highRate, highBytes));
        all.addAll(List.of(more));
        return all;
    }

    /** How many messages to one address make a second busy. */
    double busy(Merged merged) {
        return merged.value(rate);
    }

    /** How many messages a flood has at least. */
    double least(Merged merged) {
        return merged.value(messages);
    }

    /** Those bursts that are a flood. */
    List<Burst> floods(Merged merged, Collection<Burst> bursts) {
        return bursts.stream()
                .filter(burst ->
                        burst.longestRun() >= merged.value(seconds) && burst.messages() >= merged.value(messages))
                .toList();
    }

    Severity severity(Merged merged, Burst burst) {
        return isFast(merged, burst) || isLarge(merged, burst) ? Severity.HIGH : Severity.MEDIUM;
    }

    private boolean isFast(Merged merged, Burst burst) {
        return burst.peak() >= merged.value(highRate);
    }

    private boolean isLarge(Merged merged, Burst burst) {
        return burst.peakBytes() >= merged.value(highBytes) * MEGA;
    }

    FindingBuilder measured(FindingBuilder finding, Merged merged, Burst burst) {
        if (!isFast(merged, burst) && isLarge(merged, burst)) {
            return finding.measured("megabytes_per_second", burst.peakBytes() / MEGA, merged.value(highBytes));
        }
        return finding.measured(
                things + "_per_second", (double) burst.peak(), merged.value(isFast(merged, burst) ? highRate : rate));
    }

    String sentence(Burst burst) {
        return burst.address + " received " + Say.count(burst.messages()) + " " + called + " in "
                + Say.count(burst.busySeconds(), "second") + ", up to " + Say.count(burst.peak()) + " ("
                + (burst.peakBytes() < MEGA
                        ? Say.number(burst.peakBytes() / 1000.0) + " kB"
                        : Say.number(burst.peakBytes() / MEGA) + " MB")
                + ") a second.";
    }
}
