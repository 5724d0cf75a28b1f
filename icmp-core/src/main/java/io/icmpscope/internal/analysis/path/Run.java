package io.icmpscope.internal.analysis.path;

import io.icmpscope.internal.analysis.collect.TimeSpan;
import io.icmpscope.internal.analysis.path.Answer.Kind;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.PacketEntries;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.internal.packet.Probes;
import io.icmpscope.internal.packet.TransportHeader;
import io.icmpscope.report.Traceroute;
import io.icmpscope.report.Traceroute.EndReason;
import io.icmpscope.report.Traceroute.Protocol;
import java.io.Serializable;
import java.time.Duration;
import java.util.Comparator;

/** One traceroute while the capture is read, or what may become one. */
final class Run implements Comparable<Run>, Serializable {

    private static final Comparator<Run> ORDER =
            Comparator.comparingLong((Run run) -> run.firstFrame).thenComparing(run -> run.flow);

    /** A pause that no program makes between two probes, unless it has always made such pauses. */
    private static final long PAUSE_NANOS = 5_000_000_000L;

    private final Flow flow;
    private final ProbeRing ring;
    private final long firstFrame;
    private final long firstNanos;
    private long lastNanos;
    private final Hops hops = new Hops();
    private final InferredHops inferred = new InferredHops();
    private long probes;
    private boolean expired; // one of the probes, in transit
    private boolean answered; // one of the probes, otherwise
    private int lastTtl;
    private int smallestPort = Integer.MAX_VALUE;
    private int largestPort;
    private long longestPause;
    boolean listed;

    Run(Flow flow, ProbeRing ring, PacketView first) {
        this.flow = flow;
        this.ring = ring;
        this.firstFrame = first.frameNumber();
        this.firstNanos = first.timeNanos();
        this.lastNanos = firstNanos;
    }

    /** The order of the report: by first frame, which several packets of one frame may share. */
    @Override
    public int compareTo(Run other) {
        return ORDER.compare(this, other);
    }

    /** Whether whatever comes now belongs to another run, because it comes too late for this one. */
    boolean isOver(long nowNanos) {
        return TimeSpan.since(lastNanos, nowNanos) > Probes.PATIENCE_NANOS;
    }

    /**
     * Whether a probe begins a run of its own. That its time to live is the smallest again, as mtr's is all the time, does
     * not suffice: the ports begin again too, or the program has paused.
     */
    boolean isBegunAgain(PacketView probe) {
        if (probe.ttl() > hops.smallest() || lastTtl <= hops.smallest()) {
            return false;
        }
        long pause = TimeSpan.since(lastNanos, probe.timeNanos());
        boolean counts = flow.protocol() == Protocol.UDP && largestPort > smallestPort;
        return (counts && port(probe) == smallestPort) || (pause > PAUSE_NANOS && pause > 2 * longestPause);
    }

    Probe sent(PacketView view) {
        longestPause = Math.max(longestPause, probes == 0 ? 0 : TimeSpan.since(lastNanos, view.timeNanos()));
        touch(view.timeNanos());
        lastTtl = view.ttl();
        smallestPort = Math.min(smallestPort, port(view));
        largestPort = Math.max(largestPort, port(view));
        hops.sent(lastTtl);
        return new Probe(this, view, probes++);
    }

    private static int port(PacketView probe) {
        return (int) (TransportHeader.start(probe) >>> 32 & 0xFFFF);
    }

    /** Takes the first answer to a probe; what comes after it are copies. */
    void answered(Probe probe, Answer answer) {
        touch(answer.timeNanos());
        if (!probe.answered) {
            probe.answered = true;
            expired |= answer.kind() == Kind.TRANSIT;
            answered |= answer.kind() != Kind.TRANSIT;
            hops.answered(probe.ttl, answer, probe.ordinal, probe.since(answer.timeNanos()));
        }
    }

    /** Takes an answer to a probe that was not captured. */
    void answered(ProbeQuote quote, Answer answer) {
        touch(answer.timeNanos());
        inferred.add(answer, quote);
    }

    private void touch(long timeNanos) {
        lastNanos = lastNanos == Frame.NO_TIME ? timeNanos : Math.max(lastNanos, timeNanos);
    }

    /**
     * Whether this is a traceroute: there were probes of several times to live, or of 1, and some expired on their way, or,
     * on the shortest of ways, were answered. Another time to live alone explores nothing: it is the habit of a sender.
     */
    boolean isTraceroute() {
        boolean shortWay = answered && hops.smallest() <= 2;
        return (expired && (hops.count() > 1 || hops.smallest() == 1))
                || (shortWay && hops.count() > 1)
                || isInferred();
    }

    /** Whether this may become one: there was a probe, or a router let one expire. */
    boolean isPromising() {
        return probes > 0 || inferred.haveRouters();
    }

    private boolean isInferred() {
        return !expired && !answered && inferred.areTraced(flow.protocol());
    }

    /** What became of it, when the capture ended at this time. */
    Traceroute finish(long endNanos, Duration replyTimeout) {
        ring.unanswered(this)
                .filter(probe -> isYoung(probe, endNanos, replyTimeout))
                .forEach(probe -> hops.pending(probe.ttl));
        boolean captured = !isInferred();
        Hops path = captured ? hops : inferred.hops(flow.protocol());
        EndReason end = path.endReason();
        return new Traceroute(
                flow.source(),
                flow.destination(),
                flow.protocol(),
                end == EndReason.REACHED,
                end,
                captured,
                path.finish(),
                PacketEntries.instant(firstNanos),
                PacketEntries.instant(lastNanos),
                firstFrame);
    }

    private static boolean isYoung(Probe probe, long endNanos, Duration replyTimeout) {
        long age = probe.since(endNanos);
        return age >= 0 && Duration.ofNanos(age).compareTo(replyTimeout) < 0;
    }
}
