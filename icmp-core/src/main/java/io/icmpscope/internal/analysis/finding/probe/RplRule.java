package io.icmpscope.internal.analysis.finding.probe;

import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.internal.analysis.finding.probe.Graphs.Position;
import io.icmpscope.internal.analysis.finding.probe.Graphs.Solicitations;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.util.List;
import java.util.function.Consumer;

/**
 * Nodes of a low-power network that say what only its root can say, or ask without an end. The root is told by its address,
 * which the graph is called by; where the capture does not have it, nothing is said of others.
 */
public final class RplRule implements Rule {

    private static final Threshold SOLICITATIONS = new Threshold(
            "RPL-ATTACK.solicitations", 10, "messages", "solicitations of one node within a second, at least");

    private static final FindingKind KIND = new FindingKind(
            "RPL-ATTACK",
            Category.SECURITY,
            "A node of a low-power network floods it with questions, or claims the place or the version of the root.",
            List.of(SOLICITATIONS),
            List.of("RFC 7416", "RFC 6550"));

    /** Makes the rule. */
    public RplRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        for (Solicitations asked : merged.observed(Solicitations.class)) {
            if (asked.mostInASecond() >= merged.value(SOLICITATIONS)) {
                found.accept(flood(asked, merged.value(SOLICITATIONS)));
            }
        }
        List<Position> all = merged.observed(Position.class);
        List<Position> roots = all.stream().filter(Position::isRoot).toList();
        if (roots.isEmpty()) {
            return;
        }
        for (Position claim : all) {
            if (!claim.isRoot()) {
                judge(
                        claim,
                        roots.stream().filter(root -> isOfOneGraph(root, claim)).toList(),
                        found);
            }
        }
    }

    private static boolean isOfOneGraph(Position root, Position claim) {
        return root.instance() == claim.instance() && root.graph().equals(claim.graph());
    }

    private static void judge(Position claim, List<Position> roots, Consumer<Finding> found) {
        if (roots.isEmpty()) {
            return;
        }
        boolean newer = roots.stream().allMatch(root -> isNewer(claim.version(), root.version()))
                && roots.stream().anyMatch(root -> root.lastFrame() > claim.firstFrame());
        if (newer) {
            found.accept(claim(
                    claim,
                    "announced a version of a graph that its root had not",
                    "version " + claim.version() + " of the graph " + claim.graph()
                            + ", which is newer than all that the root announced, before and after"));
        }
        roots.stream()
                .filter(root -> root.version() == claim.version() && claim.leastRank() <= root.leastRank())
                .findFirst()
                .ifPresent(root -> found.accept(claim(
                        claim,
                        "claimed a rank as good as the root's",
                        "the rank " + claim.leastRank() + " in the graph " + claim.graph()
                                + ", whose root has the rank " + root.leastRank())));
    }

    /**
     * Versions begin at 240, count up to 255, and go round from 0 to 127 after that. What is further apart than 16 began anew
     * or cannot be compared: RFC 6550 section 7.2.
     */
    static boolean isNewer(int one, int other) {
        if (one > 127 && other > 127) {
            return one > other;
        }
        if (one > 127) {
            return false; // or the root began anew, which it would say itself
        }
        int ahead = other > 127 ? 256 + one - other : one - other & 127;
        return ahead > 0 && ahead <= 16;
    }

    private static Finding flood(Solicitations asked, double threshold) {
        return FindingBuilder.of(KIND, Severity.MEDIUM, Confidence.MEDIUM)
                .says(
                        asked.node() + " asked for routing information again and again",
                        asked.node() + " sent " + Say.count(asked.count(), "solicitation") + " of RPL, up to "
                                + Say.count(asked.mostInASecond())
                                + " within a second. Each may make its neighbours answer at once.")
                .measured("solicitations_in_a_second", asked.mostInASecond(), threshold)
                .about(asked.node())
                .evidence(asked.count(), asked.frames(), asked.firstTime(), asked.lastTime())
                .check(
                        "A node that has lost its parents asks often, though seldom so often; a faulty one may.",
                        "Look whether the node ever joins a graph, and restart it.",
                        DisplayFilter.all(
                                DisplayFilter.type(6, 155),
                                "icmpv6.code in {0, 128}",
                                DisplayFilter.from(asked.node())))
                .build();
    }

    private static Finding claim(Position claim, String title, String what) {
        return FindingBuilder.of(KIND, Severity.MEDIUM, Confidence.MEDIUM)
                .says(claim.node() + " " + title, claim.node() + " is not the root and announced " + what + ".")
                .measured("announcements", claim.count(), 1)
                .about(claim.node(), claim.graph())
                .evidence(claim.count(), claim.frames(), claim.firstTime(), claim.lastTime())
                .check(
                        "Several border routers may share one graph, and a root that was replaced has another address.",
                        "Ask the one who runs the network which node is its root, and compare the node's parents before and"
                                + " after.",
                        DisplayFilter.all(
                                DisplayFilter.type(6, 155),
                                "icmpv6.code in {1, 129}",
                                DisplayFilter.from(claim.node())))
                .build();
    }
}
