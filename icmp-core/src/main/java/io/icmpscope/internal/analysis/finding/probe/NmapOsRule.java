package io.icmpscope.internal.analysis.finding.probe;

import io.icmpscope.internal.analysis.collect.FirstFrames;
import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.internal.analysis.payload.EchoTool;
import io.icmpscope.internal.analysis.payload.ToolSighting;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The pair of pings by which nmap tells operating systems apart. */
public final class NmapOsRule implements Rule {

    private static final Threshold APART = new Threshold(
            "PROBE-NMAP-OS.apart", 1, "seconds", "time between the two pings, for high confidence, at most");

    private static final FindingKind KIND = new FindingKind(
            "PROBE-NMAP-OS",
            Category.SECURITY,
            "A host was sent the echo request of code 9 by which nmap -O finds out its operating system.",
            List.of(APART),
            List.of("RFC 1122 section 3.2.2.6", "MITRE ATT&CK T1592", "MITRE ATT&CK T1595"));

    /** Makes the rule. */
    public NmapOsRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        Map<IpAddress, List<ToolSighting>> probes = new TreeMap<>();
        for (ToolSighting seen : merged.observed(ToolSighting.class)) {
            if (seen.tool() == EchoTool.NMAP_FIRST || seen.tool() == EchoTool.NMAP_SECOND) {
                probes.computeIfAbsent(seen.source(), fresh -> new ArrayList<>())
                        .add(seen);
            }
        }
        probes.forEach((source, seen) -> {
            List<ToolSighting> first = only(EchoTool.NMAP_FIRST, seen);
            if (!first.isEmpty()) { // 150 zeros alone are a ping of that size
                found.accept(finding(source, first, only(EchoTool.NMAP_SECOND, seen), merged.value(APART)));
            }
        });
    }

    private static List<ToolSighting> only(EchoTool tool, List<ToolSighting> seen) {
        return seen.stream().filter(one -> one.tool() == tool).toList();
    }

    private static Finding finding(
            IpAddress source, List<ToolSighting> first, List<ToolSighting> second, double apart) {
        List<ToolSighting> followed = first.stream()
                .filter(one -> second.stream().anyMatch(two -> follows(one, two, apart)))
                .toList();
        long probes = first.stream().mapToLong(ToolSighting::count).sum();
        FirstFrames frames = new FirstFrames();
        first.forEach(one -> one.frames().forEach(frames::add));
        List<IpAddress> concerned = new ArrayList<>(List.of(source));
        first.forEach(one -> concerned.add(one.destination()));
        boolean six = source.version() == 6; // where the second one looks like any ping
        Confidence sure = six || !followed.isEmpty() ? Confidence.HIGH : Confidence.MEDIUM;
        return FindingBuilder.of(KIND, Severity.MEDIUM, sure)
                .says(
                        "Echo requests as nmap sends them to tell operating systems apart came from " + source,
                        source + " sent " + Say.count(probes, "echo request")
                                + " of code 9 with 120 zeros to " + Say.count(first.size(), "host")
                                + (six ? "." : second(followed.size(), apart)))
                .measured("probed_hosts", first.size(), 1)
                .about(concerned)
                .evidence(probes, frames.list(), Tools.first(first), Tools.last(first))
                .check(
                        "Inventory and vulnerability scanners use nmap's probes too, with permission.",
                        "Ask who runs " + source
                                + ". Look for its probes by TCP and UDP at the same time: nmap -O needs"
                                + " them as well.",
                        DisplayFilter.all(Tools.echoRequests(source), DisplayFilter.code(source.version(), 9)))
                .build();
    }

    private static String second(int hosts, double apart) {
        return ", as the first of two; the second, of code 0 with 150 zeros, followed within " + Say.number(apart)
                + " s to " + Say.count(hosts) + " of them.";
    }

    private static boolean follows(ToolSighting one, ToolSighting two, double seconds) {
        return one.destination().equals(two.destination()) && isWithin(one.firstTime(), two.firstTime(), seconds);
    }

    private static boolean isWithin(@Nullable Instant from, @Nullable Instant to, double seconds) {
        return from != null && to != null && Duration.between(from, to).abs().toMillis() <= seconds * 1_000;
    }
}
