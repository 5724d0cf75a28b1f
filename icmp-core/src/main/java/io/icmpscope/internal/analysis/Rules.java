package io.icmpscope.internal.analysis;

import io.icmpscope.internal.analysis.finding.Judgement;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.packet.BadChecksumRule;
import io.icmpscope.internal.analysis.finding.packet.CaptureLossRule;
import io.icmpscope.internal.analysis.finding.packet.ChecksumOffloadRule;
import io.icmpscope.internal.analysis.finding.packet.ClockRule;
import io.icmpscope.internal.analysis.finding.packet.CodePointRule;
import io.icmpscope.internal.analysis.finding.packet.ErrorAboutErrorRule;
import io.icmpscope.internal.analysis.finding.packet.FragmentOverlapRule;
import io.icmpscope.internal.analysis.finding.packet.FragmentedErrorRule;
import io.icmpscope.internal.analysis.finding.packet.LandRule;
import io.icmpscope.internal.analysis.finding.packet.MartianRule;
import io.icmpscope.internal.analysis.finding.packet.PingOfDeathRule;
import io.icmpscope.internal.analysis.finding.packet.ProtocolMismatchRule;
import io.icmpscope.internal.analysis.finding.packet.QuoteBadRule;
import io.icmpscope.internal.analysis.finding.packet.RoutingHeaderRule;
import io.icmpscope.internal.analysis.finding.packet.TruncatedRule;
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
            new PingOfDeathRule(),
            new FragmentOverlapRule(),
            new FragmentedErrorRule(),
            new TruncatedRule(),
            new ChecksumOffloadRule(),
            new BadChecksumRule(),
            new CaptureLossRule(),
            new CodePointRule(),
            new QuoteBadRule(),
            new ErrorAboutErrorRule(),
            new MartianRule(),
            new LandRule(),
            new RoutingHeaderRule(),
            new ProtocolMismatchRule(),
            ClockRule.ofSteps(),
            ClockRule.ofDisorder());

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
