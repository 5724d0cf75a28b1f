package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.collect.Seen;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Hosts that get no address because somebody says of each that it is taken. */
public final class DeniedChecksRule implements Rule {

    private static final Threshold ADDRESSES = new Threshold(
            "DAD-DENIAL.addresses", 3, "addresses", "different interface identifiers that were denied, at least");
    private static final Threshold SHARE = new Threshold(
            "DAD-DENIAL.share",
            50,
            "percent",
            "denied ones of all checked addresses, where no one node denied them all");

    private static final FindingKind KIND = new FindingKind(
            "DAD-DENIAL",
            Category.SECURITY,
            "Checks whether an address is free were answered for address after address, so that hosts get none.",
            List.of(ADDRESSES, SHARE),
            List.of("RFC 3756 section 4.1.3", "RFC 4862 section 5.4.5", "RFC 4861 section 11.1", "MITRE ATT&CK T1499"));

    /** Makes the rule. */
    public DeniedChecksRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        boolean mixed = Links.mayBeMixed(merged);
        Links.apart(merged.observed(CheckDenied.class), CheckDenied::place)
                .values()
                .forEach(link -> denials(link, merged).forEach(some -> found.accept(finding(some, mixed, merged))));
    }

    /** Groups what one node denied; a host that was set up twice has all its addresses twice, but of one identifier. */
    static List<List<CheckDenied>> denials(List<CheckDenied> link, Merged merged) {
        Set<String> deniers = new TreeSet<>();
        link.forEach(denied -> deniers.addAll(denied.deniers()));
        List<List<CheckDenied>> byOne = deniers.stream()
                .map(mac -> link.stream()
                        .filter(denied -> denied.deniers().contains(mac))
                        .toList())
                .filter(some -> identifiers(some) >= merged.value(ADDRESSES))
                .toList();
        if (!byOne.isEmpty()) {
            return byOne;
        }
        double percent = link.isEmpty() ? 0 : 100.0 * link.size() / link.get(0).checkedOnLink();
        boolean byAny = identifiers(link) >= merged.value(ADDRESSES) && percent >= merged.value(SHARE);
        return byAny ? List.of(link) : List.of();
    }

    private static long identifiers(List<CheckDenied> some) {
        return some.stream().map(denied -> denied.address().low()).distinct().count();
    }

    private static Finding finding(List<CheckDenied> some, boolean mixed, Merged merged) {
        List<IpAddress> addresses = some.stream().map(CheckDenied::address).toList();
        Seen shown = Seen.sum(some.stream().map(CheckDenied::seen).toList());
        String deniers = some.stream()
                .flatMap(denied -> denied.deniers().stream())
                .distinct()
                .sorted()
                .limit(3)
                .collect(Collectors.joining(", "));
        return FindingBuilder.of(KIND, Links.severity(Severity.HIGH, mixed), Links.confidence(Confidence.HIGH, mixed))
                .says(
                        "Checks of " + Say.count(some.size()) + " addresses were answered that each is taken",
                        "Of " + Say.count(some.get(0).checkedOnLink()) + " addresses that hosts checked on the link, "
                                + Say.count(some.size()) + " were claimed by others ("
                                + (deniers.isEmpty() ? "unknown link-layer addresses" : deniers)
                                + ") within a second; the hosts may not use them.")
                .measured("denied_interface_identifiers", identifiers(some), merged.value(ADDRESSES))
                .about(addresses)
                .evidence(shown)
                .check(
                        "Copies of one virtual machine on one link deny each other's addresses.",
                        "Find the switch port of the link-layer addresses that answer, and look whether they ever use the"
                                + " addresses that they claim.",
                        LinkFilter.about(addresses))
                .build();
    }
}
