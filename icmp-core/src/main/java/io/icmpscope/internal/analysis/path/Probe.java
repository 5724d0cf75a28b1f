package io.icmpscope.internal.analysis.path;

import io.icmpscope.internal.analysis.collect.TimeSpan;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.internal.packet.Probes;
import io.icmpscope.internal.packet.TransportHeader;
import java.io.Serializable;

/** A probe whose answer may still come. */
final class Probe implements Serializable {

    /** Two captures of one packet are less than this apart, with or without a router between the two places. */
    private static final long COPY_NANOS = 1_000_000_000L;

    final Run run;
    final int ttl;
    final long start;
    final int mark;
    final long timeNanos;
    final long frame;
    final long ordinal; // among the probes of its run
    private long latestNanos; // when it was sent for the last time
    boolean answered;

    Probe(Run run, PacketView view, long ordinal) {
        this.run = run;
        this.ttl = view.ttl();
        this.start = TransportHeader.start(view);
        this.mark = TransportHeader.mark(view);
        this.timeNanos = view.timeNanos();
        this.latestNanos = timeNanos;
        this.frame = view.frameNumber();
        this.ordinal = ordinal;
    }

    /** Whether this is the probe, captured once more; behind a router its time to live is less. */
    boolean isCopy(PacketView view) {
        long age = since(view.timeNanos());
        return start == TransportHeader.start(view)
                && mark == TransportHeader.mark(view)
                && view.ttl() <= ttl
                && age >= 0
                && age < COPY_NANOS;
    }

    /**
     * Whether this is the probe of TCP, sent again because no answer came: the sequence number is the same. Notes it if so,
     * because it may be answered from now on as long as the first.
     */
    boolean isSentAgain(PacketView view) {
        boolean again = TransportHeader.isTcp(view)
                && start == TransportHeader.start(view)
                && ttl == view.ttl()
                && !isForgotten(view.timeNanos());
        latestNanos = again ? view.timeNanos() : latestNanos;
        return again;
    }

    /** Whether an answer that comes now comes too late. */
    boolean isForgotten(long nowNanos) {
        return TimeSpan.since(latestNanos, nowNanos) > Probes.PATIENCE_NANOS;
    }

    /** The time from the probe until then, or {@link Frame#NO_TIME} when it cannot be told. */
    long since(long nanos) {
        return TimeSpan.since(timeNanos, nanos);
    }
}
