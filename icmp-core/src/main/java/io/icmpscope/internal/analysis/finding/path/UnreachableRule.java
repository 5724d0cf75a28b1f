package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.internal.analysis.finding.Failures;
import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.ErrorGroup;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Hosts or networks of which routers say that they cannot be reached. */
public final class UnreachableRule implements Rule {

    private final FindingKind kind;
    private final String what;
    private final Set<Integer> codes4;
    private final Set<Integer> codes6;
    private final Threshold medium;
    private final Threshold many;
    private final Threshold low;
    private final Threshold few;
    private final Threshold asked;
    private final String title;
    private final String titleOfMany;
    private final String cause;
    private final String next;

    private UnreachableRule(
            String id,
            String meaning,
            String what,
            String title,
            String titleOfMany,
            Set<Integer> codes4,
            Set<Integer> codes6,
            String cause,
            String next) {
        this.what = what;
        this.title = title;
        this.titleOfMany = titleOfMany;
        this.codes4 = codes4;
        this.codes6 = codes6;
        this.cause = cause;
        this.next = next;
        medium = new Threshold(id + ".medium", 3, "errors", "errors about one destination, for medium");
        many = new Threshold(
                id + ".many", 3, "destinations", "destinations of one sender, from which on they are one finding");
        low = new Threshold(
                id + ".low", 10, "destinations", "destinations of one sender with few errors each, for low");
        few = new Threshold(
                id + ".few", 4, "errors", "errors about each destination of a sender that are no more than low");
        asked = new Threshold(
                id + ".asked", 16, "hosts", "hosts that a sender pinged, a sweep that is no more than low");
        List<String> references =
                List.of("RFC 792", "RFC 1122 section 3.2.2.1", "RFC 1812 section 5.2.7.1", "RFC 4443 section 3.1");
        kind = new FindingKind(id, Category.NETWORK, meaning, List.of(medium, many, low, few, asked), references);
    }

    /**
     * Makes the rule about hosts.
     *
     * @return the rule
     */
    public static UnreachableRule host() {
        return new UnreachableRule(
                "UNREACHABLE-HOST",
                "A router, or the sender itself, says that a host does not answer on its last link.",
                "host unreachable",
                "%s was reported unreachable",
                "Many destinations of %s were reported unreachable",
                Set.of(1, 7, 8, 12),
                Set.of(3),
                "A host that is switched off, asleep or was renumbered looks the same;",
                "Look on the reporter's link whether the host answers ARP or neighbour solicitations.");
    }

    /**
     * Makes the rule about networks.
     *
     * @return the rule
     */
    public static UnreachableRule net() {
        return new UnreachableRule(
                "UNREACHABLE-NET",
                "A router says that it has no route to a destination.",
                "no route to network",
                "No route to %s was reported",
                "No route to many destinations of %s was reported",
                Set.of(0, 6, 11),
                Set.of(0, 2),
                "A host without IPv6 uplink, or a private address that leaked, looks the same;",
                "Look into the reporter's routing table for the destination: a route is missing or was withdrawn.");
    }

    @Override
    public FindingKind kind() {
        return kind;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        Traced traced = new Traced(merged.report());
        Map<IpAddress, Gathered> ordinary = new TreeMap<>();
        Map<IpAddress, Gathered> provoked = new TreeMap<>();
        for (ErrorGroup errors : merged.report().errors().entries()) {
            IpAddress destination = errors.original().destination();
            if (destination != null && isOurs(errors)) {
                (traced.provoked(errors) ? provoked : ordinary)
                        .computeIfAbsent(destination, fresh -> new Gathered())
                        .add(errors);
            }
        }
        provoked.keySet().removeAll(ordinary.keySet());
        Senders.take(ordinary, errors -> errors.sources, merged.value(many))
                .forEach((sender, destinations) -> found.accept(ofSender(sender, destinations.values(), merged)));
        ordinary.forEach((destination, errors) -> found.accept(ofDestination(destination, errors, merged)));
        provoked.forEach((destination, errors) -> found.accept(ofTraceroute(destination, errors, merged)));
    }

    private boolean isOurs(ErrorGroup errors) {
        Integer code = errors.icmpCode();
        return code != null
                && errors.icmpType() == type(errors.icmpVersion())
                && (errors.icmpVersion() == 4 ? codes4 : codes6).contains(code);
    }

    private static int type(int version) {
        return Failures.unreachable(version);
    }

    private Finding ofDestination(IpAddress destination, Gathered errors, Merged merged) {
        boolean enough = errors.count() >= merged.value(medium) || errors.reporters.size() > 1;
        FindingBuilder finding = FindingBuilder.of(
                        kind, enough ? Severity.MEDIUM : Severity.INFO, enough ? Confidence.HIGH : Confidence.MEDIUM)
                .says(
                        title.formatted(destination),
                        reported(errors) + " about packets to " + destination + " from " + Words.few(errors.sources)
                                + "." + itself(destination, errors) + answered(destination, merged))
                .measured("errors", errors.count(), merged.value(medium))
                .about(Gathered.addresses(List.of(List.of(destination), errors.reporters, errors.sources)))
                .check(
                        cause + " an address that nobody uses does too.",
                        next,
                        errors.reporters.equals(Set.of(destination))
                                ? filter(errors)
                                : DisplayFilter.all(filter(errors), DisplayFilter.to(destination)));
        return finding.evidence(errors.seen()).build();
    }

    /** A host that reports itself unreachable is there. */
    private static String itself(IpAddress destination, Gathered errors) {
        return errors.reporters.contains(destination)
                ? " It says so itself, as a firewall on it that rejects packets does."
                : "";
    }

    private static String answered(IpAddress destination, Merged merged) {
        long replies = merged.report().echo().sessions().entries().stream()
                .filter(ping -> ping.responder().equals(destination))
                .mapToLong(ping -> ping.received())
                .sum();
        return replies == 0 ? "" : " It answered " + Say.count(replies, "ping") + " at other times.";
    }

    private Finding ofSender(IpAddress sender, Collection<Gathered> troubles, Merged merged) {
        Gathered errors = new Gathered();
        troubles.forEach(errors::add);
        int destinations = troubles.size();
        FindingBuilder finding = FindingBuilder.of(kind, severity(sender, troubles, merged), Confidence.MEDIUM)
                .says(
                        titleOfMany.formatted(sender),
                        reported(errors) + " about packets from " + sender + " to " + Say.count(destinations)
                                + " destinations: " + Words.few(errors.destinations) + ".")
                .measured("destinations", destinations, merged.value(many))
                .about(Gathered.addresses(List.of(List.of(sender), errors.reporters, errors.destinations)))
                .check(
                        "A sweep over addresses that nobody uses looks the same as the loss of a route to all of them.",
                        "Look what else " + sender + " sends: one packet to each address in turn is a sweep. " + next,
                        DisplayFilter.all(filter(errors), DisplayFilter.with(sender)));
        return finding.evidence(errors.seen()).build();
    }

    /** A sweep meets many that are not there; who asks a few hosts again and again misses them. */
    private Severity severity(IpAddress sender, Collection<Gathered> troubles, Merged merged) {
        long most = troubles.stream().mapToLong(Gathered::count).max().orElse(0);
        if (most < merged.value(medium) && troubles.size() < merged.value(low)) {
            return Severity.INFO;
        }
        long pinged = merged.report().echo().sessions().entries().stream()
                .filter(ping -> ping.requester().equals(sender))
                .map(EchoSession::responder)
                .distinct()
                .count();
        return most <= merged.value(few) || pinged >= merged.value(asked) ? Severity.LOW : Severity.MEDIUM;
    }

    private Finding ofTraceroute(IpAddress destination, Gathered errors, Merged merged) {
        FindingBuilder finding = FindingBuilder.of(kind, Severity.INFO, Confidence.HIGH)
                .says(
                        "A traceroute to " + destination + " ended early: " + what,
                        reported(errors) + " about probes from " + Words.few(errors.sources) + " to " + destination
                                + ".")
                .measured("errors", errors.count(), merged.value(medium))
                .about(Gathered.addresses(List.of(List.of(destination), errors.reporters, errors.sources)))
                .check(
                        "Only probes of a traceroute were refused; other traffic to it was not seen to fail.",
                        "Ping " + destination + " from the same place. " + next,
                        DisplayFilter.all(filter(errors), DisplayFilter.to(destination)));
        return finding.evidence(errors.seen()).build();
    }

    private String reported(Gathered errors) {
        return Words.few(errors.reporters) + " sent " + Say.count(errors.count(), "error") + " (" + what + ")";
    }

    private static String filter(Gathered errors) {
        int version = errors.reporters.first().version();
        return DisplayFilter.all(Words.errors(version, type(version), errors.codes), Words.from(errors.reporters));
    }
}
