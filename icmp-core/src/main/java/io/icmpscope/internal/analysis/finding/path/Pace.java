package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.collect.Sightings;
import io.icmpscope.internal.analysis.collect.TimeSpan;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.QuotedDatagram;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** The gaps between the errors of one reporter about one host, in the order of the capture. */
final class Pace implements Serializable {

    /** Limits let a burst pass at first: six errors in Linux, ten in IOS. */
    private static final int BURST = 10;

    private static final double NANOS = 1e9;
    private static final int MOST_MISSED = 1_000; // sequence numbers between two errors; more is another ping

    private final Sightings seen = new Sightings();
    private long lastNanos;
    private @Nullable Integer lastIdentifier;
    private @Nullable Integer lastSequence;
    private @Nullable Integer lastPort;
    private long gaps;
    private double sum; // in seconds
    private double squares;
    private long unanswered;
    private long otherPorts;

    void see(PacketView view, QuotedDatagram quoted) {
        seen.see(view);
        Integer identifier = quoted.icmpIdentifier();
        Integer sequence = quoted.icmpSequenceNumber();
        Integer port = quoted.destinationPort();
        if (seen.count() > BURST) {
            gap(TimeSpan.since(lastNanos, view.timeNanos()));
            unanswered += missed(identifier, sequence);
            otherPorts += port != null && !port.equals(lastPort) ? 1 : 0;
        }
        lastNanos = view.timeNanos();
        lastIdentifier = identifier;
        lastSequence = sequence;
        lastPort = port;
    }

    private void gap(long nanos) {
        if (nanos < 0) { // the clock was set back
            return;
        }
        gaps++;
        sum += nanos / NANOS;
        squares += nanos / NANOS * (nanos / NANOS);
    }

    /** How many requests of the same ping there were since the last error. */
    private int missed(@Nullable Integer identifier, @Nullable Integer sequence) {
        if (identifier == null || sequence == null || lastSequence == null || !identifier.equals(lastIdentifier)) {
            return 0;
        }
        int step = sequence - lastSequence & 0xFFFF;
        return step > 0 && step <= MOST_MISSED ? step - 1 : 0;
    }

    /** Takes in another pace of the same pair; only what came without a source could be of two parts. */
    void addAll(Pace other) {
        seen.addAll(other.seen);
        gaps += other.gaps;
        sum += other.sum;
        squares += other.squares;
        unanswered += other.unanswered;
        otherPorts += other.otherPorts;
    }

    boolean isLong() {
        return gaps > 1;
    }

    ErrorPace tell(ErrorPace.Pair pair) {
        double mean = sum / gaps;
        double variance = Math.max(0, squares / gaps - mean * mean);
        double variation = mean > 0 ? Math.sqrt(variance) / mean : 1;
        return new ErrorPace(pair, gaps, mean, variation, unanswered, otherPorts, seen.seen());
    }
}
