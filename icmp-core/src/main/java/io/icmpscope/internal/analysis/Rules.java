package io.icmpscope.internal.analysis;

import io.icmpscope.internal.analysis.finding.Judgement;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.flood.BackscatterRule;
import io.icmpscope.internal.analysis.finding.flood.BlackNurseRule;
import io.icmpscope.internal.analysis.finding.flood.BlindResetRule;
import io.icmpscope.internal.analysis.finding.flood.EchoFloodRule;
import io.icmpscope.internal.analysis.finding.flood.ErrorFloodRule;
import io.icmpscope.internal.analysis.finding.flood.MulticastRule;
import io.icmpscope.internal.analysis.finding.flood.ReflectionRule;
import io.icmpscope.internal.analysis.finding.flood.SideChannelRule;
import io.icmpscope.internal.analysis.finding.flood.SmurfRule;
import io.icmpscope.internal.analysis.finding.ping.LossRule;
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
            new EchoFloodRule(),
            new ErrorFloodRule(),
            new BlackNurseRule(),
            new SmurfRule(),
            new ReflectionRule(),
            new BackscatterRule(),
            new BlindResetRule(),
            new SideChannelRule(),
            new MulticastRule());

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
