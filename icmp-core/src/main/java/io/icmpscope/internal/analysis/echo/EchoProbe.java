package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.PacketView;

/** One echo request and what became of it. Reused for a later request when its story is over. */
final class EchoProbe {

    /** Two captures of one packet are less than this apart when nothing on their way changed it. */
    private static final long SAME_PLACE_NANOS = 2_000_000;

    /** And less than this when a router between the two places changed it. */
    private static final long OTHER_PLACE_NANOS = 1_000_000_000;

    /** What is needed to recognise a second capture of the same packet. */
    static final class Print {
        private long timeNanos;
        private int identification;
        private int ttl;
        private long dataSum;

        void take(PacketView view) {
            timeNanos = view.timeNanos();
            identification = view.identification();
            ttl = view.ttl();
            dataSum = view.dataSum();
        }

        boolean isCopy(PacketView view) {
            long apart = since(timeNanos, view.timeNanos());
            boolean soon = apart >= 0 && apart < (ttl == view.ttl() ? SAME_PLACE_NANOS : OTHER_PLACE_NANOS);
            return soon && identification == view.identification() && sameData(view);
        }

        boolean sameData(PacketView view) {
            return dataSum == view.dataSum();
        }
    }

    /** The request as it was captured first. */
    final Print request = new Print();

    /** The reply that was captured last. */
    final Print reply = new Print();

    int sequenceNumber;
    long ordinal;
    long sentNanos;
    long latestFrame;
    long latestNanos;
    boolean answered;
    boolean refused; // an ICMP error says that it will not be answered

    private int requestCopies;
    private int replyCopies;

    void begin(PacketView view, long ordinal) {
        this.ordinal = ordinal;
        request.take(view);
        sequenceNumber = view.sequenceNumber();
        sentNanos = view.timeNanos();
        answered = false;
        refused = false;
        requestCopies = 0;
        replyCopies = 0;
        seenAgain(view);
    }

    /** Says whether a request is this one, captured once more, and notes it if so. */
    boolean isRequestCopy(PacketView view) {
        if (!request.isCopy(view)) {
            return false;
        }
        requestCopies++;
        seenAgain(view);
        return true;
    }

    /** Takes a request of the same sequence number, sent because no answer came: answers and copies are now its own. */
    void sendAgain(PacketView view) {
        request.take(view);
        sentNanos = view.timeNanos();
        seenAgain(view);
    }

    /**
     * Says whether a further reply is the last one, captured once more, and notes it if so. A network that duplicates
     * packets looks the same; but whoever captures replies twice captures requests twice too, unless on its way between
     * two places a router changed the packet.
     */
    boolean isReplyCopy(PacketView view) {
        boolean copy = reply.isCopy(view) && (reply.ttl != view.ttl() || replyCopies < requestCopies);
        replyCopies += copy ? 1 : 0;
        return copy;
    }

    /** Notes that the request was captured once more, as a copy or because it was sent again. */
    void seenAgain(PacketView view) {
        latestFrame = view.frameNumber();
        latestNanos = view.timeNanos();
    }

    /** How old the request is at the time of a message; negative when that cannot be told. */
    long age(PacketView view) {
        return since(sentNanos, view.timeNanos());
    }

    /** The time between two, or {@link Frame#NO_TIME} when one is missing, the clock went back, or it overflows. */
    static long since(long earlier, long later) {
        boolean known = earlier != Frame.NO_TIME && later != Frame.NO_TIME && later >= earlier;
        long apart = later - earlier;
        return known && apart >= 0 ? apart : Frame.NO_TIME;
    }
}
