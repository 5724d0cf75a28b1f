package io.icmpscope.mcp.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The clients that made their handshake. Few ever say goodbye: who was silent for long is forgotten, and when there are too
 * many, who was silent longest. Such a client is told that its session is over, and makes a new one. Thread-safe.
 */
final class Sessions {

    private final int most;
    private final long silentNanos;
    private final LongSupplier nanoTime;
    private final Map<String, Known> byId = new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true);

    private record Known(ClientSession session, long lastSeen) {}

    /**
     * Begins with none.
     *
     * @param most how many there may be
     * @param silent after which time without a request one is forgotten
     * @param nanoTime the clock
     */
    Sessions(int most, Duration silent, LongSupplier nanoTime) {
        this.most = most;
        this.silentNanos = silent.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Takes one more, unless there are too many and all of them work. */
    boolean add(ClientSession session) {
        forgetSilent();
        List<ClientSession> over = new ArrayList<>();
        boolean added;
        synchronized (this) {
            if (byId.size() >= most) {
                forgetLongestSilent(over);
            }
            added = byId.size() < most;
            if (added) {
                byId.put(session.id(), new Known(session, nanoTime.getAsLong()));
            }
        }
        over.forEach(ClientSession::end);
        return added;
    }

    private void forgetLongestSilent(List<ClientSession> over) {
        for (Iterator<Known> eldest = byId.values().iterator(); over.isEmpty() && eldest.hasNext(); ) {
            ClientSession session = eldest.next().session;
            if (session.calls().isEmpty()) {
                eldest.remove();
                over.add(session);
            }
        }
    }

    /** Finds one that is heard of now. */
    synchronized @Nullable ClientSession seen(@Nullable String id) {
        Known known = id == null ? null : byId.get(id);
        if (known == null) {
            return null;
        }
        byId.put(known.session.id(), new Known(known.session, nanoTime.getAsLong()));
        return known.session;
    }

    /** Ends one. */
    boolean remove(@Nullable String id) {
        Known known;
        synchronized (this) {
            known = id == null ? null : byId.remove(id);
        }
        if (known == null) {
            return false;
        }
        known.session.end();
        return true;
    }

    /** Forgets those for whom nothing runs and who were silent for long. */
    void forgetSilent() {
        List<ClientSession> over = new ArrayList<>();
        synchronized (this) {
            long now = nanoTime.getAsLong();
            for (Iterator<Known> eldest = byId.values().iterator(); eldest.hasNext(); ) {
                Known known = eldest.next();
                if (now - known.lastSeen < silentNanos) {
                    break;
                }
                if (known.session.calls().isEmpty()) {
                    eldest.remove();
                    over.add(known.session);
                }
            }
        }
        over.forEach(ClientSession::end);
    }

    synchronized List<ClientSession> all() {
        return byId.values().stream().map(Known::session).toList();
    }
}
