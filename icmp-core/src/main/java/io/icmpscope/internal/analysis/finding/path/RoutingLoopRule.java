package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.util.List;
import java.util.function.Consumer;

/** Packets that go in a circle between routers. */
public final class RoutingLoopRule implements Rule {

    static final Threshold RETURNS = new Threshold(
            "ROUTING-LOOP.returns", 3, "times", "how often one packet comes by again with fewer hops left, at least");
    static final Threshold ROUNDS = new Threshold(
            "ROUTING-LOOP.rounds", 3, "hops", "hops of a traceroute at which the router of its end stands, for high");
    static final Threshold EXPIRED = new Threshold(
            "ROUTING-LOOP.expired",
            3,
            "errors",
            "requests that expired though they left with more than 32 hops, or errors of each of two routers, at least");

    static final FindingKind KIND = new FindingKind(
            "ROUTING-LOOP",
            Category.NETWORK,
            "Packets went in a circle between routers until their time to live was used up.",
            List.of(RETURNS, ROUNDS, EXPIRED),
            List.of("RFC 792", "RFC 1812 section 5.3.1", "RFC 1812 section 5.2.7.3", "RFC 4443 section 3.3"));

    /** Makes the rule. */
    public RoutingLoopRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        new Loops(merged).all().forEach(loop -> found.accept(loop.finding(merged)));
    }
}
