package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.analysis.collect.TimeSpan;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.EchoData;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.internal.packet.Probes;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** One request and what became of it. Reused for a later request when its story is over. */
final class Request implements Serializable {

    /** How long a request waits for its answer. */
    static final long PATIENCE_NANOS = 60_000_000_000L;

    /** How long an answered request is remembered, to recognise further answers. */
    static final long MEMORY_NANOS = 10_000_000_000L;

    /** Two captures of one packet are less than this apart when nothing on their way changed it. */
    private static final long SAME_PLACE_NANOS = 2_000_000;

    /** And less than this when a router between the two places changed it. */
    private static final long OTHER_PLACE_NANOS = 1_000_000_000;

    /** Nobody captures one packet in more places; a flood repeats it so often. */
    private static final int MOST_COPIES = 64;

    Session session;

    /** The next one in the same place of the table. */
    @Nullable
    Request next;

    int sequenceNumber;
    int ordinal; // among the requests of the session
    int payloadSize;
    long sentNanos;
    long latestNanos; // of the latest copy, or when it was sent again
    long latestFrame;
    boolean answered;
    boolean refused; // an ICMP error says that it will not be answered

    // What tells a second capture of the same packet.
    private long firstNanos;
    private int data;
    private int identification;
    int ttl;
    private int copies;

    // The same of the latest reply.
    long replyNanos;
    private int replyData;
    private int replyIdentification;
    private int replyTtl;
    private int replyCopies;

    Request(Session session) {
        this.session = session;
    }

    void begin(PacketView view, int number, int position) {
        sequenceNumber = number;
        ordinal = position;
        payloadSize = (int) Math.max(0, Math.min(EchoData.declaredLength(view), 0xFFFF));
        answered = false;
        refused = false;
        copies = 0;
        replyCopies = 0;
        replyNanos = Frame.NO_TIME;
        sendAgain(view);
    }

    /** Takes a request of the same number, sent because no answer came: answers and copies are now its own. */
    void sendAgain(PacketView view) {
        sentNanos = view.timeNanos();
        firstNanos = view.timeNanos();
        data = data(view);
        identification = view.identification();
        ttl = view.ttl();
        seenAgain(view);
    }

    private void seenAgain(PacketView view) {
        latestFrame = view.frameNumber();
        latestNanos = view.timeNanos();
    }

    /** Says whether a request is this one, captured once more, and notes it if so. */
    boolean isCopy(PacketView view) {
        boolean copy = copies < MOST_COPIES
                && soon(firstNanos, view, ttl)
                && identification == view.identification()
                && hasData(view);
        if (copy) {
            copies++;
            seenAgain(view);
        }
        return copy;
    }

    /**
     * Says whether a further reply is the last one, captured once more, and notes it if so. A network that duplicates
     * packets looks the same; but whoever captures replies twice captures requests twice too, unless on its way between
     * two places a router changed the packet.
     */
    boolean isReplyCopy(PacketView view) {
        boolean copy = soon(replyNanos, view, replyTtl)
                && replyIdentification == view.identification()
                && replyData == data(view)
                && (replyTtl != view.ttl() || replyCopies < copies);
        replyCopies += copy ? 1 : 0;
        return copy;
    }

    private static boolean soon(long earlier, PacketView view, int ttl) {
        long apart = TimeSpan.since(earlier, view.timeNanos());
        return apart >= 0 && apart < (ttl == view.ttl() ? SAME_PLACE_NANOS : OTHER_PLACE_NANOS);
    }

    void takeReply(PacketView view) {
        replyNanos = view.timeNanos();
        replyData = data(view);
        replyIdentification = view.identification();
        replyTtl = view.ttl();
    }

    boolean hasData(PacketView view) {
        return data == data(view);
    }

    /** A number that two messages share when their data is the same, and hardly otherwise. */
    static int data(PacketView view) {
        return (int) ((view.dataSum() * 0x9E37_79B9_7F4A_7C15L) >>> 32);
    }

    /** Whether its story was over at a time; without times no story ends. */
    boolean isOver(long nanos) {
        return answered
                ? TimeSpan.since(replyNanos, nanos) >= MEMORY_NANOS
                : TimeSpan.since(sentNanos, nanos) >= PATIENCE_NANOS;
    }

    /** Whether it may have been sent to expire on its way. */
    boolean isProbe() {
        return ttl <= Probes.LARGEST_TTL;
    }

    boolean isWaiting() {
        return !answered && !refused;
    }
}
