package io.icmpscope.internal.analysis.finding.packet;

import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Checksums that do not hold, though all that they cover was captured and no network card explains it. */
public final class BadChecksumRule implements Rule {

    private static final Threshold MESSAGES =
            new Threshold("BAD-CHECKSUM.messages", 1, "messages", "messages of a host with a wrong checksum, at least");
    private static final Threshold MEDIUM =
            new Threshold("BAD-CHECKSUM.medium", 5, "messages", "messages with a wrong checksum, for medium");
    private static final Threshold MEDIUM_PERCENT = new Threshold(
            "BAD-CHECKSUM.medium-percent",
            1,
            "percent",
            "of what the host sent, for medium; as much as for offload is low");

    private static final Threshold SENDERS = new Threshold(
            "BAD-CHECKSUM.senders",
            5,
            "hosts",
            "senders of wrong checksums, from which on one finding tells of them all");

    private static final FindingKind KIND = new FindingKind(
            "BAD-CHECKSUM",
            Category.PROTOCOL,
            "Checksums of messages do not hold: their receivers drop them.",
            List.of(MESSAGES, MEDIUM, MEDIUM_PERCENT, SENDERS),
            List.of("RFC 792", "RFC 1071", "RFC 4443 section 2.3"));

    /** Makes the rule. */
    public BadChecksumRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        List<SenderChecksums> senders = SenderChecksums.of(merged).stream()
                .filter(sender -> sender.bad().count() >= merged.value(MESSAGES) && !sender.isOffload(merged))
                .toList();
        if (senders.size() >= Math.max(2, merged.value(SENDERS))) {
            found.accept(together(senders, merged));
        } else {
            senders.forEach(sender -> found.accept(finding(sender, merged)));
        }
    }

    private static Finding together(List<SenderChecksums> senders, Merged merged) {
        boolean medium = senders.stream().anyMatch(sender -> isMedium(sender, merged));
        OddPacket all = senders.stream()
                .map(SenderChecksums::bad)
                .reduce(OddPacket::plus)
                .orElseThrow();
        List<IpAddress> most = senders.stream()
                .sorted(Comparator.comparingLong(
                        (SenderChecksums sender) -> -sender.bad().count()))
                .map(SenderChecksums::sender)
                .toList();
        String hosts = Say.count(senders.size(), "host");
        return FindingBuilder.of(KIND, medium ? Severity.MEDIUM : Severity.LOW, Confidence.MEDIUM)
                .says(
                        "Messages from " + hosts + " have a wrong checksum",
                        hosts + " sent " + Say.count(all.count(), "message")
                                + " with a checksum that does not hold, most of them " + Odd.names(most) + ".")
                .measured("senders", senders.size(), merged.value(SENDERS))
                .about(most)
                .evidence(all.count(), all.frames(), all.firstTime(), all.lastTime())
                .check(
                        "A tool that makes up packets and their sources, or a capture of which the addresses were changed, may"
                                + " leave checksums as they were.",
                        "See by the link-layer addresses (eth.src) whether one device passed or made them all: that is where to"
                                + " look for the fault.",
                        "(icmp.checksum.status == 0 || icmpv6.checksum.status == 0)")
                .build();
    }

    private static boolean isMedium(SenderChecksums sender, Merged merged) {
        return !sender.isSystematic(merged)
                && sender.bad().count() >= merged.value(MEDIUM)
                && sender.percent() > merged.value(MEDIUM_PERCENT);
    }

    private static Finding finding(SenderChecksums sender, Merged merged) {
        OddPacket bad = sender.bad();
        boolean systematic = sender.isSystematic(merged);
        boolean medium = isMedium(sender, merged);
        String of = sender.sent() == 0 ? "" : " of " + Say.count(sender.sent());
        return FindingBuilder.of(KIND, medium ? Severity.MEDIUM : Severity.LOW, Confidence.MEDIUM)
                .says(
                        "Messages from " + sender.sender() + " have a wrong checksum",
                        Say.count(bad.count()) + of + " messages from " + sender.sender() + " to "
                                + Odd.names(bad.destinations()) + " have a checksum that does not hold"
                                + (sender.sent() == 0 ? "" : ": " + Say.percent(sender.percent())) + ".")
                .measured("bad_checksums", bad.count(), merged.value(medium ? MEDIUM : MESSAGES))
                .about(bad.addresses())
                .evidence(bad.count(), bad.frames(), bad.firstTime(), bad.lastTime())
                .check(
                        systematic
                                ? "All that this host sent is wrong, and no other host shows that checksums were captured right:"
                                        + " a card that fills them in, or a capture of which the addresses were changed."
                                : "A tool that rewrites or makes up packets may leave checksums as they were.",
                        "Capture at the receiver: if it is wrong there too, look for the device on the way that changes"
                                + " packets (NAT, tunnel, faulty memory); receivers count them (netstat -s, InCsumErrors).",
                        sender.filter())
                .build();
    }
}
