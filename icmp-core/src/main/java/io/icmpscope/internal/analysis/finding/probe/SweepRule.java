package io.icmpscope.internal.analysis.finding.probe;

import io.icmpscope.internal.analysis.echo.Asking;
import io.icmpscope.internal.analysis.finding.DisplayFilter;
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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A host that asks many others, as somebody does who looks which of them there are. */
public final class SweepRule implements Rule {

    private static final Threshold HOSTS = new Threshold(
            "SWEEP.hosts", 16, "hosts", "hosts that are asked for the first time within the window, at least");
    private static final Threshold WINDOW =
            new Threshold("SWEEP.window", 60, "seconds", "time in which so many hosts are asked");
    private static final Threshold SLOW =
            new Threshold("SWEEP.slow", 64, "hosts", "hosts that are asked in the whole capture, however slowly");
    private static final Threshold SHARE = new Threshold(
            "SWEEP.share",
            30,
            "percent",
            "hosts in percent of the requests, from which on they are hardly pinged twice");
    private static final Threshold CONSECUTIVE =
            new Threshold("SWEEP.consecutive", 8, "addresses", "addresses in a row, for medium");
    private static final Threshold SILENT =
            new Threshold("SWEEP.silent", 50, "percent", "hosts that do not answer, for medium");
    private static final Threshold ROUNDS = new Threshold(
            "SWEEP.rounds", 3, "requests", "requests to half of the hosts, from which on it looks like monitoring");
    private static final Threshold LOST = new Threshold(
            "SWEEP.monitored_silent",
            10,
            "percent",
            "hosts that may be silent when monitoring is still the likely cause");

    private static final FindingKind KIND = new FindingKind(
            "SWEEP",
            Category.SECURITY,
            "A host sent pings or the like to many others in a short time, as a search for hosts does.",
            List.of(HOSTS, WINDOW, SLOW, SHARE, CONSECUTIVE, SILENT, ROUNDS, LOST),
            List.of("MITRE ATT&CK T1018", "MITRE ATT&CK T1595.001", "RFC 4890 section 3.2", "RFC 7707 section 4.3"));

    /** Makes the rule. */
    public SweepRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        double least = Math.min(merged.value(HOSTS), merged.value(SLOW));
        for (Asking asking : merged.observed(Asking.class)) {
            if (asking.sessions().size() >= least) {
                judge(Sweep.of(asking), merged, found);
            }
        }
    }

    private static void judge(Sweep sweep, Merged merged, Consumer<Finding> found) {
        int within = sweep.within(merged.value(WINDOW));
        boolean fast = within >= merged.value(HOSTS);
        if (!fast && sweep.hosts < merged.value(SLOW)) {
            return;
        }
        boolean row = sweep.consecutive >= merged.value(CONSECUTIVE);
        boolean silent = sweep.silentPercent() >= merged.value(SILENT);
        boolean again = sweep.rounds() >= merged.value(ROUNDS);
        boolean oneWay =
                sweep.answering == 0 && !row; // a monitor whose answers the capture does not have looks like this
        if (again && (sweep.silentPercent() <= merged.value(LOST) || oneWay)) {
            found.accept(finding(sweep, within, fast, oneWay ? Severity.LOW : Severity.INFO, Confidence.LOW, merged));
        } else if (row || silent) {
            boolean sure = fast && row && silent;
            found.accept(
                    finding(sweep, within, fast, Severity.MEDIUM, sure ? Confidence.HIGH : Confidence.MEDIUM, merged));
        } else if (sweep.hostsPerHundredRequests() >= merged.value(SHARE)) {
            found.accept(finding(sweep, within, fast, Severity.LOW, Confidence.LOW, merged));
        }
    }

    private static Finding finding(
            Sweep sweep, int within, boolean fast, Severity severity, Confidence confidence, Merged merged) {
        boolean sweeping = severity == Severity.MEDIUM;
        String hosts = Say.count(sweep.hosts, "host");
        return FindingBuilder.of(KIND, severity, confidence)
                .says(
                        sweep.requester + " asked " + hosts + ", consistent with "
                                + (sweeping ? "a sweep" : "monitoring or a sweep"),
                        summary(sweep, within, merged))
                .measured(
                        fast ? "hosts_in_window" : "hosts_in_capture",
                        fast ? within : sweep.hosts,
                        merged.value(fast ? HOSTS : SLOW))
                .about(concerned(sweep))
                .evidence(sweep.requests, sweep.frames.list(), sweep.span.first(), sweep.span.last())
                .check(
                        sweeping
                                ? "An inventory or monitoring tool that is allowed to look for hosts does the same; so do many"
                                        + " users behind one address of a NAT."
                                : "Monitoring asks the same hosts again and again, most of which answer; many users behind one"
                                        + " address of a NAT look alike.",
                        "Ask who runs " + sweep.requester
                                + " whether it monitors these hosts. If not, look what it sends to"
                                + " those that answered after that.",
                        DisplayFilter.all(
                                Queries.requests(sweep.requester, sweep.kinds), DisplayFilter.from(sweep.requester)))
                .build();
    }

    private static String summary(Sweep sweep, int within, Merged merged) {
        String kinds = sweep.kinds.stream().map(Queries::name).collect(Collectors.joining(", "));
        return sweep.requester + " sent " + Say.count(sweep.requests, "request") + " (" + kinds + ") to "
                + Say.count(sweep.hosts, "host") + ", " + Say.count(within) + " of them within "
                + Say.number(merged.value(WINDOW)) + " s; " + Say.count(sweep.answering) + " answered, "
                + Say.percent(sweep.silentPercent()) + " did not, and half of them were asked "
                + Say.count(sweep.rounds(), "time") + " or more. The longest row of addresses has "
                + Say.count(sweep.consecutive) + ".";
    }

    private static List<IpAddress> concerned(Sweep sweep) {
        List<IpAddress> addresses = new ArrayList<>();
        addresses.add(sweep.requester);
        addresses.addAll(sweep.answered);
        return addresses;
    }
}
