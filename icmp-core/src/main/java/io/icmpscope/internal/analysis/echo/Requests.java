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
 * its session settles what became of it. The latest of each session is known to the session; so are others while its numbers are in order, else they are found by an index.
 */
final class Requests implements Serializable {

    /**
     * From so many on, a request whose story is over makes room even where there is more, so that what is used stays in the
     * processor's caches. Only a clock that was set back could ask for it again.
     */
    private static final int ROOMY = 1 << 14;

    /** So many sequence numbers there are. */
    private static final int NUMBERS = 1 << 16;

    /** An array of Java holds no more rows. */
    private static final int MOST = 1 << 27;

    /** Nobody outside can make requests that meet in one place of the index. */
    private final long secret = new Random().nextLong();

    private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L;

    private final int capacity;
    private final long replyTimeoutNanos;
    private long[] rows = new long[16 * Request.WORDS]; // from head to tail, round and round
    private RequestIndex index = new RequestIndex(16); // of sessions whose numbers are not in order
    private int mask = 15; // of places
    private long head = 1; // no request has the number 0
    private long tail = 1;
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
        boolean there;
        if (session.isInOrder() && session.isNext(number) && tail - head < NUMBERS) {
            return null; // not so long ago
        }
        if (session.latestNumber() == number) {
            there = isAtHand(session, session.latestRequest(), number); // all others are older
        } else if (session.isInOrder()) {
            int[] ring = session.ring();
            there = ring != null && isAtHand(session, NumberRing.get(ring, number), number);
        } else {
            there = findIndexed(session.number(), number);
        }
        return there ? found : null;
    }

    /** Looks whether a request of a session is there still, and moves to it. */
    private boolean isAtHand(Session session, int request, int number) {
        if (!isAtHand(request)) {
            return false;
        }
        found.moveToPlace(rows, request & mask);
        return found.sequenceNumber() == number && found.session() == session.number();
    }

    private boolean isAtHand(int request) {
        int age = (int) tail - request; // 1 for the latest of all
        return age > 0 && age <= tail - head;
    }

    /** Finds one of a session whose numbers are not in order, and not its latest. */
    private boolean findIndexed(int session, int number) {
        for (int place = index.first(hash(session, number)); place != RequestIndex.NONE; place = index.next()) {
            found.moveToPlace(rows, place);
            if (found.sequenceNumber() == number && found.session() == session) {
                return true;
            }
        }
        return false;
    }

    /** Makes room for a new request of a number, sent at this time; to be begun by the caller. */
    Request add(Session session, int number, long nanos) {
        if (session.hasAsked()) {
            if (session.isInOrder() && session.isNext(number)) {
                enterRing(session, number);
            } else {
                enterIndex(session);
            }
        }
        if (tail - head == capacity || (tail - head >= ROOMY && isOldestOver(nanos))) {
            removeOldest(session, nanos);
        } else if (tail - head > mask) {
            grow();
        }
        session.latestRequest((int) tail, number);
        found.moveToPlace(rows, (int) tail++ & mask);
        return found;
    }

    private void enterRing(Session session, int number) {
        int[] ring = session.ring();
        if (ring == null) {
            if (!isAtHand(session.latestRequest())) {
                return; // the new one is the only one
            }
            ring = NumberRing.make();
            NumberRing.put(ring, session.latestNumber(), session.latestRequest());
            session.ring(ring);
        }
        while (isAtHand(NumberRing.get(ring, number)) && NumberRing.mayGrow(ring)) {
            ring = NumberRing.grown(ring, session.latestNumber());
            session.ring(ring);
        }
        NumberRing.put(ring, number, (int) tail);
    }

    /** Puts in the index what is at hand of a session: its latest request, and others where its numbers were in order until now. */
    private void enterIndex(Session session) {
        int[] ring = session.isInOrder() ? session.ring() : null;
        if (ring != null) {
            for (int request : ring) {
                enterIndex(session, request);
            }
            session.ring(null);
        } else {
            enterIndex(session, session.latestRequest());
        }
    }

    private void enterIndex(Session session, int request) {
        if (!isAtHand(request)) {
            return;
        }
        int place = request & mask;
        found.moveToPlace(rows, place);
        if (found.session() != session.number()) {
            return;
        }
        found.isIndexed(true);
        if (findIndexed(session.number(), found.sequenceNumber())) { // nobody can ask for that one any more
            found.isIndexed(false);
        }
        index.put(place);
    }

    private boolean isOldestOver(long nanos) {
        oldest.moveToPlace(rows, (int) head & mask);
        return oldest.isOver(nanos);
    }

    private void removeOldest(Session any, long nanos) {
        oldest.moveToPlace(rows, (int) head++ & mask);
        if (oldest.isWaiting() && !oldest.isOver(nanos)) {
            givenUp++;
        }
        if (oldest.isDetailed() && oldest.session() >= 0) {
            any.other(oldest.session()).settle(oldest);
        }
        leave(oldest);
    }

    private void grow() {
        long[] old = rows;
        int oldMask = mask;
        mask = oldMask * 2 + 1;
        rows = new long[(mask + 1) * Request.WORDS];
        index = new RequestIndex(mask + 1);
        for (long i = head; i < tail; i++) {
            int place = (int) i & mask;
            System.arraycopy(old, ((int) i & oldMask) * Request.WORDS, rows, place * Request.WORDS, Request.WORDS);
            found.moveToPlace(rows, place);
            if (found.isIndexed() && !findIndexed(found.session(), found.sequenceNumber())) {
                index.put(place);
            }
        }
    }

    private void leave(Request request) {
        if (!request.isIndexed()) {
            return;
        }
        request.isIndexed(false);
        int place = index.first(hash(request.session(), request.sequenceNumber()));
        while (place != request.place()) {
            place = index.next();
        }
        index.remove();
    }

    private int hash(int session, int number) {
        long mixed = ((((long) session << 16) | number) ^ secret) * FACTOR;
        return (int) (((mixed ^ mixed >>> 32) * FACTOR) >>> 32);
    }

    /** Says of the requests of some sessions that these are not kept any more. */
    void forget(BitSet sessions) {
        for (long i = head; i < tail; i++) {
            found.moveToPlace(rows, (int) i & mask);
            if (found.session() >= 0 && sessions.get(found.session())) {
                leave(found);
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
        index = new RequestIndex(1);
        for (long i = head; i < tail; i++) {
            found.moveToPlace(rows, (int) i & mask);
            found.isIndexed(false);
            if (found.session() >= 0) {
                found.session(numbers.applyAsInt(found.session()));
            }
        }
    }

    /** Hands out all that are left and whose sessions are kept, oldest first, and forgets them. */
    void drain(Consumer<Request> settle) {
        while (head < tail) {
            oldest.moveToPlace(rows, (int) head++ & mask);
            if (oldest.session() >= 0) {
                settle.accept(oldest);
            }
        }
        rows = new long[0];
        index = new RequestIndex(1);
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
