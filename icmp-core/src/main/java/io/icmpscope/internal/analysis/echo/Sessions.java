package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.analysis.collect.KeptMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The sessions by key, and by who asks. Beyond a number of them those with the smallest spread are kept, whatever the order
 * they came in, as in a table of counts.
 */
final class Sessions {

    private static final long ALL = -1; // the largest unsigned number

    private final int capacity;
    private final int detailCapacity;
    private @Nullable Session[] byKey = new Session[16];
    private @Nullable Session[] byAsker = new Session[16]; // the latest session of each that asks
    private int size;
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
        if (size > capacity + capacity / 16L || detailed > detailCapacity + detailCapacity / 16L) {
            shrink();
        }
        return Long.compareUnsigned(spread, largest) > 0 ? null : fresh;
    }

    private void enter(Session session) {
        int place = session.hash & byKey.length - 1;
        session.nextByKey = byKey[place];
        byKey[place] = session;
        size++;
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
        if (size > capacity) {
            largest = smallest(capacity, session -> true);
            keepUpTo(largest);
            if (size > capacity + capacity / 16L) { // keys that were made to share a spread
                keepUpTo(--largest);
            }
        }
        if (countDetailed() > detailCapacity) {
            largestDetailed = smallest(detailCapacity, session -> session.detail != null);
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

    /** The spread that so many of some sessions do not exceed. */
    private long smallest(int count, Predicate<Session> which) {
        List<Session> some = new ArrayList<>();
        forEach(session -> {
            if (which.test(session)) {
                some.add(session);
            }
        });
        long[] spreads = some.stream()
                .mapToLong(
                        session -> session.spread() ^ Long.MIN_VALUE) // so that unsigned order is that of the numbers
                .sorted()
                .toArray();
        return spreads[count - 1] ^ Long.MIN_VALUE;
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
