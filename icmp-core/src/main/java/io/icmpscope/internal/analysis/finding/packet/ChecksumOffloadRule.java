package io.icmpscope.internal.analysis.finding.packet;

import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import java.util.List;
import java.util.function.Consumer;

/** Checksums that the network card of the capturing host filled in after they were captured. */
public final class ChecksumOffloadRule implements Rule {

    private static final FindingKind KIND = new FindingKind(
            "CHECKSUM-OFFLOAD",
            Category.CAPTURE,
            "Hardly any checksum of one host holds while those of others do: its network card fills them in later.",
            List.of(SenderChecksums.ALL, SenderChecksums.MESSAGES),
            List.of("RFC 792", "RFC 4443 section 2.3"));

    /** Makes the rule. */
    public ChecksumOffloadRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        SenderChecksums.of(merged).stream()
                .filter(sender -> sender.isOffload(merged))
                .forEach(sender -> found.accept(finding(sender, merged)));
    }

    private static Finding finding(SenderChecksums sender, Merged merged) {
        OddPacket bad = sender.bad();
        return FindingBuilder.of(KIND, Severity.INFO, Confidence.MEDIUM)
                .says(
                        "Checksums of " + sender.sender() + " are wrong as where a network card fills them in",
                        Say.count(bad.count()) + " of " + Say.count(sender.sent(), "message") + " from "
                                + sender.sender() + " have a wrong checksum (" + Say.percent(sender.percent())
                                + "), while others' hold: that host was captured before its card filled them in.")
                .measured("bad_checksum_percent", sender.percent(), merged.value(SenderChecksums.ALL))
                .about(sender.sender())
                .evidence(bad.count(), bad.frames(), bad.firstTime(), bad.lastTime())
                .check(
                        "It is harmless on the capturing host. On another one it is a translator or a program that computes"
                                + " checksums wrongly.",
                        "See whether the capture is from that host; if so, switch offloading off (ethtool -K IFACE tx off) to"
                                + " be sure. If not, capture at the receiver.",
                        sender.filter())
                .build();
    }
}
