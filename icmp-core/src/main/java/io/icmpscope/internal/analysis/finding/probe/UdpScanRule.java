package io.icmpscope.internal.analysis.finding.probe;

import io.icmpscope.internal.analysis.collect.TimeSpan;
import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.internal.analysis.finding.Failures;
import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.internal.analysis.finding.probe.PortScan.Port;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import io.icmpscope.report.Traceroute;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.function.Consumer;

/** A host that answered to datagrams for many ports of UDP that nobody listens there. */
public final class UdpScanRule implements Rule {

    private static final Threshold PORTS =
            new Threshold("SCAN-UDP.ports", 10, "ports", "different unreachable ports within the window, at least");
    private static final Threshold WINDOW =
            new Threshold("SCAN-UDP.window", 60, "seconds", "time in which so many ports are asked for");

    private static final FindingKind KIND = new FindingKind(
            "SCAN-UDP",
            Category.SECURITY,
            "A host was sent datagrams for many ports of UDP that were closed, as a scan for open ones does.",
            List.of(PORTS, WINDOW),
            List.of("MITRE ATT&CK T1046", "RFC 1122 section 4.1.3.1", "RFC 1812 section 4.3.2.8"));

    /** Makes the rule. */
    public UdpScanRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        for (PortScan scan : merged.observed(PortScan.class)) {
            int most = Window.most(scan.ports().stream().mapToLong(Port::nanos).toArray(), merged.value(WINDOW));
            if (most >= merged.value(PORTS) && !isTraced(scan, merged)) {
                found.accept(finding(scan, most, merged));
            }
        }
    }

    /** A traceroute's last hop answers so, too. */
    private static boolean isTraced(PortScan scan, Merged merged) {
        return merged.report().traceroutes().entries().stream()
                .anyMatch(path -> path.protocol() == Traceroute.Protocol.UDP
                        && path.source().equals(scan.scanner())
                        && path.destination().equals(scan.scanned()));
    }

    private static Finding finding(PortScan scan, int most, Merged merged) {
        int version = scan.icmpVersion();
        IntSummaryStatistics numbers =
                scan.ports().stream().mapToInt(Port::number).summaryStatistics();
        boolean more = scan.ports().size() == UnreachablePorts.MOST_PORTS;
        TimeSpan span = new TimeSpan();
        scan.ports().forEach(port -> span.note(port.nanos()));
        return FindingBuilder.of(KIND, Severity.MEDIUM, Confidence.MEDIUM)
                .says(
                        "Many closed UDP ports of " + scan.scanned() + " were tried by " + scan.scanner(),
                        scan.scanned() + " was sent datagrams by " + scan.scanner() + " for "
                                + (more ? "at least " : "")
                                + Say.count(scan.ports().size())
                                + " different ports (" + numbers.getMin() + " to " + numbers.getMax()
                                + ") that were unreachable: " + Say.count(scan.errors(), "error") + ", up to "
                                + Say.count(most, "port") + " within " + Say.number(merged.value(WINDOW)) + " s.")
                .measured("unreachable_ports_in_window", most, merged.value(PORTS))
                .about(scan.scanner(), scan.scanned())
                .evidence(
                        scan.errors(),
                        scan.ports().stream().map(Port::frame).distinct().toList(),
                        span.first(),
                        span.last())
                .check(
                        "A media server or a game that goes on sending to ports whose calls have ended gets such errors,"
                                + " and so does a program that tries one service after the other.",
                        "Look at the quoted datagrams: a scan sends empty or tiny ones to ports that have nothing in"
                                + " common. Ask who runs " + scan.scanner() + " whether a port scan was planned.",
                        DisplayFilter.all(
                                DisplayFilter.type(version, Failures.unreachable(version)),
                                DisplayFilter.code(version, version == 4 ? 3 : 4),
                                DisplayFilter.from(scan.scanner()),
                                DisplayFilter.to(scan.scanned())))
                .build();
    }
}
