package io.icmpscope.internal.analysis.echo;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The latest requests of all sessions in a ring of rows, oldest first, up to a number: the oldest makes room for the newest, and
 * its session settles what became of it. The latest of each session is known to the session, the others are found by a table.
 */
final class Requests implements Serializable {

    /**
     * From so many on, a request whose story is over makes room even where there is more, so that what is used stays in the
     * processor's caches. Only a clock that was set back could ask for it again.
     */
    private static final int ROOMY = 1 << 14;

    /** An array of Java holds no more rows. */
    private static final int MOST = 1 << 27;

    /** Nobody outside can make requests that meet in one place of the table. */
    private final long secret = new Random().nextLong();

    private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L;

    private final int capacity;
    private final long replyTimeoutNanos;
    private long[] rows = new long[16 * Request.WORDS]; // from head to tail, round and round
    private int[] table =
            new int[16]; // one more than the place of a request: the newest of a number, and others behind it
    private int mask = 15; // of places
    private long head;
    private long tail;
    private long givenUp;
    private final Request found = new Request();
    private final Request oldest = new Request();
    private final EarlyReplies early = new EarlyReplies();
    private final List<Requests> merged = new ArrayList<>();

    Requests(int capacity, long replyTimeoutNanos) {
        this.capacity = Math.min(capacity, MOST);
        this.replyTimeoutNanos = replyTimeoutNanos;
    }

    long replyTimeoutNanos() {
        return replyTimeoutNanos;
    }

    /** Whether a request of this age may still be waiting for its answer. */
    boolean isWithinTimeout(long ageNanos) {
        return ageNanos >= 0 && ageNanos < replyTimeoutNanos;
    }

    /** The newest request of a number, until another one is asked for; or null. */
    @Nullable
    Request find(Session session, int number) {
        if (!findLatest(session)) {
            return null; // all others are older
        }
        return found.sequenceNumber() == number ? found : lookUp(session.number(), number);
    }

    /** The newest of a number that is not the latest of its session. */
    private @Nullable Request lookUp(int session, int number) {
        int place = table[hash(session, number)] - 1;
        while (place >= 0) {
            found.moveTo(rows, place);
            if (found.sequenceNumber() == number && found.session() == session) {
                return found;
            }
            place = found.next();
        }
        return null;
    }

    private boolean findLatest(Session session) {
        int latest = session.latestRequest();
        int age = (int) tail - latest; // 1 for the latest of all
        if (age <= 0 || age > tail - head) {
            return false;
        }
        found.moveTo(rows, latest & mask);
        return found.session() == session.number();
    }

    /** Makes room for a new request of a number, sent at this time; to be begun by the caller. */
    Request add(Session session, int number, long nanos) {
        if (findLatest(session) && found.sequenceNumber() != number) { // else nobody can ask for it any more
            enter(latestPlace(session));
        }
        if (tail - head == capacity || (tail - head >= ROOMY && isOldestOver(nanos))) {
            removeOldest(session, nanos);
        } else if (tail - head > mask) {
            grow();
        }
        session.latestRequest((int) tail);
        found.moveTo(rows, (int) tail++ & mask);
        return found;
    }

    private int latestPlace(Session session) {
        return session.latestRequest() & mask;
    }

    private boolean isOldestOver(long nanos) {
        oldest.moveTo(rows, (int) head & mask);
        return oldest.isOver(nanos);
    }

    private void removeOldest(Session any, long nanos) {
        int place = (int) head++ & mask;
        oldest.moveTo(rows, place);
        if (oldest.isWaiting() && !oldest.isOver(nanos)) {
            givenUp++;
        }
        if (oldest.isDetailed() && oldest.session() >= 0) {
            any.other(oldest.session()).settle(oldest);
        }
        if (oldest.isInTable()) {
            leave(place);
        }
    }

    private void grow() {
        long[] old = rows;
        int oldMask = mask;
        mask = oldMask * 2 + 1;
        rows = new long[(mask + 1) * Request.WORDS];
        table = new int[mask + 1];
        for (long i = head; i < tail; i++) {
            int place = (int) i & mask;
            System.arraycopy(old, ((int) i & oldMask) * Request.WORDS, rows, place * Request.WORDS, Request.WORDS);
            found.moveTo(rows, place);
            if (found.isInTable()) {
                putInTable(place);
            }
        }
    }

    /** Takes the place of an earlier request of the same number, which nobody can ask for any more. */
    private void enter(int place) {
        found.moveTo(rows, place);
        if (lookUp(found.session(), found.sequenceNumber()) != null) {
            leave(found.place());
        }
        found.moveTo(rows, place);
        putInTable(place);
    }

    private void putInTable(int place) {
        int at = hash(found.session(), found.sequenceNumber());
        found.next(table[at] - 1);
        found.isInTable(true);
        table[at] = place + 1;
    }

    private void leave(int place) {
        found.moveTo(rows, place);
        int next = found.next();
        found.isInTable(false);
        int at = hash(found.session(), found.sequenceNumber());
        int other = table[at] - 1;
        if (other == place) {
            table[at] = next + 1;
            return;
        }
        while (other != place) {
            found.moveTo(rows, other);
            other = found.next();
        }
        found.next(next);
    }

    private int hash(int session, int number) {
        long mixed = (((long) session << 16 | number) ^ secret) * FACTOR;
        return (int) (((mixed ^ mixed >>> 32) * FACTOR) >>> 32) & mask;
    }

    /** Says of the requests of some sessions that these are not kept any more. */
    void forget(BitSet sessions) {
        for (long i = head; i < tail; i++) {
            int place = (int) i & mask;
            found.moveTo(rows, place);
            if (found.session() >= 0 && sessions.get(found.session())) {
                if (found.isInTable()) {
                    leave(place);
                    found.moveTo(rows, place);
                }
                found.session(Sessions.NONE);
            }
        }
        early.forget(sessions);
        merged.forEach(some -> some.forget(sessions));
    }

    /**
     * Takes in the requests of others, which nobody asks for any more.
     *
     * @param numbers tells the number that a session has from now on
     */
    void merge(Requests other, IntUnaryOperator numbers) {
        merged.add(other);
        merged.addAll(other.merged);
        other.merged.forEach(some -> some.renumber(numbers));
        other.merged.clear();
        other.renumber(numbers);
    }

    private void renumber(IntUnaryOperator numbers) {
        table = new int[0];
        for (long i = head; i < tail; i++) {
            found.moveTo(rows, (int) i & mask);
            found.isInTable(false);
            if (found.session() >= 0) {
                found.session(numbers.applyAsInt(found.session()));
            }
        }
    }

    /** Hands out all that are left and whose sessions are kept, oldest first, and forgets them. */
    void drain(Consumer<Request> settle) {
        while (head < tail) {
            oldest.moveTo(rows, (int) head++ & mask);
            if (oldest.session() >= 0) {
                settle.accept(oldest);
            }
        }
        rows = new long[0];
        table = new int[0];
        merged.forEach(some -> some.drain(settle));
    }

    /** Replies whose requests may still come. */
    EarlyReplies early() {
        return early;
    }

    /** How many requests had to make room although they might still have been answered. */
    long givenUp() {
        return givenUp + merged.stream().mapToLong(Requests::givenUp).sum();
    }
}
