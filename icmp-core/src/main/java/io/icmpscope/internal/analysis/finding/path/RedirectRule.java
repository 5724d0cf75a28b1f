package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.internal.analysis.finding.Failures;
import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.internal.analysis.finding.path.RedirectSigns.Sign;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.ErrorGroup;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Neighbor.LinkAddress;
import io.icmpscope.report.Threshold;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Redirects: ordinary ones of routers, and those with signs that a genuine one does not have. */
public final class RedirectRule implements Rule {

    private static final Threshold MEDIUM =
            new Threshold("REDIRECT.medium", 1, "signs", "signs that a genuine redirect does not have, for medium");
    private static final Threshold HIGH =
            new Threshold("REDIRECT.high", 2, "signs", "signs that a genuine redirect does not have, for high");

    private static final FindingKind KIND = new FindingKind(
            "REDIRECT",
            Category.SECURITY,
            "A host was told to send packets another way; who forges this gets to see them.",
            List.of(MEDIUM, HIGH),
            List.of(
                    "RFC 792",
                    "RFC 1122 section 3.2.2.2",
                    "RFC 1812 section 5.2.7.2",
                    "RFC 4861 section 8.1",
                    "RFC 3756 section 4.2.4",
                    "RFC 4890 section 3.3",
                    "CVE-1999-0265",
                    "MITRE ATT&CK T1557"));

    /** Makes the rule. */
    public RedirectRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        merged.observed(RedirectSigns.class)
                .forEach(redirects -> found.accept(finding(redirects, signs(redirects, merged.report()), merged)));
    }

    /** What the redirects themselves show, and what the rest of the capture says about their sender. */
    private static Set<Sign> signs(RedirectSigns redirects, IcmpReport report) {
        EnumSet<Sign> signs = EnumSet.noneOf(Sign.class);
        signs.addAll(redirects.signs());
        IpAddress reporter = redirects.pair().reporter();
        if (reporter.version() == 6) {
            boolean advertised = report.routers().entries().stream()
                    .anyMatch(router -> router.address().equals(reporter));
            boolean others = report.routers().entries().stream()
                    .anyMatch(router -> router.address().version() == 6 && router.lifetimeSeconds() > 0);
            if (others && !advertised && report.routers().omitted() == 0) {
                signs.add(Sign.NO_ROUTER);
            }
            if (isOtherSender(redirects, report)) {
                signs.add(Sign.OTHER_SENDER);
            }
        }
        if (leadsNowhere(redirects, report)) {
            signs.add(Sign.LEADS_NOWHERE);
        }
        return signs;
    }

    /** Only what options of neighbour discovery name counts: the frames themselves are the redirects' own. */
    private static boolean isOtherSender(RedirectSigns redirects, IcmpReport report) {
        Set<String> known = report.neighbors().entries().stream()
                .filter(neighbor -> neighbor.address().equals(redirects.pair().reporter()))
                .flatMap(neighbor -> neighbor.linkAddresses().entries().stream())
                .filter(address -> address.source().endsWith("advertisement"))
                .map(LinkAddress::linkAddress)
                .collect(Collectors.toSet());
        return !known.isEmpty()
                && redirects.linkSources().stream()
                        .anyMatch(sender -> !known.contains(sender) && !Redirections.isVirtual(sender));
    }

    private static boolean leadsNowhere(RedirectSigns redirects, IcmpReport report) {
        Set<IpAddress> gateways = withOtherAddresses(redirects.gateways(), report);
        return report.errors().entries().stream()
                .filter(errors -> isNoRoute(errors) && gateways.contains(errors.reporter()))
                .filter(errors -> isAfter(errors.lastTime(), redirects.seen().first()))
                .filter(errors ->
                        redirects.pair().receiver().equals(errors.original().source()))
                .map(errors -> errors.original().destination())
                .anyMatch(destination ->
                        destination != null && redirects.destinations().contains(destination));
    }

    private static boolean isAfter(@Nullable Instant time, @Nullable Instant other) {
        return time == null || other == null || time.isAfter(other);
    }

    private static boolean isNoRoute(ErrorGroup errors) {
        Integer code = errors.icmpCode();
        return errors.icmpType() == Failures.unreachable(errors.icmpVersion()) && code != null && code == 0;
    }

    /** A gateway of IPv6 is named by its link-local address and reports errors by another: both have its frames. */
    private static Set<IpAddress> withOtherAddresses(List<IpAddress> gateways, IcmpReport report) {
        Set<String> frames = report.neighbors().entries().stream()
                .filter(neighbor -> gateways.contains(neighbor.address()))
                .flatMap(neighbor -> neighbor.linkAddresses().entries().stream())
                .map(LinkAddress::linkAddress)
                .collect(Collectors.toSet());
        Set<IpAddress> all = new HashSet<>(gateways);
        report.neighbors().entries().stream()
                .filter(neighbor -> neighbor.linkAddresses().entries().stream()
                        .anyMatch(link -> frames.contains(link.linkAddress())))
                .forEach(neighbor -> all.add(neighbor.address()));
        return all;
    }

    /** Some systems begin with an odd time to live: in IPv4 that alone says little. */
    private static boolean isWeak(RedirectSigns redirects, Set<Sign> signs) {
        return redirects.pair().reporter().version() == 4 && signs.equals(Set.of(Sign.ROUTED));
    }

    private static Finding finding(RedirectSigns redirects, Set<Sign> signs, Merged merged) {
        IpAddress reporter = redirects.pair().reporter();
        IpAddress receiver = redirects.pair().receiver();
        int version = reporter.version();
        int strong = isWeak(redirects, signs) ? 0 : signs.size();
        boolean high = strong >= merged.value(HIGH);
        boolean medium = strong >= merged.value(MEDIUM);
        FindingBuilder finding = FindingBuilder.of(
                        KIND,
                        high ? Severity.HIGH : medium ? Severity.MEDIUM : Severity.LOW,
                        high ? Confidence.HIGH : medium ? Confidence.MEDIUM : Confidence.LOW)
                .says(
                        reporter + " redirected " + receiver + " to " + Words.few(redirects.gateways()),
                        summary(redirects, signs))
                .measured("signs", strong, merged.value(high ? HIGH : MEDIUM))
                .about(Gathered.addresses(
                        List.of(redirects.gateways(), List.of(reporter, receiver), redirects.destinations())))
                .check(
                        "A router with two ways out of one link sends redirects to each host that uses the longer one;"
                                + " each destination has its own.",
                        "Find out whose address " + Words.few(redirects.gateways())
                                + " is, and whether it forwards; then"
                                + " tell hosts to ignore redirects, which they hardly ever need.",
                        DisplayFilter.all(
                                DisplayFilter.type(version, version == 4 ? 5 : 137),
                                DisplayFilter.from(reporter),
                                DisplayFilter.to(receiver)));
        return finding.evidence(redirects.seen()).build();
    }

    private static String summary(RedirectSigns redirects, Set<Sign> signs) {
        String told = Say.count(redirects.seen().count(), "redirect") + " for packets to "
                + Words.few(redirects.destinations())
                + (redirects.forNetworks() == 0
                        ? ""
                        : ", " + Say.count(redirects.forNetworks()) + " for a whole network");
        if (isWeak(redirects, signs)) {
            return told + "; their time to live is unusual, but they have no other sign of a forged redirect.";
        }
        return signs.isEmpty()
                ? told + "; they have none of the usual signs of a forged redirect."
                : told + ". A genuine redirect is otherwise: "
                        + signs.stream().sorted().map(sign -> sign.words).collect(Collectors.joining("; ")) + ".";
    }
}
