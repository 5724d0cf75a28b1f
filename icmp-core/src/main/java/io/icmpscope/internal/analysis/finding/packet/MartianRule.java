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

/** Addresses that packets on a link cannot have: one finding for each kind of address. */
public final class MartianRule implements Rule {

    private static final Threshold MESSAGES =
            new Threshold("MARTIAN.messages", 1, "messages", "messages with such an address, at least");

    private static final FindingKind KIND = new FindingKind(
            "MARTIAN",
            Category.SECURITY,
            "Messages have addresses that cannot be on a link, such as those of loopback or for documentation.",
            List.of(MESSAGES),
            List.of("RFC 1812 section 5.3.7", "RFC 1122 section 3.2.1.3", "RFC 6890 section 2.2.2", "RFC 9637"));

    /** Makes the rule. */
    public MartianRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        for (OddPacket odd : Odd.of(merged, Oddity.MARTIAN)) {
            if (odd.count() >= merged.value(MESSAGES)) {
                found.accept(finding(odd, merged.value(MESSAGES)));
            }
        }
    }

    private static Finding finding(OddPacket odd, double threshold) {
        int number = odd.key().number();
        Martian martian = Martian.of(number);
        int version = Martian.ipVersion(number);
        boolean source = Martian.isSource(number);
        boolean documentation = martian == Martian.DOCUMENTATION;
        List<IpAddress> concerned = source ? odd.sources() : odd.destinations();
        String end = documentation ? "with" : source ? "from" : "to";
        Severity severity = !source && martian.severity == Severity.MEDIUM ? Severity.LOW : martian.severity;
        return FindingBuilder.of(KIND, severity, documentation ? Confidence.HIGH : Confidence.MEDIUM)
                .says(
                        "IPv" + version + " packets " + end + " " + martian.addresses,
                        Say.count(odd.count(), "message") + " between " + Odd.names(odd.sources()) + " and "
                                + Odd.names(odd.destinations()) + (odd.count() == 1 ? " has" : " have")
                                + " such an address, which routers do not pass on.")
                .measured("messages", (double) odd.count(), threshold)
                .about(documentation ? odd.addresses() : concerned)
                .evidence(odd.count(), odd.frames(), odd.firstTime(), odd.lastTime())
                .check(benign(martian), next(martian), filter(odd, version, source, documentation))
                .build();
    }

    private static String benign(Martian martian) {
        return switch (martian) {
            case DOCUMENTATION ->
                "Laboratories and captures whose addresses were replaced use these prefixes on purpose.";
            case LINK_LOCAL -> "Cloud networks number the links between their routers so, and traceroute shows them.";
            case RESERVED -> "Some large networks use these addresses inside.";
            case THIS_NETWORK, UNSPECIFIED -> "A host that has no address yet, or a router without one, may send so.";
            case SITE_LOCAL -> "Old networks still use them inside.";
            case LOOPBACK ->
                "A capture that was taken on a loopback interface and converted to another link type looks the same.";
            case GROUP, BROADCAST, MAPPED ->
                "A program that makes up packets, or a translator with a fault, may send so.";
        };
    }

    private static String next(Martian martian) {
        return martian == Martian.DOCUMENTATION
                ? "Nothing, if this is a laboratory; else see who uses an address of an example as it stands."
                : "Find the sender by the link-layer address of the frames (eth.src), and filter such packets at the border"
                        + " (BCP 38).";
    }

    private static String filter(OddPacket odd, int version, boolean source, boolean documentation) {
        if (documentation) {
            return version == 4
                    ? "icmp && ip.addr in {192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24}"
                    : "icmpv6 && (ipv6.addr == 2001:db8::/32 || ipv6.addr == 3fff::/20)";
        }
        return DisplayFilter.all(
                "(icmp || icmpv6)",
                source ? Odd.fromAny(version, odd.sources()) : Odd.toAny(version, odd.destinations()));
    }
}
