package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.analysis.collect.RttTally;
import io.icmpscope.internal.analysis.collect.Spread;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.QueryKind;
import java.io.Serializable;

/**
 * What is kept of a session: 120 bytes over IPv4, 144 over IPv6. A row holds who asks whom what, counts, times, and the
 * moments of the round trips, exactly. See {@link Row}.
 */
abstract class SessionRow extends Row implements Serializable {

    // Halves of words; all counts are unsigned.
    private static final int META = 0; // see SessionKey; 0 in a row that is free
    private static final int SENT = 1;
    private static final int RECEIVED = 2;
    private static final int UNSOLICITED = 3;
    private static final int NEWEST_ANSWERED = 4; // one more than the position of that request; 0 when none is
    private static final int LATEST_REQUEST = 5; // where Requests has it, if it still does
    private static final int OLDER = 6; // the session before it of the same asker, and one more
    private static final int PENDING = 7;
    private static final int BYTES_IN_SECOND = 8;
    private static final int FLAGS = 9;
    private static final int ROUND_TRIPS = 10;
    private static final int SQUARES_HIGH = 11; // what the sum of squares has beyond 64 bits
    private static final int SHORTEST = 12; // unsigned, as the next
    private static final int LONGEST = 13;

    // Words.
    private static final int FIRST_NANOS = 7;
    private static final int LAST_NANOS = 8;
    private static final int FIRST_FRAME = 9;
    private static final int LAST_FRAME = 10;
    private static final int SECOND = 11; // the one of its latest request, and how many it had in it
    private static final int SUM = 12; // of the round trips
    private static final int SQUARES = 13;
    private static final int ADDRESSES = 14; // of IPv4 in one word, of IPv6 in four

    static final int WORDS_IPV4 = ADDRESSES + 1;
    static final int WORDS_IPV6 = ADDRESSES + 4;

    private static final int IN_SECOND_BITS = 29;
    private static final int MOST_IN_SECOND = (1 << IN_SECOND_BITS) - 1;

    private static final QueryKind[] KINDS = QueryKind.values();

    // Flags.
    /** A sequence number that comes again is a new request, not one sent again. */
    static final int REUSES_NUMBERS = 1;

    /** A router let one of its requests expire that had been sent for that. */
    static final int TRACED = 2;

    /** No session of the same asker asked later. */
    static final int LATEST_OF_ASKER = 4;

    /** A round trip was too long for the row: all are summed up beside it. */
    static final int LONG_ROUND_TRIPS = 8;

    final void begin(SessionKey key, long frame) {
        half(META, key.meta);
        word(FIRST_NANOS, Frame.NO_TIME);
        word(LAST_NANOS, Frame.NO_TIME);
        word(FIRST_FRAME, frame);
        if (key.isIpv4()) {
            word(ADDRESSES, key.ipv4());
        } else {
            word(ADDRESSES, key.requesterHigh);
            word(ADDRESSES + 1, key.requesterLow);
            word(ADDRESSES + 2, key.responderHigh);
            word(ADDRESSES + 3, key.responderLow);
        }
    }

    final boolean isFree() {
        return half(META) == 0;
    }

    final boolean is(SessionKey key) {
        if (half(META) != key.meta) {
            return false;
        }
        return key.isIpv4()
                ? word(ADDRESSES) == key.ipv4()
                : word(ADDRESSES + 1) == key.requesterLow
                        && word(ADDRESSES + 3) == key.responderLow
                        && word(ADDRESSES) == key.requesterHigh
                        && word(ADDRESSES + 2) == key.responderHigh;
    }

    final boolean asks(SessionKey key) {
        return half(META) == key.meta
                && requesterLow() == key.requesterLow
                && (key.isIpv4() || word(ADDRESSES) == key.requesterHigh);
    }

    final void copyTo(SessionKey key) {
        key.meta = half(META);
        key.requesterHigh = requesterHigh();
        key.requesterLow = requesterLow();
        key.responderHigh = responderHigh();
        key.responderLow = responderLow();
    }

    /** Decides, beyond a limit, which sessions are kept. */
    final long spread() {
        long asker = Spread.of(Spread.of(Spread.of(0, half(META)), requesterHigh()), requesterLow());
        return Spread.of(Spread.of(asker, responderHigh()), responderLow());
    }

    final int meta() {
        return half(META);
    }

    final int identifier() {
        return SessionKey.identifier(half(META));
    }

    final QueryKind kind() {
        return KINDS[SessionKey.kind(half(META))];
    }

    private boolean isIpv4() {
        return SessionKey.ipVersion(half(META)) == 4;
    }

    final IpAddress requester() {
        return new IpAddress(SessionKey.ipVersion(half(META)), requesterHigh(), requesterLow());
    }

    final IpAddress responder() {
        return new IpAddress(SessionKey.ipVersion(half(META)), responderHigh(), responderLow());
    }

    final boolean isOfSameRequester(SessionRow other) {
        return isIpv4() == other.isIpv4()
                && requesterLow() == other.requesterLow()
                && requesterHigh() == other.requesterHigh();
    }

    /** A number that sessions of one requester share. */
    final int requesterHash() {
        return Long.hashCode(requesterHigh() * 31 + requesterLow()) * 31;
    }

    private long requesterHigh() {
        return isIpv4() ? 0 : word(ADDRESSES);
    }

    private long requesterLow() {
        return isIpv4() ? word(ADDRESSES) >>> Integer.SIZE : word(ADDRESSES + 1);
    }

    private long responderHigh() {
        return isIpv4() ? 0 : word(ADDRESSES + 2);
    }

    final long responderLow() {
        return isIpv4() ? word(ADDRESSES) & 0xFFFF_FFFFL : word(ADDRESSES + 3);
    }

    final boolean has(int flag) {
        return (half(FLAGS) & flag) != 0;
    }

    final void set(int flag) {
        half(FLAGS, half(FLAGS) | flag);
    }

    final void clear(int flag) {
        half(FLAGS, half(FLAGS) & ~flag);
    }

    /** How many requests were sent, probes of a traceroute too: the position of the next one. */
    final int position() {
        return half(SENT);
    }

    final void countRequest() {
        half(SENT, half(SENT) + 1);
    }

    final long received() {
        return Integer.toUnsignedLong(half(RECEIVED));
    }

    final void countAnswer() {
        half(RECEIVED, half(RECEIVED) + 1);
    }

    final int newestAnswered() {
        return half(NEWEST_ANSWERED);
    }

    final void newestAnswered(int next) {
        half(NEWEST_ANSWERED, next);
    }

    final long allPending() {
        return Integer.toUnsignedLong(half(PENDING));
    }

    final void countPending() {
        half(PENDING, half(PENDING) + 1);
    }

    final int unsolicited() {
        return half(UNSOLICITED);
    }

    final void unsolicited(int count) {
        half(UNSOLICITED, count);
    }

    final int latestRequest() {
        return half(LATEST_REQUEST);
    }

    final void latestRequest(int number) {
        half(LATEST_REQUEST, number);
    }

    /** The session before it of the same asker, or {@link Sessions#NONE}. */
    final int older() {
        return half(OLDER) - 1;
    }

    final void older(int session) {
        half(OLDER, session + 1);
    }

    final long firstFrame() {
        return word(FIRST_FRAME);
    }

    final long lastFrame() {
        return word(LAST_FRAME);
    }

    final long firstNanos() {
        return word(FIRST_NANOS);
    }

    final long lastNanos() {
        return word(LAST_NANOS);
    }

    final void touch(long nanos, long frame) {
        if (nanos != Frame.NO_TIME) {
            if (nanos < firstNanos() || firstNanos() == Frame.NO_TIME) {
                word(FIRST_NANOS, nanos);
            }
            if (nanos > lastNanos()) {
                word(LAST_NANOS, nanos);
            }
        }
        word(LAST_FRAME, frame);
    }

    /** When the second of its latest request began; what it asked in that second, and how many bytes on the wire that was. */
    final long secondNanos() {
        return (word(SECOND) >> IN_SECOND_BITS) * BusySeconds.NANOS;
    }

    final int inSecond() {
        return (int) word(SECOND) & MOST_IN_SECOND;
    }

    final int bytesInSecond() {
        return half(BYTES_IN_SECOND);
    }

    /** Counts a request at a time. */
    final void pace(long nanos, long wireBytes) {
        long begin = secondNanos();
        if (nanos < begin || nanos >= begin + BusySeconds.NANOS) { // seldom: a division takes long
            word(SECOND, Math.floorDiv(nanos, BusySeconds.NANOS) << IN_SECOND_BITS);
            half(BYTES_IN_SECOND, 0);
        }
        if (inSecond() < MOST_IN_SECOND) {
            word(SECOND, word(SECOND) + 1);
        }
        half(BYTES_IN_SECOND, (int) Math.min(Integer.MAX_VALUE, bytesInSecond() + wireBytes));
    }

    /** Takes in a round trip; says whether the row has room for it: each can be up to 4.29 s long, then so can all. */
    final boolean addRoundTrip(long nanos) {
        if (nanos >>> Integer.SIZE != 0 || has(LONG_ROUND_TRIPS)) {
            return false;
        }
        int known = half(ROUND_TRIPS);
        if (known == 0 || nanos < Integer.toUnsignedLong(half(SHORTEST))) {
            half(SHORTEST, (int) nanos);
        }
        if (nanos > Integer.toUnsignedLong(half(LONGEST))) {
            half(LONGEST, (int) nanos);
        }
        half(ROUND_TRIPS, known + 1);
        word(SUM, word(SUM) + nanos);
        long square = nanos * nanos;
        long squares = word(SQUARES) + square;
        word(SQUARES, squares);
        if (Long.compareUnsigned(squares, square) < 0) {
            half(SQUARES_HIGH, half(SQUARES_HIGH) + 1);
        }
        return true;
    }

    /** Gives the round trips that are summed up in the row. */
    final RttTally roundTrips() {
        return RttTally.of(
                half(ROUND_TRIPS),
                word(SUM),
                Integer.toUnsignedLong(half(SQUARES_HIGH)),
                word(SQUARES),
                Integer.toUnsignedLong(half(SHORTEST)),
                longestRoundTrip());
    }

    final long longestRoundTrip() {
        return Integer.toUnsignedLong(half(LONGEST));
    }
}
