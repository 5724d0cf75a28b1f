package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.analysis.collect.KeptMap;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The sessions by key, and by who asks. Beyond a number of them those with the smallest spread are kept, whatever the order
 * they came in, as in a table of counts. One of which there is more to keep counts as several.
 */
final class Sessions implements Serializable {

    private static final long ALL = -1; // the largest unsigned number
    private static final long SLACK = 32;
    private static final long WEIGHT = 0xFF; // bits of a spread that make room for a weight, of which there are fewer

    private final int capacity;
    private final int detailCapacity;
    private @Nullable Session[] byKey = new Session[16];
    private @Nullable Session[] byAsker = new Session[16]; // the latest session of each that asks
    private int size;
    private long weight; // of all
    private int detailed;
    private long largest = ALL; // spread of a session that is kept
    private long largestDetailed = ALL;

    Sessions(int capacity, int detailCapacity) {
        this.capacity = capacity;
        this.detailCapacity = detailCapacity;
    }

    @Nullable
    Session find(SessionKey key) {
        Session session = byKey[key.hash() & byKey.length - 1];
        while (session != null && !session.is(key)) {
            session = session.nextByKey;
        }
        return session;
    }

    /** The latest session of who asks in a key; the others follow as {@link Session#older}. */
    @Nullable
    Session latestOf(SessionKey key) {
        Session session = byAsker[key.askerHash() & byAsker.length - 1];
        while (session != null && !session.asks(key)) {
            session = session.nextAsker;
        }
        return session;
    }

    /** Adds a session, or gives null when it is none of those that are kept. */
    @Nullable
    Session add(SessionKey key, long firstFrame) {
        Session fresh = new Session(key, key.hash(), firstFrame);
        long spread = largest == ALL && largestDetailed == ALL ? 0 : fresh.spread();
        if (Long.compareUnsigned(spread, largest) > 0) {
            return null;
        }
        if (Long.compareUnsigned(spread, largestDetailed) <= 0) {
            fresh.detail = new Detail();
            detailed++;
        }
        if (size == byKey.length) {
            rebuild(all(), size * 2);
        }
        enter(fresh);
        if (isOverfull() || detailed > detailCapacity + detailCapacity / 16L) {
            shrink();
        }
        return Long.compareUnsigned(spread, largest) > 0 ? null : fresh;
    }

    /** Notes that more is to be kept of a session than before. */
    void grown(Session session, int more) {
        if (Long.compareUnsigned(session.spread(), largest) <= 0) { // a request may know one that is not kept
            weight += more;
        }
        if (isOverfull()) {
            shrink();
        }
    }

    /** Whether it is time to make room: seldom, as that takes long, but a million sessions leave not much of it. */
    private boolean isOverfull() {
        return weight > capacity + capacity / SLACK;
    }

    private void enter(Session session) {
        int place = session.hash & byKey.length - 1;
        session.nextByKey = byKey[place];
        byKey[place] = session;
        size++;
        weight += session.weight();
    }

    /**
     * Notes that a session has its first request: from now on it is found by who asks, in the place of an earlier session of
     * the same asker, which is found behind it. Sessions of replies alone are not: there can be very many of one host.
     */
    void asks(Session session, SessionKey key) {
        int place = key.askerHash() & byAsker.length - 1;
        Session before = null;
        Session at = byAsker[place];
        while (at != null && !at.asks(key)) {
            before = at;
            at = at.nextAsker;
        }
        session.older = at;
        if (at == null) {
            session.nextAsker = byAsker[place];
            byAsker[place] = session;
            return;
        }
        session.nextAsker = at.nextAsker;
        at.nextAsker = null;
        if (before == null) {
            byAsker[place] = session;
        } else {
            before.nextAsker = session;
        }
    }

    private void rebuild(List<Session> sessions, int places) {
        byKey = new Session[places];
        byAsker = new Session[places];
        size = 0;
        weight = 0;
        SessionKey key = new SessionKey();
        for (Session session : sessions) {
            enter(session);
            session.nextAsker = null;
            session.older = null;
            if (session.hasAsked()) {
                session.copyTo(key);
                asks(session, key);
            }
        }
    }

    /** All sessions, those of one asker one behind the other, the earliest first. */
    private List<Session> all() {
        List<Session> all = new ArrayList<>(size);
        List<Session> ofOne = new ArrayList<>();
        for (Session first : byAsker) {
            for (Session latest = first; latest != null; latest = latest.nextAsker) {
                for (Session session = latest; session != null; session = session.older) {
                    ofOne.add(session);
                }
                Collections.reverse(ofOne);
                all.addAll(ofOne);
                ofOne.clear();
            }
        }
        forEach(session -> {
            if (!session.hasAsked()) {
                all.add(session);
            }
        });
        return all;
    }

    void forEach(Consumer<Session> action) {
        for (Session first : byKey) {
            for (Session session = first; session != null; session = session.nextByKey) {
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
                largest -= WEIGHT + 1;
                keepUpTo(largest);
            }
        }
        if (countDetailed() > detailCapacity) {
            largestDetailed = largestDetailThatFits();
            keepDetailUpTo(largestDetailed);
            if (detailed > detailCapacity + detailCapacity / 16L) {
                keepDetailUpTo(--largestDetailed);
            }
        }
    }

    private void keepUpTo(long spread) {
        List<Session> kept = all();
        kept.removeIf(session -> Long.compareUnsigned(session.spread(), spread) > 0);
        rebuild(kept, byKey.length);
    }

    private void keepDetailUpTo(long spread) {
        forEach(session -> {
            if (session.detail != null && Long.compareUnsigned(session.spread(), spread) > 0) {
                session.detail = null;
            }
        });
        countDetailed();
    }

    private int countDetailed() {
        detailed = 0;
        forEach(session -> detailed += session.detail == null ? 0 : 1);
        return detailed;
    }

    /** The spread up to which all sessions together are not too heavy, but for its last bits. */
    private long largestThatFits() {
        long[] spreads = new long[size]; // with weights in their last bits
        int[] next = {0};
        forEach(session -> spreads[next[0]++] = (ordered(session.spread()) & ~WEIGHT) | session.weight());
        Arrays.sort(spreads);
        long sum = 0;
        int kept = 0;
        while (kept < size && sum + (spreads[kept] & WEIGHT) <= capacity) {
            sum += spreads[kept] & WEIGHT;
            kept++;
        }
        return ordered(spreads[Math.max(0, kept - 1)] | WEIGHT);
    }

    private long largestDetailThatFits() {
        long[] spreads = new long[detailed];
        int[] next = {0};
        forEach(session -> {
            if (session.detail != null) {
                spreads[next[0]++] = ordered(session.spread());
            }
        });
        Arrays.sort(spreads);
        return ordered(spreads[detailCapacity - 1]);
    }

    /** Turns unsigned order into signed order, and back. */
    private static long ordered(long unsigned) {
        return unsigned ^ Long.MIN_VALUE;
    }

    /** Takes in the sessions of other askers. */
    void merge(Sessions other) {
        List<Session> both = all();
        both.addAll(other.all());
        rebuild(both, Math.max(16, Integer.highestOneBit(Math.max(1, both.size())) * 2));
        if (Long.compareUnsigned(other.largest, largest) < 0) {
            largest = other.largest;
        }
        if (Long.compareUnsigned(other.largestDetailed, largestDetailed) < 0) {
            largestDetailed = other.largestDetailed;
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
