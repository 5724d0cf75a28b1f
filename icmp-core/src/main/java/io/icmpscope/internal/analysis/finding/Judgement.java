package io.icmpscope.internal.analysis.finding;

import io.icmpscope.internal.analysis.collect.First;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Listing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lets the rules judge, and brings what they find into its order. */
public final class Judgement {

    /** So many subjects of one kind are listed: a thousand hosts that are down are not a thousand news. */
    private static final int MOST_OF_A_KIND = 20;

    /** Of those that are equal by the first three marks of {@link #gravestFirst}. */
    private static final Comparator<Finding> ALIKE = Comparator.comparing(Finding::id)
            .thenComparing(Finding::displayFilter)
            .thenComparing(Finding::title)
            .thenComparing(Finding::summary);

    private Judgement() {}

    private static int gravestFirst(Finding one, Finding other) {
        int bySeverity = other.severity().compareTo(one.severity());
        int byCount = Long.compare(other.evidence().count(), one.evidence().count());
        int byFrame = Long.compare(firstFrame(one), firstFrame(other));
        return bySeverity != 0
                ? bySeverity
                : byCount != 0 ? byCount : byFrame != 0 ? byFrame : ALIKE.compare(one, other);
    }

    /**
     * Judges.
     *
     * @param rules the rules
     * @param merged what was seen in the whole capture
     * @return the findings, gravest first
     */
    public static Listing<Finding> of(List<Rule> rules, Merged merged) {
        First<Finding> gravest = new First<>(merged.report().options().maxListed(), Judgement::gravestFirst);
        List<Finding> kept = new ArrayList<>();
        long[] all = {0};
        for (Rule rule : rules) {
            First<Finding> ofKind = new First<>(MOST_OF_A_KIND, Judgement::gravestFirst);
            rule.find(merged, finding -> {
                all[0]++;
                ofKind.add(finding);
            });
            kept.addAll(ofKind.list());
        }
        List<Finding> told = Explanation.unexplained(kept);
        told.forEach(gravest::add);
        List<Finding> listed = gravest.list();
        int explained = kept.size() - told.size();
        return new Listing<>(listed, all[0] - explained - listed.size());
    }

    private static long firstFrame(Finding finding) {
        return finding.evidence().frames().isEmpty()
                ? Long.MAX_VALUE
                : finding.evidence().frames().get(0);
    }
}
