package io.icmpscope.internal.analysis;

import io.icmpscope.internal.analysis.finding.Judgement;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.ping.AnswerRule;
import io.icmpscope.internal.analysis.finding.ping.CopiesRule;
import io.icmpscope.internal.analysis.finding.ping.LatencyRule;
import io.icmpscope.internal.analysis.finding.ping.LossRule;
import io.icmpscope.internal.analysis.finding.ping.OneWayRule;
import io.icmpscope.internal.analysis.finding.tunnel.BigEchoRule;
import io.icmpscope.internal.analysis.finding.tunnel.ExfiltrationRule;
import io.icmpscope.internal.analysis.finding.tunnel.KnownTunnelRule;
import io.icmpscope.internal.analysis.finding.tunnel.TunnelRule;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Finding;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Listing;
import io.icmpscope.report.Threshold;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What there is to find. */
public final class Rules {

    /** The one list of findings: a row each. */
    private static final List<Rule> ALL = List.of(
            new LossRule(),
            new LatencyRule(),
            AnswerRule.late(),
            AnswerRule.duplicates(),
            AnswerRule.reordered(),
            new OneWayRule(),
            new CopiesRule(),
            new TunnelRule(),
            new KnownTunnelRule(),
            new ExfiltrationRule(),
            new BigEchoRule());

    private Rules() {}

    /**
     * Lists what there is to find.
     *
     * @return the kinds of findings
     */
    public static List<FindingKind> kinds() {
        return ALL.stream().map(Rule::kind).toList();
    }

    /**
     * Refuses thresholds that no finding has.
     *
     * @param options what the caller chose
     */
    public static void check(AnalysisOptions options) {
        if (options.thresholds().isEmpty()) {
            return;
        }
        Set<String> known = kinds().stream()
                .flatMap(kind -> kind.thresholds().stream())
                .map(Threshold::name)
                .collect(Collectors.toSet());
        options.thresholds().keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("no threshold of a finding is called " + name);
                });
    }

    static Listing<Finding> judge(Merged merged) {
        return Judgement.of(ALL, merged);
    }
}
