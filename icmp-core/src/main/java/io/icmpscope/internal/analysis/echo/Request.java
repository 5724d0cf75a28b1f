package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.analysis.collect.TimeSpan;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.EchoData;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.internal.packet.Probes;

/** A request and what became of it: 64 bytes in the ring of {@link Requests}. See {@link Row}. */
final class Request extends Row {

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

    // Halves of words.
    private static final int SESSION = 0; // and one more; 0 when the session is not kept any more
    private static final int ORDINAL = 1; // among the requests of the session
    private static final int NUMBER_AND_SIZE = 2; // 16 bits each: sequence number, bytes of data
    private static final int COPY_DELAY = 3; // nanoseconds from when it was sent to its latest copy
    private static final int DATA =
            4; // what tells a second capture of the same packet, as the identification and the TTL
    private static final int REPLY_DATA = 5; // the same of the latest reply
    private static final int IDENTIFICATIONS = 6; // 16 bits each: request, latest reply
    private static final int TTLS_AND_COPIES =
            7; // 8 bits each: TTL of the request, of the latest reply, copies of both
    private static final int FLAGS = 8;

    // Words.
    private static final int SENT_NANOS = 5;
    private static final int LATEST_FRAME = 6;
    private static final int REPLY_NANOS = 7;

    static final int WORDS = 8;

    private static final int TTL = 0;
    private static final int REPLY_TTL = 1;
    private static final int COPIES = 2;
    private static final int REPLY_COPIES = 3;

    // Flags.
    private static final int ANSWERED = 1;
    private static final int REFUSED = 2; // an ICMP error says that it will not be answered
    private static final int INDEXED = 4;
    private static final int DETAILED = 8; // its session was kept in detail when it was sent

    void moveToPlace(long[] rows, int place) {
        moveTo(rows, place * WORDS);
    }

    /** Where in the ring it is. */
    int place() {
        return at / WORDS;
    }

    /** Writes a new request over what was there. */
    void begin(PacketView view, Session session, int number, boolean isDetailed) {
        int size = (int) Math.max(0, Math.min(EchoData.declaredLength(view), 0xFFFF));
        pair(SESSION, session.number() + 1, session.position());
        pair(NUMBER_AND_SIZE, (number << 16) | size, 0);
        pair(DATA, data(view), 0);
        pair(IDENTIFICATIONS, view.identification() << 16, view.ttl());
        pair(FLAGS, isDetailed ? DETAILED : 0, 0);
        word(SENT_NANOS, view.timeNanos());
        word(LATEST_FRAME, view.frameNumber());
        word(REPLY_NANOS, Frame.NO_TIME);
    }

    /** Takes a request of the same number, sent because no answer came: answers and copies are now its own. */
    void sendAgain(PacketView view) {
        word(SENT_NANOS, view.timeNanos());
        half(DATA, data(view));
        half(IDENTIFICATIONS, (half(IDENTIFICATIONS) & 0xFFFF) | (view.identification() << 16));
        octet(TTL, view.ttl());
        half(COPY_DELAY, 0);
        word(LATEST_FRAME, view.frameNumber());
    }

    /** Says whether a request is this one, captured once more, and notes it if so. */
    boolean isCopy(PacketView view) {
        boolean copy = octet(COPIES) < MOST_COPIES
                && soon(sentNanos(), view, ttl())
                && half(IDENTIFICATIONS) >>> 16 == (view.identification() & 0xFFFF)
                && hasData(view);
        if (copy) {
            octet(COPIES, octet(COPIES) + 1);
            half(COPY_DELAY, (int) (view.timeNanos() - sentNanos()));
            word(LATEST_FRAME, view.frameNumber());
        }
        return copy;
    }

    /**
     * Says whether a further reply is the last one, captured once more, and notes it if so. A network that duplicates
     * packets looks the same; but whoever captures replies twice captures requests twice too, unless on its way between
     * two places a router changed the packet.
     */
    boolean isReplyCopy(PacketView view) {
        int replyTtl = octet(REPLY_TTL);
        boolean copy = soon(replyNanos(), view, replyTtl)
                && (half(IDENTIFICATIONS) & 0xFFFF) == (view.identification() & 0xFFFF)
                && half(REPLY_DATA) == data(view)
                && (replyTtl != view.ttl() || octet(REPLY_COPIES) < octet(COPIES));
        if (copy && octet(REPLY_COPIES) < MOST_COPIES) {
            octet(REPLY_COPIES, octet(REPLY_COPIES) + 1);
        }
        return copy;
    }

    private static boolean soon(long earlier, PacketView view, int ttl) {
        long apart = TimeSpan.since(earlier, view.timeNanos());
        return apart >= 0 && apart < (ttl == view.ttl() ? SAME_PLACE_NANOS : OTHER_PLACE_NANOS);
    }

    void takeReply(PacketView view) {
        word(REPLY_NANOS, view.timeNanos());
        half(REPLY_DATA, data(view));
        half(IDENTIFICATIONS, (half(IDENTIFICATIONS) & ~0xFFFF) | (view.identification() & 0xFFFF));
        octet(REPLY_TTL, view.ttl());
    }

    /** Takes a reply of which only the time is known. */
    void takeReply(long nanos) {
        word(REPLY_NANOS, nanos);
    }

    boolean hasData(PacketView view) {
        return half(DATA) == data(view);
    }

    /** A number that two messages share when their data is the same, and hardly otherwise. */
    static int data(PacketView view) {
        return (int) ((view.dataSum() * 0x9E37_79B9_7F4A_7C15L) >>> 32);
    }

    /** Whether its story was over at a time; without times no story ends. */
    boolean isOver(long nanos) {
        return isAnswered()
                ? TimeSpan.since(replyNanos(), nanos) >= MEMORY_NANOS
                : TimeSpan.since(sentNanos(), nanos) >= PATIENCE_NANOS;
    }

    /** Whether it may have been sent to expire on its way. */
    boolean isProbe() {
        return ttl() <= Probes.LARGEST_TTL;
    }

    boolean isWaiting() {
        return (half(FLAGS) & (ANSWERED | REFUSED)) == 0;
    }

    boolean isAnswered() {
        return has(ANSWERED);
    }

    void answered() {
        half(FLAGS, half(FLAGS) | ANSWERED);
    }

    boolean isRefused() {
        return has(REFUSED);
    }

    void refused() {
        half(FLAGS, half(FLAGS) | REFUSED);
    }

    boolean isDetailed() {
        return has(DETAILED);
    }

    boolean isIndexed() {
        return has(INDEXED);
    }

    void isIndexed(boolean is) {
        half(FLAGS, is ? half(FLAGS) | INDEXED : half(FLAGS) & ~INDEXED);
    }

    private boolean has(int flag) {
        return (half(FLAGS) & flag) != 0;
    }

    /** The number of its session, or {@link Sessions#NONE} when that is not kept any more. */
    int session() {
        return half(SESSION) - 1;
    }

    void session(int number) {
        half(SESSION, number + 1);
    }

    int ordinal() {
        return half(ORDINAL);
    }

    int sequenceNumber() {
        return half(NUMBER_AND_SIZE) >>> 16;
    }

    int payloadSize() {
        return half(NUMBER_AND_SIZE) & 0xFFFF;
    }

    long sentNanos() {
        return word(SENT_NANOS);
    }

    /** When its latest copy was captured, or when it was sent. */
    long latestNanos() {
        return word(SENT_NANOS) + half(COPY_DELAY); // without time there are no copies
    }

    long latestFrame() {
        return word(LATEST_FRAME);
    }

    long replyNanos() {
        return word(REPLY_NANOS);
    }

    int ttl() {
        return octet(TTL);
    }

    private int octet(int octet) {
        return (half(TTLS_AND_COPIES) >>> (octet * Byte.SIZE)) & 0xFF;
    }

    private void octet(int octet, int value) {
        int shift = octet * Byte.SIZE;
        half(TTLS_AND_COPIES, (half(TTLS_AND_COPIES) & ~(0xFF << shift)) | (value << shift));
    }
}
