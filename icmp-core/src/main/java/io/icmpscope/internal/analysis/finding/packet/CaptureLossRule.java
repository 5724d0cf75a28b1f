package io.icmpscope.internal.analysis.finding.packet;

import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.report.CaptureFacts;
import io.icmpscope.report.CaptureFile;
import io.icmpscope.report.CaptureInterface;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.util.List;
import java.util.function.Consumer;

/** Packets that the capturing system lost, as the statistics of a pcapng file say. */
public final class CaptureLossRule implements Rule {

    private static final Threshold DROPPED =
            new Threshold("CAPTURE-LOSS.dropped", 1, "packets", "packets that were not captured, at least");
    private static final Threshold LOW =
            new Threshold("CAPTURE-LOSS.low", 1, "percent", "packets that were not captured, for low: more than");

    private static final FindingKind KIND = new FindingKind(
            "CAPTURE-LOSS",
            Category.CAPTURE,
            "The capturing system lost packets: what looks lost may have arrived.",
            List.of(DROPPED, LOW),
            List.of());

    /** Makes the rule. */
    public CaptureLossRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        List<CaptureFile> several = merged.report().captures();
        if (several.isEmpty()) {
            find(merged, merged.report().capture(), merged.report().totalPackets(), "", found);
        }
        several.forEach(file -> find(merged, file.facts(), file.totalPackets(), "In " + file.name() + " ", found));
    }

    private static void find(Merged merged, CaptureFacts facts, long frames, String where, Consumer<Finding> found) {
        for (CaptureInterface from : facts.interfaces().entries()) {
            Long dropped = from.dropped();
            if (dropped != null && dropped >= Math.max(1, merged.value(DROPPED))) {
                Long received = from.received();
                long all = received == null ? frames + dropped : Math.max(received, dropped);
                found.accept(finding(merged, from, dropped, all, where, facts));
            }
        }
    }

    private static Finding finding(
            Merged merged, CaptureInterface from, long dropped, long all, String where, CaptureFacts facts) {
        double percent = 100.0 * dropped / all;
        boolean low = percent > merged.value(LOW);
        return FindingBuilder.of(KIND, low ? Severity.LOW : Severity.INFO, Confidence.HIGH)
                .says(
                        "Interface " + from.id() + " of the capture lost packets",
                        where + Say.count(dropped) + " of " + Say.count(all, "packet")
                                + " were dropped for want of buffers: " + Say.percent(percent)
                                + ". Replies among them look lost, and rates look lower than they were.")
                .measured("dropped_percent", percent, low ? merged.value(LOW) : 0)
                .evidence(dropped, List.of(), facts.firstTime(), facts.lastTime())
                .check(
                        "What was dropped need not be ICMP: a filter would not have kept most of it.",
                        "Capture again with a larger buffer (dumpcap -B, tcpdump -B), a filter for icmp or icmp6, or less"
                                + " of each packet, and see that the count of drops stays 0. No filter shows what was dropped: this one shows the ICMP that is left.",
                        "(icmp || icmpv6)")
                .build();
    }
}
