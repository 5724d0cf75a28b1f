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
import io.icmpscope.report.Neighbor;
import io.icmpscope.report.Neighbor.DuplicateCheck;
import io.icmpscope.report.Neighbor.DuplicateCheck.Result;
import io.icmpscope.report.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Addresses that two nodes want. */
public final class DuplicateAddressRule implements Rule {

    private static final Threshold CHECKS =
            new Threshold("DAD-CONFLICT.checks", 1, "checks", "checks of one address that found it taken, at least");
    private static final Threshold HIGH =
            new Threshold("DAD-CONFLICT.high", 3, "checks", "checks of one address that found it taken, for high");

    private static final FindingKind KIND = new FindingKind(
            "DAD-CONFLICT",
            Category.NETWORK,
            "A node checked whether an address is free, and another one had it or wanted it too.",
            List.of(CHECKS, HIGH),
            List.of(
                    "RFC 4862 section 5.4.3",
                    "RFC 4862 section 5.4.4",
                    "RFC 4862 section 5.4.5",
                    "RFC 7527 section 4"));

    /** Makes the rule. */
    public DuplicateAddressRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        List<CheckDenied> denied = merged.observed(CheckDenied.class);
        Set<IpAddress> onPurpose = Links.apart(denied, CheckDenied::place).values().stream()
                .flatMap(link -> DeniedChecksRule.denials(link, merged).stream())
                .flatMap(List::stream)
                .map(CheckDenied::address)
                .collect(Collectors.toSet());
        for (Neighbor neighbor : merged.report().neighbors().entries()) {
            if (neighbor.conflicts() >= merged.value(CHECKS) && !onPurpose.contains(neighbor.address())) {
                found.accept(finding(neighbor, denied, merged));
            }
        }
    }

    private static Finding finding(Neighbor neighbor, List<CheckDenied> denied, Merged merged) {
        IpAddress address = neighbor.address();
        boolean mixed = Links.mayBeMixed(merged);
        List<CheckDenied> known =
                denied.stream().filter(one -> one.address().equals(address)).toList();
        boolean high = neighbor.conflicts() >= merged.value(HIGH);
        Severity severity = high ? Severity.HIGH : Severity.MEDIUM; // of one link for certain, if known
        List<DuplicateCheck> checks = neighbor.duplicateChecks().entries().stream()
                .filter(check -> check.result() == Result.DUPLICATE)
                .toList();
        Seen shown = Seen.sum(seen(known, checks));
        long count = known.isEmpty() ? neighbor.conflicts() : shown.count();
        return FindingBuilder.of(
                        KIND,
                        Links.severity(severity, mixed || known.isEmpty()),
                        Links.confidence(Confidence.HIGH, mixed || known.isEmpty()))
                .says(
                        "Two nodes want the address " + address,
                        Say.count(neighbor.conflicts(), "check") + " whether " + address
                                + " is free found that another node has it or wants it too" + who(known)
                                + "; whoever asked may not use it.")
                .measured("checks_that_found_it_taken", neighbor.conflicts(), merged.value(high ? HIGH : CHECKS))
                .about(address)
                .evidence(count, shown.frames(), shown.first(), shown.last())
                .check(
                        "A host with two interfaces on one link, or a switch that sends its question back to it, denies"
                                + " itself.",
                        "Find both nodes by the sources of these frames, and give one of them another address.",
                        LinkFilter.about(List.of(address)))
                .build();
    }

    private static String who(List<CheckDenied> known) {
        String macs = known.stream()
                .flatMap(one -> Stream.concat(Stream.ofNullable(one.asker()), one.deniers().stream()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return macs.isEmpty() ? "" : " (" + macs + ")";
    }

    private static List<Seen> seen(List<CheckDenied> known, List<DuplicateCheck> checks) {
        List<Seen> all = new ArrayList<>();
        known.forEach(one -> all.add(one.seen()));
        if (!all.isEmpty()) {
            return all; // with the objections
        }
        checks.forEach(check -> all.add(new Seen(1, List.of(check.frame()), check.time(), check.time())));
        return all;
    }
}
