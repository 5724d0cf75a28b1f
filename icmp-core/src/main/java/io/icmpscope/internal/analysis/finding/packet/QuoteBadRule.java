package io.icmpscope.internal.analysis.finding.packet;

import io.icmpscope.internal.analysis.finding.DisplayFilter;
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
import java.util.List;
import java.util.function.Consumer;

/** Errors that quote nothing, too little, or what their receiver did not send. */
public final class QuoteBadRule implements Rule {

    private static final Threshold ERRORS =
            new Threshold("QUOTE-BAD.errors", 1, "errors", "errors with a malformed quote, at least");
    private static final Threshold FOREIGN = new Threshold(
            "QUOTE-BAD.foreign", 3, "errors", "errors that quote what their receiver did not send, at least");

    private static final FindingKind KIND = new FindingKind(
            "QUOTE-BAD",
            Category.PROTOCOL,
            "What errors quote is not what they should: their receivers cannot tell which of their packets is meant.",
            List.of(ERRORS, FOREIGN),
            List.of(
                    "RFC 792",
                    "RFC 1122 section 3.2.2",
                    "RFC 1812 section 4.3.2.3",
                    "RFC 4443 section 2.4",
                    "RFC 4884 section 4"));

    /** Makes the rule. */
    public QuoteBadRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        find(merged, Oddity.QUOTE_NONE, "quote no packet", ERRORS, found);
        find(merged, Oddity.QUOTE_SHORT, "quote less than an IP header and eight bytes", ERRORS, found);
        find(merged, Oddity.QUOTE_VERSION, "quote another version of IP than they came in", ERRORS, found);
        find(merged, Oddity.QUOTE_FOREIGN, "quote packets that it did not send", FOREIGN, found);
    }

    private static void find(Merged merged, Oddity oddity, String what, Threshold least, Consumer<Finding> found) {
        for (OddPacket odd : Odd.of(merged, oddity)) {
            if (odd.count() >= merged.value(least)) {
                found.accept(finding(odd, what, merged.value(least)));
            }
        }
    }

    private static Finding finding(OddPacket odd, String what, double threshold) {
        IpAddress subject = odd.subject();
        boolean foreign = odd.oddity() == Oddity.QUOTE_FOREIGN;
        String whom = foreign ? "to " : "from ";
        String others = Odd.names(foreign ? odd.sources() : odd.destinations());
        return FindingBuilder.of(KIND, Severity.LOW, foreign ? Confidence.LOW : Confidence.MEDIUM)
                .says(
                        "ICMP errors " + whom + subject + " " + what,
                        Say.count(odd.count(), "error") + " " + whom + subject + (foreign ? " from " : " to ") + others
                                + ": "
                                + (odd.count() == 1 ? "it quotes" : "they quote")
                                + what.substring("quote".length()).replace(" it did", " " + subject + " did") + ".")
                .measured("errors", odd.count(), threshold)
                .about(foreign ? odd.destinations() : odd.addresses())
                .evidence(odd.count(), odd.frames(), odd.firstTime(), odd.lastTime())
                .check(
                        foreign
                                ? "A translator (NAT) that does not translate quotes, or a capture of which the addresses were"
                                        + " changed, looks the same; so do tunnels and multihomed hosts."
                                : "Some devices are built so; a translator between versions of IP may leave quotes as they"
                                        + " were.",
                        foreign
                                ? "Look for a translator before " + subject
                                        + " and capture on both sides of it; else the errors"
                                        + " may be made up by who does not see the connection."
                                : "Find out which device " + subject
                                        + " is; its errors cannot be matched with connections, so that traceroute and path MTU"
                                        + " discovery fail.",
                        DisplayFilter.all(
                                subject.version() == 4 ? "icmp" : "icmpv6",
                                foreign ? DisplayFilter.to(subject) : DisplayFilter.from(subject),
                                subject.version() == 4
                                        ? "icmp.type in {3, 4, 5, 11, 12, 31, 40}"
                                        : "icmpv6.type < 128"))
                .build();
    }
}
