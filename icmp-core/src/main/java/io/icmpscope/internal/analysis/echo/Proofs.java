package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.analysis.collect.FirstFrames;
import io.icmpscope.report.EchoSession;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** In which frames one can see what is told of a session. */
final class Proofs implements Serializable {

    /** Any round trip is slower. */
    static final long NOT_SLOW = -1;

    private static final int MOST_SLOW = FirstFrames.MOST;

    final FirstFrames lost = new FirstFrames();
    final FirstFrames late = new FirstFrames();
    final FirstFrames duplicates = new FirstFrames();
    final FirstFrames outOfOrder = new FirstFrames();
    final FirstFrames copies = new FirstFrames();
    final FirstFrames mismatches = new FirstFrames();
    final FirstFrames unsolicited = new FirstFrames();

    private long[] slowNanos = {}; // the longest round trips, the shortest of them ahead
    private long[] slowFrames = {};
    private int slow;

    /** Takes the round trip of a reply that is slower than this said last; says so for the next one. */
    long rtt(long nanos, long frame) {
        if (slow == slowNanos.length && slow < MOST_SLOW) {
            int larger = Math.min(MOST_SLOW, Math.max(2, 2 * slow));
            slowNanos = Arrays.copyOf(slowNanos, larger);
            slowFrames = Arrays.copyOf(slowFrames, larger);
        }
        int at;
        if (slow < MOST_SLOW) {
            at = slow++;
            while (at > 0 && slowNanos[at - 1] > nanos) {
                move(at - 1, at--);
            }
        } else {
            at = 0;
            while (at + 1 < slow && slowNanos[at + 1] < nanos) {
                move(at + 1, at++);
            }
        }
        slowNanos[at] = nanos;
        slowFrames[at] = frame;
        return slow == MOST_SLOW ? slowNanos[0] : NOT_SLOW;
    }

    private void move(int from, int to) {
        slowNanos[to] = slowNanos[from];
        slowFrames[to] = slowFrames[from];
    }

    private List<Long> slowest() {
        return LongStream.of(slowFrames).limit(slow).sorted().boxed().toList();
    }

    EchoEvidence of(EchoSession session) {
        return new EchoEvidence(
                session,
                lost.list(),
                late.list(),
                duplicates.list(),
                outOfOrder.list(),
                copies.list(),
                mismatches.list(),
                unsolicited.list(),
                slowest());
    }
}
