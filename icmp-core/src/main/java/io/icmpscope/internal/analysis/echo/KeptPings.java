package io.icmpscope.internal.analysis.echo;

import io.icmpscope.message.IpAddress;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.QueryKind;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All pings that were kept, of which the report lists the worst alone: to find one, or to go through them. An observation
 * that costs nothing until it is asked. Whom each host asked says {@link Asking}.
 */
public final class KeptPings {

    private final Sessions sessions;

    /** Their requests are settled. */
    KeptPings(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * Finds a ping.
     *
     * @param requester who asked
     * @param responder who was asked
     * @param identifier 0 to 65,535
     * @return the ping, or null when there was none or it was not kept
     */
    public @Nullable EchoSession find(IpAddress requester, IpAddress responder, int identifier) {
        Session ping = sessions.find(new SessionKey().of(requester, responder, QueryKind.ECHO, identifier));
        return ping == null ? null : SessionReport.of(ping);
    }

    /**
     * Returns how many there are at most.
     *
     * @return 0 or more
     */
    public int most() {
        return sessions.size();
    }

    /**
     * Says whether there were more than could be kept.
     *
     * @return whether some are missing
     */
    public boolean isFull() {
        return sessions.isFull();
    }

    /**
     * Goes through the pings in any order, those aside that were traceroutes.
     *
     * @param action takes each
     */
    public void forEach(Consumer<SessionCounts> action) {
        forEach(session -> true, action);
    }

    /**
     * Goes in any order through the pings that have replies to no captured request, those aside that were traceroutes.
     *
     * @param action takes each
     */
    public void forEachUnsolicited(Consumer<SessionCounts> action) {
        forEach(session -> session.unsolicited() != 0, action);
    }

    /**
     * Goes in any order through when the pings asked, traceroutes aside and those whose requests have no times.
     *
     * @param action takes each
     */
    public void forEachPace(Consumer<Pace> action) {
        forEachSession(session -> {
            Pace pace = SessionReport.pace(session);
            if (pace != null) {
                action.accept(pace);
            }
        });
    }

    private void forEach(Predicate<Session> which, Consumer<SessionCounts> action) {
        forEachSession(session -> {
            if (which.test(session)) {
                action.accept(SessionReport.counts(session));
            }
        });
    }

    private void forEachSession(Consumer<Session> action) {
        sessions.forEach(session -> {
            if (session.kind() == QueryKind.ECHO && !session.isTraceroute()) {
                action.accept(session);
            }
        });
    }
}
