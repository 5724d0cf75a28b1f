package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.PathMtu;
import io.icmpscope.report.Threshold;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Paths on which large packets vanish: the sender does not heed what routers say, or no router says anything. */
public final class BlackHoleRule implements Rule {

    private static final Threshold IGNORED = new Threshold(
            "PMTU-BLACKHOLE.ignored", 5, "reports", "reports about packets larger than the sender was told, at least");
    private static final Threshold LOST = new Threshold(
            "PMTU-BLACKHOLE.lost",
            3,
            "requests",
            "large requests that were lost while smaller were answered, at least");
    private static final Threshold ETHERNET = new Threshold(
            "PMTU-BLACKHOLE.mtu",
            1500,
            "bytes",
            "smallest MTU that ordinary senders never exceed, whatever is reported");

    private static final FindingKind KIND = new FindingKind(
            "PMTU-BLACKHOLE",
            Category.NETWORK,
            "Large packets vanish on a path: the sender does not learn, or does not heed, how large they may be.",
            List.of(IGNORED, LOST, ETHERNET),
            List.of("RFC 2923 section 2.1", "RFC 4821", "RFC 8899", "RFC 4890 section 4.3.1"));

    /** Makes the rule. */
    public BlackHoleRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        for (PathMtu path : merged.report().pathMtu().entries()) {
            Long mtu = path.mtu();
            if (mtu != null && path.ignored() >= merged.value(IGNORED)) {
                found.accept(ignored(path, mtu, merged));
            }
            PathMtu.BlackHole hint = path.blackHole();
            if (hint != null && hint.lost() >= merged.value(LOST)) {
                found.accept(silent(path, hint, merged));
            }
        }
    }

    private static Finding ignored(PathMtu path, long mtu, Merged merged) {
        // A host that joins segments before it forwards or reads them calls too large what nobody sent.
        boolean joined = mtu >= merged.value(ETHERNET) || path.reporters().equals(List.of(path.destination()));
        FindingBuilder finding = FindingBuilder.of(
                        KIND, joined ? Severity.LOW : Severity.HIGH, joined ? Confidence.LOW : Confidence.MEDIUM)
                .says(
                        path.source() + " kept sending packets too large for the path to " + path.destination(),
                        Say.count(path.ignored()) + " of " + Say.count(path.events(), "report") + " by "
                                + Words.few(path.reporters()) + " are about packets larger than the "
                                + Say.count(mtu) + " bytes that it had been told a second before or earlier.")
                .measured("ignored_reports", path.ignored(), merged.value(IGNORED))
                .about(Gathered.addresses(List.of(List.of(path.source(), path.destination()), path.reporters())))
                .check(
                        joined
                                ? "A device that joins TCP segments before it looks at them calls packets too large that"
                                        + " were never sent so: look whether the retransmission passes."
                                : "A program that probes for the MTU on purpose, such as ping with a fixed size, looks the"
                                        + " same.",
                        "Capture at " + path.source()
                                + ": if the reports do not arrive there, a firewall drops them; if they"
                                + " do, its path MTU discovery is off.",
                        DisplayFilter.all(
                                PathMtuRule.filter(path.source().version()),
                                DisplayFilter.from(path.source()),
                                DisplayFilter.to(path.destination())));
        return finding.evidence(new Seen(path.events(), path.frames(), path.firstTime(), path.lastTime()))
                .build();
    }

    private static Finding silent(PathMtu path, PathMtu.BlackHole hint, Merged merged) {
        List<EchoSession> large = merged.report().echo().sessions().entries().stream()
                .filter(ping -> isLarge(ping, path, hint))
                .toList();
        TreeSet<Long> frames = new TreeSet<>();
        Gathered times = new Gathered();
        for (EchoSession ping : large) {
            frames.add(ping.firstFrame());
            if (ping.errors() == 0) {
                frames.add(ping.lastFrame()); // a request too: nobody answered
            }
            times.add(new Seen(0, List.of(), ping.firstTime(), ping.lastTime()));
        }
        int version = path.source().version();
        String requests = DisplayFilter.all(
                DisplayFilter.type(version, version == 4 ? 8 : 128),
                DisplayFilter.from(path.source()),
                DisplayFilter.to(path.destination()));
        TreeSet<Integer> identifiers = new TreeSet<>();
        large.forEach(ping -> identifiers.add(ping.identifier()));
        return FindingBuilder.of(KIND, Severity.MEDIUM, Confidence.LOW)
                .says(
                        "Large pings from " + path.source() + " to " + path.destination()
                                + " vanish, small ones do not",
                        Say.count(hint.answered(), "request") + " with " + Say.count(hint.answeredBytes())
                                + " bytes of data were answered, all " + Say.count(hint.lost(), "request") + " with "
                                + Say.count(hint.lostBytes()) + " bytes were lost, and no router said why.")
                .measured("lost_large_requests", hint.lost(), merged.value(LOST))
                .about(path.destination(), path.source())
                .evidence(
                        hint.lost(),
                        List.copyOf(frames),
                        times.seen().first(),
                        times.seen().last())
                .check(
                        "A firewall or host that refuses large pings, or any fragment, looks the same and harms nothing"
                                + " else.",
                        "Ping with sizes between the two and the Don't Fragment flag; a sharp limit near 1,400 bytes is the"
                                + " MTU of a tunnel.",
                        identifiers.isEmpty()
                                ? requests
                                : DisplayFilter.all(
                                        requests,
                                        DisplayFilter.in(
                                                version == 4 ? "icmp.ident" : "icmpv6.echo.identifier", identifiers)))
                .build();
    }

    private static boolean isLarge(EchoSession ping, PathMtu path, PathMtu.BlackHole hint) {
        return ping.requester().equals(path.source())
                && ping.responder().equals(path.destination())
                && ping.received() == 0
                && ping.payloadSizes().stream().anyMatch(size -> size >= hint.lostBytes());
    }
}
