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
import io.icmpscope.internal.analysis.finding.link.DeniedChecksRule;
import io.icmpscope.internal.analysis.finding.link.DiscoveryFloodRule;
import io.icmpscope.internal.analysis.finding.link.DuplicateAddressRule;
import io.icmpscope.internal.analysis.finding.link.FloodOfRoutersRule;
import io.icmpscope.internal.analysis.finding.link.InconsistentRoutersRule;
import io.icmpscope.internal.analysis.finding.link.InvalidDiscoveryRule;
import io.icmpscope.internal.analysis.finding.link.ListenerAbuseRule;
import io.icmpscope.internal.analysis.finding.link.MalformedAdvertisementRule;
import io.icmpscope.internal.analysis.finding.link.NeighborScanRule;
import io.icmpscope.internal.analysis.finding.link.RogueRouterRule;
import io.icmpscope.internal.analysis.finding.link.RouterExpiryRule;
import io.icmpscope.internal.analysis.finding.link.SpoofedNeighborRule;
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
import io.icmpscope.internal.analysis.finding.path.AdminProhibitedRule;
import io.icmpscope.internal.analysis.finding.path.BlackHoleRule;
import io.icmpscope.internal.analysis.finding.path.ParameterProblemRule;
import io.icmpscope.internal.analysis.finding.path.PathMtuRule;
import io.icmpscope.internal.analysis.finding.path.RateLimitedRule;
import io.icmpscope.internal.analysis.finding.path.ReassemblyTimeoutRule;
import io.icmpscope.internal.analysis.finding.path.RedirectRule;
import io.icmpscope.internal.analysis.finding.path.RouteOptionRule;
import io.icmpscope.internal.analysis.finding.path.RoutingLoopRule;
import io.icmpscope.internal.analysis.finding.path.SourceQuenchRule;
import io.icmpscope.internal.analysis.finding.path.TinyMtuRule;
import io.icmpscope.internal.analysis.finding.path.TracerouteReconRule;
import io.icmpscope.internal.analysis.finding.path.TtlExpiredRule;
import io.icmpscope.internal.analysis.finding.path.UnreachablePortRule;
import io.icmpscope.internal.analysis.finding.path.UnreachableRule;
import io.icmpscope.internal.analysis.finding.ping.AnswerRule;
import io.icmpscope.internal.analysis.finding.ping.CopiesRule;
import io.icmpscope.internal.analysis.finding.ping.LatencyRule;
import io.icmpscope.internal.analysis.finding.ping.LossRule;
import io.icmpscope.internal.analysis.finding.ping.OneWayRule;
import io.icmpscope.internal.analysis.finding.probe.CovertFieldRule;
import io.icmpscope.internal.analysis.finding.probe.NmapOsRule;
import io.icmpscope.internal.analysis.finding.probe.NodeInformationRule;
import io.icmpscope.internal.analysis.finding.probe.QueryRule;
import io.icmpscope.internal.analysis.finding.probe.RenumberingRule;
import io.icmpscope.internal.analysis.finding.probe.RplRule;
import io.icmpscope.internal.analysis.finding.probe.SweepRule;
import io.icmpscope.internal.analysis.finding.probe.ToolRule;
import io.icmpscope.internal.analysis.finding.probe.TtlAnomalyRule;
import io.icmpscope.internal.analysis.finding.probe.UdpScanRule;
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

    /** The one list of findings: a row each, those ahead that most users ask for. */
    private static final List<Rule> ALL = List.of(
            new LossRule(),
            new LatencyRule(),
            AnswerRule.late(),
            AnswerRule.duplicates(),
            AnswerRule.reordered(),
            UnreachableRule.host(),
            UnreachableRule.net(),
            new UnreachablePortRule(),
            new AdminProhibitedRule(),
            new RoutingLoopRule(),
            new TtlExpiredRule(),
            new TracerouteReconRule(),
            new PathMtuRule(),
            new BlackHoleRule(),
            new TinyMtuRule(),
            new SweepRule(),
            new UdpScanRule(),
            QueryRule.timestamp(),
            QueryRule.addressMask(),
            QueryRule.information(),
            new NmapOsRule(),
            new ToolRule(),
            new TunnelRule(),
            new KnownTunnelRule(),
            new ExfiltrationRule(),
            new CovertFieldRule(),
            new EchoFloodRule(),
            new ErrorFloodRule(),
            new BlackNurseRule(),
            new SmurfRule(),
            new ReflectionRule(),
            new RedirectRule(),
            new RogueRouterRule(),
            new SpoofedNeighborRule(),
            new DuplicateAddressRule(),
            new DeniedChecksRule(),
            new InvalidDiscoveryRule(),
            new NeighborScanRule(),
            new PingOfDeathRule(),
            new FragmentOverlapRule(),
            new FragmentedErrorRule(),
            new ReassemblyTimeoutRule(),
            new OneWayRule(),
            new TruncatedRule(),
            new ChecksumOffloadRule(),
            new BadChecksumRule(),
            new CopiesRule(),
            new CaptureLossRule(),
            ClockRule.ofSteps(),
            ClockRule.ofDisorder(),
            new BlindResetRule(),
            new BackscatterRule(),
            new CodePointRule(),
            new QuoteBadRule(),
            new ErrorAboutErrorRule(),
            new ParameterProblemRule(),
            new SourceQuenchRule(),
            new MartianRule(),
            new LandRule(),
            new MulticastRule(),
            new FloodOfRoutersRule(),
            new MalformedAdvertisementRule(),
            new InconsistentRoutersRule(),
            new RouterExpiryRule(),
            new DiscoveryFloodRule(),
            new ListenerAbuseRule(),
            new RateLimitedRule(),
            new BigEchoRule(),
            new TtlAnomalyRule(),
            new SideChannelRule(),
            RouteOptionRule.source(),
            RouteOptionRule.record(),
            new RoutingHeaderRule(),
            new NodeInformationRule(),
            new RenumberingRule(),
            new RplRule(),
            new ProtocolMismatchRule());

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
