package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.internal.analysis.finding.Circling;
import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.internal.analysis.finding.Failures;
import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.internal.packet.Probes;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.Threshold;
import java.util.List;

/**
 * Packets that go in a circle.
 *
 * @param way whose packets to whom
 * @param proof what shows it
 * @param routers who takes part in the circle, as far as they said so
 * @param times how often that shows
 * @param seen what it rests on
 */
record Loop(Loops.Way way, Proof proof, List<IpAddress> routers, long times, Seen seen) {

    private enum Proof {
        SEEN("returns"),
        EXPIRED("expired_requests"),
        EXPLORED("hops_of_one_router"),
        AT_TWO("errors");

        private final String metric;

        Proof(String metric) {
            this.metric = metric;
        }

        private Threshold threshold() {
            return switch (this) {
                case SEEN -> RoutingLoopRule.RETURNS;
                case EXPLORED -> RoutingLoopRule.ROUNDS;
                case EXPIRED, AT_TWO -> RoutingLoopRule.EXPIRED;
            };
        }
    }

    static Loop seen(Loops.Way way, Circling circling) {
        return new Loop(way, Proof.SEEN, circling.reporters(), circling.returns(), circling.returned());
    }

    static Loop expired(Loops.Way way, Circling circling) {
        return new Loop(
                way, Proof.EXPIRED, circling.reporters(), circling.expired().count(), circling.expired());
    }

    static Loop explored(Loops.Way way, List<IpAddress> routers, int rounds, Seen errors) {
        return new Loop(way, Proof.EXPLORED, routers, rounds, errors);
    }

    static Loop atTwo(Loops.Way way, List<IpAddress> routers, Seen errors) {
        return new Loop(way, Proof.AT_TWO, routers, errors.count(), errors);
    }

    Finding finding(Merged merged) {
        boolean sure = proof == Proof.SEEN || proof == Proof.EXPIRED;
        boolean high = sure || (proof == Proof.EXPLORED && times >= merged.value(RoutingLoopRule.ROUNDS));
        Confidence confidence = sure ? Confidence.HIGH : high ? Confidence.MEDIUM : Confidence.LOW;
        FindingBuilder finding = FindingBuilder.of(
                        RoutingLoopRule.KIND, high ? Severity.HIGH : Severity.MEDIUM, confidence)
                .says("Packets to " + way.destination() + " went in a circle", summary())
                .measured(proof.metric, (double) times, merged.value(proof.threshold()))
                .about(Gathered.addresses(List.of(List.of(way.destination()), routers, List.of(way.source()))))
                .check(
                        "Routes that change, as after a link failed, go in circles for seconds; a load balancer that sends"
                                + " each probe another way can look like one in a traceroute.",
                        "Compare the routes for " + way.destination() + " on "
                                + (routers.isEmpty() ? "the routers of this link" : Words.few(routers))
                                + ": one points back to the other.",
                        filter());
        return finding.evidence(seen).build();
    }

    private String summary() {
        String packets = " from " + way.source() + " to " + way.destination();
        return switch (proof) {
            case SEEN ->
                "An echo request" + packets + " came by again " + Say.count(times, "time")
                        + " from the same sender, each time with fewer hops left.";
            case EXPIRED ->
                Say.count(times, "echo request") + packets + " left with more than " + Probes.LARGEST_TTL
                        + " hops and used them all up, says " + Words.few(routers) + ".";
            case EXPLORED ->
                "A traceroute" + packets + " met the router of its last hop at " + Say.count(times, "hop")
                        + ", with others between: " + Words.few(routers) + ".";
            case AT_TWO ->
                Say.count(times, "packet") + packets + " used up their hops, at two routers in turn: "
                        + Words.few(routers) + ".";
        };
    }

    private String filter() {
        int version = way.source().version();
        String ends = DisplayFilter.all(DisplayFilter.from(way.source()), DisplayFilter.to(way.destination()));
        return proof == Proof.SEEN
                ? DisplayFilter.all(
                        DisplayFilter.type(version, version == 4 ? 8 : 128),
                        ends,
                        (version == 4 ? "ip.ttl" : "ipv6.hlim") + " <= " + Probes.LARGEST_TTL)
                : DisplayFilter.all(
                        DisplayFilter.type(version, Failures.timeExceeded(version)),
                        DisplayFilter.code(version, 0),
                        ends);
    }
}
