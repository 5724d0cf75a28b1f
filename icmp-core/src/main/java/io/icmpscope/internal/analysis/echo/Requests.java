package io.icmpscope.internal.analysis.echo;

import java.io.Serializable;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The latest requests of all sessions, oldest first, up to a number: the oldest makes room for the newest, and its session
 * settles what became of it.
 */
final class Requests implements Serializable {

    /**
     * From so many on, a request whose story is over makes room even where there is more, so that what is used stays in the
     * processor's caches. Only a clock that was set back could ask for it again.
     */
    private static final int ROOMY = 1 << 14;

    private final int capacity;
    private final long replyTimeoutNanos;
    private @Nullable Request[] queue = new Request[16]; // from head to tail, round and round
    private @Nullable Request[] places = new Request[16]; // the newest of each session and number
    private long head;
    private long tail;
    private long givenUp;
    private final EarlyReplies early = new EarlyReplies();

    Requests(int capacity, long replyTimeoutNanos) {
        this.capacity = capacity;
        this.replyTimeoutNanos = replyTimeoutNanos;
    }

    long replyTimeoutNanos() {
        return replyTimeoutNanos;
    }

    /** Whether a request of this age may still be waiting for its answer. */
    boolean isWithinTimeout(long ageNanos) {
        return ageNanos >= 0 && ageNanos < replyTimeoutNanos;
    }

    /** The newest request of a number, or null. */
    @Nullable
    Request find(Session session, int number) {
        Request request = places[place(session, number)];
        while (request != null && (request.session != session || request.sequenceNumber != number)) {
            request = request.next;
        }
        return request;
    }

    /** Makes room for a new request of a number, sent at this time; to be begun by the caller. */
    Request add(Session session, int number, long nanos) {
        Request fresh;
        if (tail - head == capacity || (tail - head >= ROOMY && queued(head).isOver(nanos))) {
            fresh = removeOldest(nanos);
            fresh.session = session;
        } else {
            if (tail - head == queue.length) {
                grow();
            }
            fresh = new Request(session);
        }
        fresh.sequenceNumber = number;
        queue[(int) tail++ & queue.length - 1] = fresh;
        enter(fresh);
        return fresh;
    }

    private Request removeOldest(long nanos) {
        Request oldest = queued(head++);
        if (oldest.isWaiting() && !oldest.isOver(nanos)) {
            givenUp++;
        }
        oldest.session.settle(oldest);
        leave(oldest);
        return oldest;
    }

    private void grow() {
        @Nullable Request[] old = queue;
        queue = new Request[old.length * 2];
        places = new Request[queue.length];
        for (long i = head; i < tail; i++) {
            Request request = old[(int) i & old.length - 1];
            queue[(int) i & queue.length - 1] = request;
            if (request != null) {
                enter(request);
            }
        }
    }

    /** Takes the place of an earlier request of the same number, which nobody can ask for any more. */
    private void enter(Request request) {
        Request earlier = find(request.session, request.sequenceNumber);
        if (earlier != null) {
            leave(earlier);
        }
        int place = place(request.session, request.sequenceNumber);
        request.next = places[place];
        places[place] = request;
    }

    private void leave(Request request) {
        int place = place(request.session, request.sequenceNumber);
        Request before = null;
        Request at = places[place];
        while (at != null && at != request) {
            before = at;
            at = at.next;
        }
        if (at == null) {
            return; // a later one has taken its place
        }
        if (before == null) {
            places[place] = request.next;
        } else {
            before.next = request.next;
        }
        request.next = null;
    }

    private int place(Session session, int number) {
        int mixed = (session.hash + number * 0x9E37_79B1) * 0x85EB_CA6B;
        return (mixed ^ mixed >>> 16) & places.length - 1;
    }

    private Request queued(long index) {
        Request request = queue[(int) index & queue.length - 1];
        if (request == null) {
            throw new IllegalStateException("nothing at " + index);
        }
        return request;
    }

    /** Hands out all that are left, oldest first, and forgets them. */
    void drain(Consumer<Request> settle) {
        while (head < tail) {
            settle.accept(queued(head++));
        }
        Arrays.fill(queue, null);
        Arrays.fill(places, null);
    }

    /** Replies whose requests may still come. */
    EarlyReplies early() {
        return early;
    }

    /** How many requests had to make room although they might still have been answered. */
    long givenUp() {
        return givenUp;
    }
}
