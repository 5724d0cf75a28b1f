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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Echo requests that are known from a scanner, by their data, or by identifier and sequence number. */
public final class ToolRule implements Rule {

    private static final Threshold HOSTS = new Threshold(
            "PROBE-TOOL.hosts", 3, "hosts", "hosts that are probed so, for low where other programs send the same");

    private static final FindingKind KIND = new FindingKind(
            "PROBE-TOOL",
            Category.SECURITY,
            "Echo requests look like those of a program that searches for hosts.",
            List.of(HOSTS),
            List.of("MITRE ATT&CK T1595"));

    /** Makes the rule. */
    public ToolRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        Map<EchoTool, Map<IpAddress, List<ToolSighting>>> seen = new EnumMap<>(EchoTool.class);
        for (ToolSighting one : merged.observed(ToolSighting.class)) {
            if (Signature.of(one.tool()) != null) {
                seen.computeIfAbsent(one.tool(), fresh -> new TreeMap<>())
                        .computeIfAbsent(one.source(), fresh -> new ArrayList<>())
                        .add(one);
            }
        }
        seen.forEach((tool, bySource) -> {
            Signature signature = Signature.of(tool);
            if (signature != null) {
                bySource.forEach(
                        (source, ofOne) -> found.accept(finding(signature, tool, source, ofOne, merged.value(HOSTS))));
            }
        });
    }

    private static Finding finding(
            Signature signature, EchoTool tool, IpAddress source, List<ToolSighting> seen, double hosts) {
        boolean low = signature.telling() || seen.size() >= hosts;
        long requests = seen.stream().mapToLong(ToolSighting::count).sum();
        FirstFrames frames = new FirstFrames();
        seen.forEach(one -> one.frames().forEach(frames::add));
        List<IpAddress> concerned = new ArrayList<>(List.of(source));
        seen.forEach(one -> concerned.add(one.destination()));
        return FindingBuilder.of(
                        KIND,
                        low ? Severity.LOW : Severity.INFO,
                        signature.telling() ? Confidence.MEDIUM : Confidence.LOW)
                .says(
                        "Echo requests from " + source + " look like those of " + tool.program(),
                        source + " sent " + Say.count(requests, "echo request") + " to "
                                + Say.count(seen.size(), "host") + " with " + signature.sign() + ", as "
                                + tool.program()
                                + " does.")
                .measured("probed_hosts", seen.size(), signature.telling() ? 1 : hosts)
                .about(concerned)
                .evidence(requests, frames.list(), Tools.first(seen), Tools.last(seen))
                .check(
                        signature.harmless(),
                        "Ask who runs " + source
                                + " which program pings there, and look whether it sent probes by TCP or"
                                + " UDP to the same hosts.",
                        signature.filter().isEmpty()
                                ? Tools.echoRequests(source)
                                : DisplayFilter.all(Tools.echoRequests(source), signature.filter()))
                .build();
    }
}
