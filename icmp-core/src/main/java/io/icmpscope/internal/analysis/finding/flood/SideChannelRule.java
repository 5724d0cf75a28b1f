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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A resolver that refuses datagrams at very many of its ports which look like answers of a name server: whoever looks for the
 * port of its open question lets it spend the errors that it may send in a second. A plain scan comes from other ports.
 */
public final class SideChannelRule implements Rule {

    private static final Threshold RATE = new Threshold(
            "SIDE-CHANNEL.rate", 200, "errors per second", "port unreachable from one host in the busiest second");
    private static final Threshold PORTS =
            new Threshold("SIDE-CHANNEL.ports", 100, "ports", "closed ports that the errors are about");
    private static final Threshold DNS =
            new Threshold("SIDE-CHANNEL.dns", 50, "percent", "of the refused datagrams that came from port 53");

    private static final FindingKind KIND = new FindingKind(
            "SIDE-CHANNEL",
            Category.SECURITY,
            "A host refused, many times a second, datagrams from port 53 at very many of its ports.",
            List.of(RATE, PORTS, DNS),
            List.of("CVE-2020-25705", "CVE-2021-20322", "RFC 1812 section 4.3.2.8"));

    /** Makes the rule. */
    public SideChannelRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        Map<IpAddress, Burst> bursts = new HashMap<>();
        Loads.bursts(merged, LoadTally.PORTS_FROM, merged.value(RATE))
                .forEach(burst -> bursts.put(burst.address, burst));
        for (ClosedPorts closed : bursts.isEmpty() ? List.<ClosedPorts>of() : merged.observed(ClosedPorts.class)) {
            Burst burst = bursts.get(closed.host());
            if (burst != null
                    && closed.ports() >= merged.value(PORTS)
                    && 100.0 * closed.fromDns() / closed.errors().count() >= merged.value(DNS)) {
                found.accept(finding(burst, closed, merged));
            }
        }
    }

    private static Finding finding(Burst burst, ClosedPorts closed, Merged merged) {
        IpAddress host = closed.host();
        int version = host.version();
        return FindingBuilder.of(KIND, Severity.MEDIUM, Confidence.MEDIUM)
                .says(
                        host + " refuses datagrams from port 53 at very many ports",
                        host + " sent up to " + Say.count(burst.peak()) + " port unreachable errors a second about "
                                + Say.count(closed.ports()) + " ports; " + Say.count(closed.fromDns()) + " of "
                                + Say.count(closed.errors().count()) + " are about datagrams from port 53, of "
                                + Say.count(closed.askers()) + (closed.askers() == 1 ? " address." : " addresses."))
                .measured("errors_per_second", burst.peak(), merged.value(RATE))
                .about(host)
                .evidence(closed.errors())
                .check(
                        "A busy resolver that gives up early refuses the late answers of slow name servers; those come from"
                                + " many servers and to ports that it used.",
                        "See whether " + host
                                + " sent questions from these ports. Its kernel should send errors at a rate that"
                                + " varies, or its firewall none for such datagrams.",
                        DisplayFilter.all(
                                DisplayFilter.type(version, Failures.unreachable(version)),
                                DisplayFilter.code(version, version == 4 ? 3 : 4),
                                DisplayFilter.from(host),
                                "udp.srcport == 53"))
                .build();
    }
}
