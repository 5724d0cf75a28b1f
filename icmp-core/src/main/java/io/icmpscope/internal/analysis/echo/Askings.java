package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.analysis.collect.Observations;
import io.icmpscope.message.IpAddress;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tells whom each host asked, from its sessions when all is seen: nothing is done for it packet by packet. */
final class Askings {

    /** Who asked less did not look around. */
    private static final int LEAST = 2;

    private static final Comparator<Session> BY_HOSTS = Comparator.comparing(Session::requester)
            .thenComparing(Session::responder)
            .thenComparingLong(session -> session.firstFrame)
            .thenComparing(Session::kind)
            .thenComparingInt(Session::identifier);

    private final Sessions sessions;

    Askings(Sessions sessions) {
        this.sessions = sessions;
    }

    void tell(Observations observations) {
        List<Session> asked = new ArrayList<>(); // one list: a list for each of a million hosts would be too much
        int[] counts = counts(); // hosts with one session each need not be sorted
        sessions.forEach(session -> {
            if (session.asksOneHost() && counts[place(session, counts)] >= LEAST) {
                asked.add(session);
            }
        });
        asked.sort(BY_HOSTS);
        for (int from = 0, to = 0; from < asked.size(); from = to) {
            IpAddress requester = asked.get(from).requester();
            while (to < asked.size() && asked.get(to).requester().equals(requester)) {
                to++;
            }
            if (to - from >= LEAST) {
                observations.add(new Asking(requester, new Counts(asked.subList(from, to))));
            }
        }
    }

    /** How many sessions those hosts have that share a place. */
    private int[] counts() {
        int[] counts = new int[2 * Integer.highestOneBit(Math.max(1, sessions.size()))];
        sessions.forEach(session -> counts[place(session, counts)] += session.asksOneHost() ? 1 : 0);
        return counts;
    }

    private static int place(Session session, int[] counts) {
        return session.requester().hashCode() & counts.length - 1;
    }

    /** The counts of a million sessions take no memory of their own. */
    private static final class Counts extends AbstractList<SessionCounts> {

        private final List<Session> sessions;

        Counts(List<Session> sessions) {
            this.sessions = sessions;
        }

        @Override
        public SessionCounts get(int index) {
            return SessionReport.counts(sessions.get(index));
        }

        @Override
        public int size() {
            return sessions.size();
        }
    }
}
