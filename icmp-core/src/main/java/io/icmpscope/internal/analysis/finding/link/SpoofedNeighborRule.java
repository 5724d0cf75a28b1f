package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.internal.analysis.finding.link.OwnerSeen.Owner;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Addresses that several nodes claim at the same time. */
public final class SpoofedNeighborRule implements Rule {

    private static final Threshold RETURNS = new Threshold(
            "ND-SPOOF.returns", 1, "messages", "messages that showed a former owner again within 30 s, at least");
    private static final Threshold SWITCHES = new Threshold(
            "ND-SPOOF.switches",
            4,
            "messages",
            "messages that moved one address to another owner within 30 s, at least");
    private static final Threshold TWICE = new Threshold(
            "ND-SPOOF.answers",
            1,
            "answers",
            "second answers to one question, with another link-layer address, at least");
    private static final Threshold ADDRESSES =
            new Threshold("ND-SPOOF.addresses", 2, "addresses", "contested addresses of one node, for high");
    private static final Threshold UNASKED = new Threshold(
            "ND-SPOOF.unasked",
            3,
            "advertisements",
            "times that one node announced itself unasked, within seconds of each other, for a higher severity");

    private static final Threshold ANNOUNCED = new Threshold(
            "ND-SPOOF.announced",
            5,
            "advertisements",
            "times that one node announced itself unasked, where no other owner was seen, for low");

    private static final Threshold RANDOM = new Threshold(
            "ND-SPOOF.random",
            10,
            "addresses",
            "link-layer addresses of one address that are told as a flood instead, where there is one, at least");

    private static final FindingKind KIND = new FindingKind(
            "ND-SPOOF",
            Category.SECURITY,
            "Two nodes claimed one address at the same time, each with a link-layer address of its own.",
            List.of(RETURNS, SWITCHES, TWICE, ADDRESSES, UNASKED, ANNOUNCED, RANDOM),
            List.of("RFC 3756 section 4.1.1", "RFC 4861 section 7.2.5", "RFC 4861 section 11.1", "MITRE ATT&CK T1557"));

    /** Makes the rule. */
    public SpoofedNeighborRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        boolean mixed = Links.mayBeMixed(merged);
        Links.apart(merged.observed(OwnerSeen.class), OwnerSeen::place).forEach((place, all) -> {
            boolean flooded = DiscoveryFloodRule.tells(place, merged);
            List<OwnerSeen> link = all.stream()
                    .filter(one -> !flooded || one.owners().size() < merged.value(RANDOM))
                    .toList();
            List<OwnerSeen> contested =
                    link.stream().filter(one -> isContested(one, merged)).toList();
            Map<String, List<OwnerSeen>> byClaimant = byClaimant(contested);
            byClaimant.forEach((mac, some) -> found.accept(contest(mac, some, mixed, merged)));
            List<OwnerSeen> moved = link.stream()
                    .filter(one -> !isContested(one, merged) && one.switches().count() > 0)
                    .toList();
            moved.stream()
                    .filter(one -> insists(one, merged))
                    .forEach(one -> found.accept(insistence(one, mixed, merged)));
            moved = moved.stream().filter(one -> !insists(one, merged)).toList();
            if (!moved.isEmpty()) {
                found.accept(move(moved, merged));
            }
            List<OwnerSeen> announced = link.stream()
                    .filter(one -> one.owners().size() == 1 && !one.hasSharedOwner())
                    .filter(one -> one.owners().get(0).bursts() >= merged.value(ANNOUNCED))
                    .toList();
            if (!announced.isEmpty()) {
                found.accept(announcement(announced, merged));
            }
        });
    }

    private static boolean isContested(OwnerSeen one, Merged merged) {
        boolean takenBack = one.replaced()
                && (one.returns() >= merged.value(RETURNS) || one.switches().count() >= merged.value(SWITCHES));
        return !one.hasSharedOwner() && (takenBack || one.answeredTwice().count() >= merged.value(TWICE));
    }

    /** Who claims most of the addresses that others claim too is who is not where it belongs; else who came later. */
    private static Map<String, List<OwnerSeen>> byClaimant(List<OwnerSeen> contested) {
        Map<String, Integer> claims = new HashMap<>();
        contested.forEach(one -> one.owners().forEach(owner -> claims.merge(owner.mac(), 1, Integer::sum)));
        Map<String, List<OwnerSeen>> byClaimant = new TreeMap<>();
        for (OwnerSeen one : contested) {
            String claimant = one.owners().get(0).mac();
            for (Owner owner : one.owners()) {
                claimant = claims.getOrDefault(owner.mac(), 0) >= claims.getOrDefault(claimant, 0)
                        ? owner.mac()
                        : claimant;
            }
            byClaimant.computeIfAbsent(claimant, key -> new ArrayList<>()).add(one);
        }
        return byClaimant;
    }

    private static Finding contest(String mac, List<OwnerSeen> some, boolean mixed, Merged merged) {
        long unasked = some.stream()
                .flatMap(one -> one.owners().stream())
                .filter(owner -> owner.mac().equals(mac))
                .mapToLong(Owner::bursts)
                .max()
                .orElse(0);
        boolean high = some.size() >= merged.value(ADDRESSES) || unasked >= merged.value(UNASKED);
        List<IpAddress> addresses = some.stream().map(OwnerSeen::address).toList();
        Seen shown = taking(some);
        String others = some.stream()
                .flatMap(one -> one.owners().stream())
                .map(Owner::mac)
                .filter(owner -> !owner.equals(mac))
                .distinct()
                .limit(3)
                .collect(Collectors.joining(", "));
        return FindingBuilder.of(
                        KIND,
                        Links.severity(high ? Severity.HIGH : Severity.MEDIUM, mixed),
                        Links.confidence(high ? Confidence.HIGH : Confidence.MEDIUM, mixed))
                .says(
                        "Two nodes claim " + named(addresses),
                        mac + " claims " + named(addresses)
                                + (others.contains(", ") ? ", and so do " : ", and so does ")
                                + others + " at the same time: "
                                + Say.count(shown.count(), "message") + " changed or contradicted what had been said"
                                + " less than 30 s before.")
                .measured("contested_addresses", some.size(), high ? merged.value(ADDRESSES) : 1)
                .about(addresses)
                .evidence(shown)
                .check(
                        "Two interfaces of one host on one link, routers that back each other up, or a proxy beside the"
                                + " real owner do the same.",
                        "Ask the switch where " + mac + " is connected, and compare with what the owner of the address"
                                + " says its link-layer address is.",
                        LinkFilter.naming(addresses))
                .build();
    }

    /** One finding for all of a link: it happens whenever something fails over. */
    private static Finding move(List<OwnerSeen> some, Merged merged) {
        List<IpAddress> addresses = some.stream().map(OwnerSeen::address).toList();
        Seen shown = taking(some);
        OwnerSeen first = some.get(0);
        return FindingBuilder.of(KIND, Severity.INFO, Confidence.LOW)
                .says(
                        (addresses.size() == 1 ? "Another link-layer address" : "Other link-layer addresses")
                                + " took over " + named(addresses),
                        Say.count(shown.count(), "message") + " named another link-layer address than before, as "
                                + takers(first) + " for " + first.address() + " instead of "
                                + first.owners().get(0).mac() + "; what followed fits a failover.")
                .measured("returns", 0, merged.value(RETURNS))
                .about(addresses)
                .evidence(shown)
                .check(
                        "A failover to another router or interface, a moved virtual machine, or a new random link-layer"
                                + " address looks like this.",
                        "Look whether the former link-layer address is heard of again.",
                        LinkFilter.naming(addresses))
                .build();
    }

    private static boolean insists(OwnerSeen one, Merged merged) {
        return !one.hasSharedOwner()
                && one.owners().stream().skip(1).anyMatch(owner -> owner.bursts() >= merged.value(UNASKED));
    }

    /** A node that took over says so once or twice; and whoever lost the address to a failover is often gone. */
    private static Finding insistence(OwnerSeen one, boolean mixed, Merged merged) {
        String former = one.owners().get(0).mac();
        boolean there = one.firstHeard() > 0;
        long bursts =
                one.owners().stream().skip(1).mapToLong(Owner::bursts).max().orElse(0);
        return FindingBuilder.of(
                        KIND,
                        Links.severity(there ? Severity.MEDIUM : Severity.LOW, mixed),
                        Links.confidence(there ? Confidence.MEDIUM : Confidence.LOW, mixed))
                .says(
                        takers(one) + " said again and again that it has " + one.address(),
                        Say.count(one.taking().count(), "message") + " said that " + one.address() + " is at "
                                + takers(one) + ", where " + former + " had been shortly before"
                                + (there
                                        ? "; " + former + " is still on the link (last heard in frame "
                                                + one.firstHeard() + ")."
                                        : "; " + former + " was not heard again."))
                .measured("repeated_announcements", bursts, merged.value(UNASKED))
                .about(one.address())
                .evidence(one.taking())
                .check(
                        "Routers or servers that take over from each other, each with its own link-layer address, do so,"
                                + " but repeat it less.",
                        "Find the switch ports of " + takers(one) + " and " + former + ", and ask which of them should"
                                + " have " + one.address() + "; see whether its pings end with these frames.",
                        LinkFilter.naming(List.of(one.address())))
                .build();
    }

    private static String takers(OwnerSeen one) {
        return one.owners().stream().skip(1).map(Owner::mac).limit(3).collect(Collectors.joining(", "));
    }

    private static Finding announcement(List<OwnerSeen> some, Merged merged) {
        List<IpAddress> addresses = some.stream().map(OwnerSeen::address).toList();
        Owner first = some.get(0).owners().get(0);
        Seen shown = Seen.sum(
                some.stream().map(one -> one.owners().get(0).announced()).toList());
        return FindingBuilder.of(KIND, Severity.LOW, Confidence.LOW)
                .says(
                        "Advertisements for " + named(addresses) + " came again and again unasked",
                        first.mac() + " announced " + named(addresses) + " as its own by "
                                + Say.count(shown.count(), "advertisement") + " that nobody had asked for, up to "
                                + Say.count(first.bursts())
                                + " within a few seconds of each other; no message named another"
                                + " link-layer address for it.")
                .measured("repeated_announcements", first.bursts(), merged.value(ANNOUNCED))
                .about(addresses)
                .evidence(shown)
                .check(
                        "A node whose link-layer address changed, and a router that took over, announce that a few times.",
                        "Look which link-layer address the packets of that address come from, and ask its owner.",
                        LinkFilter.naming(addresses))
                .build();
    }

    private static Seen taking(List<OwnerSeen> some) {
        return Seen.sum(some.stream().map(OwnerSeen::taking).toList());
    }

    private static String named(List<IpAddress> addresses) {
        return addresses.size() == 1 ? addresses.get(0).toString() : Say.count(addresses.size()) + " addresses";
    }
}
