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
        List<IpAddress> concerned = concerned(odd, source, documentation);
        String end = documentation ? "with" : source ? "from" : "to";
        Severity severity = !source && martian.severity == Severity.MEDIUM ? Severity.LOW : martian.severity;
        return FindingBuilder.of(KIND, severity, documentation ? Confidence.HIGH : Confidence.MEDIUM)
                .says(
                        "IPv" + version + " packets " + end + " " + martian.addresses,
                        Say.count(odd.count(), "message") + (odd.count() == 1 ? " has" : " have") + " such an address ("
                                + martian.prefixes(version) + "), which routers do not pass on: "
                                + Odd.names(concerned) + ".")
                .measured("messages", odd.count(), threshold)
                .about(concerned)
                .evidence(odd.count(), odd.frames(), odd.firstTime(), odd.lastTime())
                .check(benign(martian), next(martian), filter(odd, martian, version, source))
                .build();
    }

    /** The addresses that cannot be there. */
    private static List<IpAddress> concerned(OddPacket odd, boolean source, boolean documentation) {
        if (documentation) {
            return odd.addresses().stream()
                    .filter(MartianTally::isDocumentation)
                    .toList();
        }
        return source ? odd.sources() : odd.destinations();
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

    /** By the prefix; but of link-local addresses, which are in their place on most links, by those seen. */
    private static String filter(OddPacket odd, Martian martian, int version, boolean source) {
        String ip = version == 4 ? "ip." : "ipv6.";
        if (martian == Martian.DOCUMENTATION) {
            return "(icmp || icmpv6) && " + DisplayFilter.in(ip + "addr", prefixes(martian, version));
        }
        if (martian == Martian.LINK_LOCAL) {
            return DisplayFilter.all(
                    "(icmp || icmpv6)",
                    source ? Odd.fromAny(version, odd.sources()) : Odd.toAny(version, odd.destinations()));
        }
        String selected = DisplayFilter.in(ip + (source ? "src" : "dst"), prefixes(martian, version));
        return martian == Martian.UNSPECIFIED && source
                ? DisplayFilter.all("icmpv6", "!(icmpv6.type in {131..133, 135, 143, 148})", selected)
                : DisplayFilter.all("(icmp || icmpv6)", selected);
    }

    private static List<String> prefixes(Martian martian, int version) {
        return List.of(martian.prefixes(version).split(", "));
    }
}
