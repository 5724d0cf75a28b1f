package io.icmpscope.internal.analysis.finding.flood;

import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.internal.analysis.finding.Failures;
import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.util.List;
import java.util.function.Consumer;

/**
 * Errors from many places about datagrams of one host that nobody saw it send. Only pings and probes of traceroutes are known
 * here as they are sent, so that errors about others say little.
 */
public final class BackscatterRule implements Rule {

    private static final Threshold ERRORS =
            new Threshold("BACKSCATTER.errors", 20, "errors", "errors to one address about datagrams of its own");
    private static final Threshold REPORTERS =
            new Threshold("BACKSCATTER.reporters", 10, "hosts", "hosts that sent them");
    private static final Threshold FAR_ENDS =
            new Threshold("BACKSCATTER.far_ends", 10, "addresses", "addresses that the datagrams were for");
    private static final Threshold PORTS =
            new Threshold("BACKSCATTER.ports", 10, "ports", "ports that they came from, or went to");
    private static final Threshold CAPTURED = new Threshold(
            "BACKSCATTER.captured",
            10,
            "percent",
            "errors whose datagram was captured, at most: more is its own traffic");

    private static final FindingKind KIND = new FindingKind(
            "BACKSCATTER",
            Category.SECURITY,
            "Many hosts sent errors about datagrams of one address to many others, of which none was captured.",
            List.of(ERRORS, REPORTERS, FAR_ENDS, PORTS, CAPTURED),
            List.of("RFC 2827", "RFC 4732", "MITRE ATT&CK T1498.001"));

    /** Makes the rule. */
    public BackscatterRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        for (Told told : merged.observed(Told.class)) {
            if (told.own() >= merged.value(ERRORS)
                    && told.reporters() >= merged.value(REPORTERS)
                    && told.farEnds() >= merged.value(FAR_ENDS)
                    && 100.0 * told.captured() / told.errors().count() <= merged.value(CAPTURED)
                    && isVaried(told, merged)) {
                found.accept(finding(told, merged));
            }
        }
    }

    /** Whether the datagrams had many ports at one end; pings have none. */
    private static boolean isVaried(Told told, Merged merged) {
        return isPings(told) || Math.max(told.ports(), told.farPorts()) >= merged.value(PORTS);
    }

    private static boolean isPings(Told told) {
        return told.pings() >= 0.9 * told.own();
    }

    private static Finding finding(Told told, Merged merged) {
        IpAddress host = told.host();
        int version = host.version();
        boolean sure = isPings(told) && Senders.isHeard(host, merged);
        return FindingBuilder.of(
                        KIND, sure ? Severity.MEDIUM : Severity.INFO, sure ? Confidence.MEDIUM : Confidence.LOW)
                .says(
                        "Many hosts report that datagrams of " + host + " to many addresses did not arrive",
                        Say.count(told.own(), "error") + " from "
                                + Say.count(
                                        Math.min(told.reporters(), told.errors().count()), "host")
                                + " to " + host + " quote datagrams of its own to "
                                + Say.count(Math.min(told.farEnds(), told.own())) + " addresses; "
                                + (told.captured() == 0 ? "none" : Say.count(told.captured()))
                                + " of these datagrams " + (told.captured() == 1 ? "was" : "were")
                                + " found among the pings and traceroutes of the capture.")
                .measured("errors", told.own(), merged.value(ERRORS))
                .about(Senders.withSenders(host, merged))
                .evidence(
                        told.own(),
                        told.errors().frames(),
                        told.errors().first(),
                        told.errors().last())
                .check(
                        "A host that contacts very many others, as peer-to-peer programs, crawlers, resolvers and scanners do, is"
                                + " told the same; of what it sends, only pings and traceroutes are looked at here.",
                        "Filter for packets from " + host
                                + " to the addresses in the quotes: if it sent none, somebody forges"
                                + " its address, or attacks it so that it answers to forged ones.",
                        DisplayFilter.all(DisplayFilter.type(version, Failures.types(version)), DisplayFilter.to(host)))
                .build();
    }
}
