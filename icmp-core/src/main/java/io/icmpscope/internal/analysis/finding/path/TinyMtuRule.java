package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.internal.analysis.finding.path.OddTooBig.Oddity;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reports of an MTU that no link has, or about packets that would have fitted. */
public final class TinyMtuRule implements Rule {

    static final Threshold CRITICAL4 = new Threshold(
            "PTB-TINY.critical4", 68, "bytes", "every IPv4 link carries so much: a smaller reported MTU is critical");
    static final Threshold MEDIUM4 =
            new Threshold("PTB-TINY.medium4", 512, "bytes", "a smaller reported MTU is medium in IPv4");
    static final Threshold LOW4 = new Threshold(
            "PTB-TINY.low4", 576, "bytes", "every IPv4 host takes packets of this size: a smaller reported MTU is low");
    static final Threshold MEDIUM6 = new Threshold(
            "PTB-TINY.medium6", 1280, "bytes", "every IPv6 link carries so much: a smaller reported MTU is medium");

    private static final String IMPOSSIBLE =
            " No router has reason to say so: the packet would have fitted, or was allowed to be fragmented.";
    private static final String ITSELF =
            " The destination itself says so, which needs no link to any other host: that is unusual.";

    private static final FindingKind KIND = new FindingKind(
            "PTB-TINY",
            Category.SECURITY,
            "Somebody reported an MTU that no link has, or for a packet that would have fitted; forged reports slow"
                    + " connections down.",
            List.of(CRITICAL4, MEDIUM4, LOW4, MEDIUM6),
            List.of("RFC 1191 section 4", "RFC 8201 section 4", "RFC 8021", "RFC 5927 section 7", "CVE-2004-1060"));

    private record Subject(IpAddress reporter, Oddity oddity) implements Comparable<Subject> {
        @Override
        public int compareTo(Subject other) {
            int byReporter = reporter.compareTo(other.reporter);
            return byReporter != 0 ? byReporter : oddity.compareTo(other.oddity);
        }
    }

    /** Makes the rule. */
    public TinyMtuRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        Map<Subject, List<OddTooBig>> byReporter = new TreeMap<>();
        for (OddTooBig odd : merged.observed(OddTooBig.class)) {
            byReporter
                    .computeIfAbsent(
                            new Subject(odd.path().reporter(), odd.path().oddity()), fresh -> new ArrayList<>())
                    .add(odd);
        }
        byReporter.forEach((subject, reports) -> found.accept(finding(subject, reports, merged)));
    }

    private static Finding finding(Subject subject, List<OddTooBig> odd, Merged merged) {
        Gathered reports = new Gathered();
        long mtu = Long.MAX_VALUE;
        long packet = 0;
        for (OddTooBig one : odd) {
            reports.add(one.seen());
            if (one.path().source() != null) {
                reports.sources.add(one.path().source());
            }
            if (one.path().destination() != null) {
                reports.destinations.add(one.path().destination());
            }
            packet = one.mtu() < mtu ? one.packetBytes() : packet;
            mtu = Math.min(mtu, one.mtu());
        }
        boolean tiny = subject.oddity == Oddity.TINY;
        boolean impossible = odd.stream().anyMatch(OddTooBig::impossible);
        Threshold limit = limit(subject.reporter, mtu, merged);
        FindingBuilder finding = FindingBuilder.of(
                        KIND,
                        tiny ? severity(limit, impossible) : Severity.LOW,
                        tiny ? Confidence.MEDIUM : Confidence.LOW)
                .says(
                        tiny
                                ? subject.reporter + " reported an MTU of " + Say.count(mtu) + " bytes"
                                : subject.reporter + " called packets too big that fit the MTU it reported",
                        subject.reporter + " sent " + Say.count(reports.count(), "report") + " about packets from "
                                + Words.few(reports.sources) + " to " + Words.few(reports.destinations)
                                + ": MTU " + Say.count(mtu) + " bytes"
                                + (packet == 0 ? "." : ", about a packet of " + Say.count(packet) + " bytes.")
                                + (tiny && impossible ? IMPOSSIBLE : "")
                                + (reports.destinations.contains(subject.reporter) ? ITSELF : ""))
                .measured("mtu_bytes", mtu, tiny ? merged.value(limit) : (double) packet)
                .about(Gathered.addresses(List.of(List.of(subject.reporter), reports.sources, reports.destinations)))
                .check(
                        tiny
                                ? "Radio and serial links of old had such MTUs, and translators to IPv4 report them to IPv6"
                                        + " hosts; today nearly nothing does."
                                : "Some routers quote the packet as they had shortened it, and some devices join segments"
                                        + " before they judge their size.",
                        "Look whether the quoted packets were sent at all, and whether the hop limit of the report fits the"
                                + " way to " + subject.reporter + ".",
                        DisplayFilter.all(
                                PathMtuRule.filter(subject.reporter.version()), DisplayFilter.from(subject.reporter)));
        return finding.evidence(reports.seen()).build();
    }

    private static Threshold limit(IpAddress reporter, long mtu, Merged merged) {
        if (reporter.version() == 6) {
            return MEDIUM6;
        }
        return mtu < merged.value(CRITICAL4) ? CRITICAL4 : mtu < merged.value(MEDIUM4) ? MEDIUM4 : LOW4;
    }

    private static Severity severity(Threshold limit, boolean impossible) {
        if (impossible && !limit.equals(CRITICAL4)) {
            return Severity.HIGH;
        }
        return limit.equals(CRITICAL4) ? Severity.CRITICAL : limit.equals(LOW4) ? Severity.LOW : Severity.MEDIUM;
    }
}
