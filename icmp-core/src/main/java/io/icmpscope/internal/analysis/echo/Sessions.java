package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.analysis.collect.KeptMap;
import java.io.Serializable;
import java.util.BitSet;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The sessions by key, and by who asks. Beyond a number of them those with the smallest spread are kept, whatever the order
 * they came in, as in a table of counts. One of which there is more to keep counts as several. A session is a number here: that
 * of its row, and which rows these are.
 */
final class Sessions implements Serializable {

    /** No session. */
    static final int NONE = SessionIndex.NONE;

    private static final long ALL = -1; // the largest unsigned number
    private static final long SLACK = 32;

    /** Nobody outside can make keys that meet in one place of a table. */
    private final long secret = new Random().nextLong();

    private final int capacity;
    private final int detailCapacity;
    private final int seriesPoints;
    private final SessionRows ipv4 = new SessionRows(SessionRow.WORDS_IPV4);
    private final SessionRows ipv6 = new SessionRows(SessionRow.WORDS_IPV6);
    private final SessionIndex byKey = new SessionIndex();
    private final SessionIndex byAsker = new SessionIndex(); // the latest session of each that asks
    private final Session found = new Session(this);
    private final Session other = new Session(this);
    private final Session before = new Session(this);
    private final SessionKey scratch = new SessionKey();
    private final Requests requests;
    private int size;
    private int askers;
    private long weight; // of all
    private int detailed;
    private long largest = ALL; // spread of a session that is kept
    private long largestDetailed = ALL;

    Sessions(int capacity, int detailCapacity, int seriesPoints, Requests requests) {
        this.capacity = capacity;
        this.detailCapacity = detailCapacity;
        this.seriesPoints = seriesPoints;
        this.requests = requests;
    }

    /** Finds a session, until another one is asked for; or null. */
    @Nullable
    Session find(SessionKey key) {
        for (int number = byKey.first(key.hash(secret)); number != NONE; number = byKey.next()) {
            if (moveTo(found, number).is(key)) {
                return found;
            }
        }
        return null;
    }

    /** The latest session of who asks in a key; the others follow as {@link Session#older}. */
    int latestOf(SessionKey key) {
        for (int number = byAsker.first(key.askerHash(secret)); number != NONE; number = byAsker.next()) {
            if (moveTo(other, number).asks(key)) {
                return number;
            }
        }
        return NONE;
    }

    /** Gives another session than the one that was found, until the next one is asked for. */
    Session other(int number) {
        return moveTo(other, number);
    }

    Session moveTo(Session session, int number) {
        return session.moveTo(rows(number), row(number), number);
    }

    SessionRows ipv4() {
        return ipv4;
    }

    private SessionRows rows(int number) {
        return (number & 1) == 0 ? ipv4 : ipv6;
    }

    private static int row(int number) {
        return number >>> 1;
    }

    private static int number(SessionRows rows, int row, SessionRows ofIpv4) {
        return row << 1 | (rows == ofIpv4 ? 0 : 1);
    }

    /** Adds a session, or gives null when it is none of those that are kept. */
    @Nullable
    Session add(SessionKey key, long firstFrame) {
        long spread = largest == ALL && largestDetailed == ALL ? 0 : key.spread();
        if (Long.compareUnsigned(spread, largest) > 0) {
            return null;
        }
        SessionRows rows = key.isIpv4() ? ipv4 : ipv6;
        int number = number(rows, rows.add(), ipv4);
        moveTo(found, number).begin(key, firstFrame);
        if (Long.compareUnsigned(spread, largestDetailed) <= 0) {
            found.detail(new Detail(seriesPoints));
            detailed++;
        }
        size++;
        weight++;
        if (byKey.hasRoomFor(number)) {
            byKey.put(key.hash(secret), number);
        } else {
            indexByKey(number);
        }
        if (isOverfull() || detailed > detailCapacity + detailCapacity / 16L) {
            shrink();
            return Long.compareUnsigned(key.spread(), largest) > 0 ? null : found;
        }
        return found;
    }

    private void indexByKey(int largestNumber) {
        byKey.clear(size, largestNumber);
        forEach(session -> {
            session.copyTo(scratch);
            byKey.put(scratch.hash(secret), session.number());
        });
    }

    private void indexByAsker(int largestNumber) {
        byAsker.clear(askers, largestNumber);
        forEach(session -> {
            if (session.has(SessionRow.LATEST_OF_ASKER)) {
                session.copyTo(scratch);
                byAsker.put(scratch.askerHash(secret), session.number());
            }
        });
    }

    /** Notes that more is to be kept of a session than before. */
    void grown(int more) {
        weight += more;
        if (isOverfull()) {
            shrink();
        }
    }

    /** Whether it is time to make room: seldom, as that takes long, but a million sessions leave not much of it. */
    private boolean isOverfull() {
        return weight > capacity + capacity / SLACK;
    }

    /**
     * Notes that a session has its first request: from now on it is found by who asks, in the place of an earlier session of
     * the same asker, which is found behind it. Sessions of replies alone are not: there can be very many of one host.
     */
    void asks(Session session, SessionKey key) {
        session.set(SessionRow.LATEST_OF_ASKER);
        int earlier = latestOf(key);
        if (earlier != NONE) {
            other.clear(SessionRow.LATEST_OF_ASKER);
            session.older(earlier);
            if (byAsker.hasRoomFor(session.number())) {
                byAsker.replace(session.number());
                return;
            }
        } else {
            askers++;
        }
        if (byAsker.hasRoomFor(session.number())) {
            byAsker.put(key.askerHash(secret), session.number());
        } else {
            indexByAsker(session.number());
        }
    }

    void forEach(Consumer<Session> action) {
        Session session = new Session(this);
        forEach(ipv4, session, action);
        forEach(ipv6, session, action);
    }

    private void forEach(SessionRows rows, Session session, Consumer<Session> action) {
        for (int row = 0; row < rows.end(); row++) {
            session.moveTo(rows, row, number(rows, row, ipv4));
            if (!session.isFree()) {
                action.accept(session);
            }
        }
    }

    /** Keeps no more than the limits allow. */
    void shrink() {
        if (weight > capacity) {
            largest = largestThatFits();
            keepUpTo(largest);
            if (size > 1 && isOverfull()) { // keys that were made to share a spread
                largest = SpreadCut.below(largest);
                keepUpTo(largest);
            }
        }
        if (detailed > detailCapacity) {
            largestDetailed = largestDetailThatFits();
            keepDetailUpTo(largestDetailed);
            if (detailed > detailCapacity + detailCapacity / 16L) {
                keepDetailUpTo(--largestDetailed);
            }
        }
    }

    /** The spread up to which all sessions together are not too heavy, but for its last bits. */
    private long largestThatFits() {
        SpreadCut cut = SpreadCut.ofWeighted(size);
        forEach(session -> cut.add(session.spread(), session.weight()));
        return cut.largestThatFits(capacity);
    }

    private long largestDetailThatFits() {
        SpreadCut cut = SpreadCut.ofEqual(detailed);
        forEachDetailed(session -> cut.add(session.spread(), 1));
        return cut.largestThatFits(detailCapacity);
    }

    private void forEachDetailed(Consumer<Session> action) {
        forEachDetailed(ipv4, action);
        forEachDetailed(ipv6, action);
    }

    /** Goes through a list of the few details, not through all rows. */
    private void forEachDetailed(SessionRows rows, Consumer<Session> action) {
        Session session = new Session(this);
        for (int row = 0; row < rows.end(); row++) {
            if (rows.details.get(row) != null) {
                action.accept(session.moveTo(rows, row, number(rows, row, ipv4)));
            }
        }
    }

    private void keepDetailUpTo(long spread) {
        forEachDetailed(session -> {
            if (Long.compareUnsigned(session.spread(), spread) > 0) {
                session.detail(null);
                detailed--;
            }
        });
    }

    private void keepUpTo(long spread) {
        BitSet dropped = new BitSet();
        forEach(session -> {
            if (Long.compareUnsigned(session.spread(), spread) > 0) {
                dropped.set(session.number());
                weight -= session.weight();
                size--;
                detailed -= session.detail() == null ? 0 : 1;
            }
        });
        if (!dropped.isEmpty()) {
            drop(dropped);
        }
    }

    /** Forgets sessions wherever they are known. */
    private void drop(BitSet dropped) {
        forEach(session -> {
            if (session.older() != NONE && dropped.get(session.older())) {
                session.older(olderThat(session.older(), dropped));
            }
        });
        byAsker.replaceAll(dropped, latest -> {
            int kept = olderThat(latest, dropped);
            if (kept != NONE) {
                other(kept).set(SessionRow.LATEST_OF_ASKER);
            } else {
                askers--;
            }
            return kept;
        });
        byKey.replaceAll(dropped, session -> NONE);
        requests.forget(dropped);
        dropped.stream().forEach(number -> rows(number).free(row(number)));
    }

    /** The first one from a session on, each older than the last, that is not dropped. */
    private int olderThat(int session, BitSet dropped) {
        int number = session;
        while (number != NONE && dropped.get(number)) {
            number = moveTo(before, number).older();
        }
        return number;
    }

    /** Takes in the sessions of other askers, and their requests. */
    void merge(Sessions that) {
        int[] ofIpv4 = ipv4.addAll(that.ipv4);
        int[] ofIpv6 = ipv6.addAll(that.ipv6);
        IntUnaryOperator numbers = number ->
                number == NONE ? NONE : ((number & 1) == 0 ? ofIpv4 : ofIpv6)[row(number)] << 1 | (number & 1);
        that.forEach(session -> {
            Session copied = moveTo(found, numbers.applyAsInt(session.number()));
            copied.older(numbers.applyAsInt(session.older()));
            copied.noLatestRequest();
        });
        size += that.size;
        askers += that.askers;
        weight += that.weight;
        detailed += that.detailed;
        requests.merge(that.requests, numbers);
        int end = Math.max(ipv4.end(), ipv6.end()) << 1;
        indexByKey(end);
        indexByAsker(end);
        if (Long.compareUnsigned(that.largest, largest) < 0) {
            largest = that.largest;
        }
        if (Long.compareUnsigned(that.largestDetailed, largestDetailed) < 0) {
            largestDetailed = that.largestDetailed;
        }
        if (largest != ALL) {
            keepUpTo(largest);
        }
        if (largestDetailed != ALL) {
            keepDetailUpTo(largestDetailed);
        }
        shrink();
    }

    int size() {
        return size;
    }

    /** How many sessions there were, estimated when they were too many to be kept. */
    long distinct() {
        return largest == ALL ? size : KeptMap.estimate(size, largest);
    }

    boolean isFull() {
        return largest != ALL;
    }

    boolean isDetailFull() {
        return largestDetailed != ALL;
    }
}
