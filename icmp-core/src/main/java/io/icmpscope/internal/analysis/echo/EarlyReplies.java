package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.PacketView;
import java.io.Serializable;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The latest replies that answer nothing known, in case that their requests only stand behind them in the file, as they can
 * in captures of several interfaces.
 */
final class EarlyReplies implements Serializable {

    private static final int MOST = 1024;

    /** How much earlier than its request a reply may stand. */
    private static final long REORDER_NANOS = 10_000_000;

    private record Key(int session, int sequenceNumber) implements Serializable {}

    private record Early(long nanos, int data) implements Serializable {}

    private final Map<Key, Early> replies = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Early> eldest) {
            return size() > MOST;
        }
    };

    void add(Session session, int sequenceNumber, PacketView view) {
        if (view.timeNanos() != Frame.NO_TIME) {
            replies.put(new Key(session.number(), sequenceNumber), new Early(view.timeNanos(), Request.data(view)));
        }
    }

    /** Takes out the reply to a request; gives its time, or {@link Frame#NO_TIME} when there is none. */
    long take(Session session, int sequenceNumber, PacketView request) {
        Early reply = replies.get(new Key(session.number(), sequenceNumber));
        if (reply == null
                || request.timeNanos() == Frame.NO_TIME
                || Math.abs(request.timeNanos() - reply.nanos) > REORDER_NANOS
                || reply.data != Request.data(request)) {
            return Frame.NO_TIME;
        }
        replies.remove(new Key(session.number(), sequenceNumber));
        return reply.nanos;
    }

    /** Forgets the replies of some sessions. */
    void forget(BitSet sessions) {
        replies.keySet().removeIf(key -> sessions.get(key.session));
    }
}
