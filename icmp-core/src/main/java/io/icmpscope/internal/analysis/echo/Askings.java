package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.analysis.collect.Observations;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;

/** Tells whom each host asked, from its sessions when all is seen: nothing is done for it packet by packet. */
final class Askings {

    /** Who asked less did not look around. */
    private static final int LEAST = 2;

    private final Sessions sessions;

    Askings(Sessions sessions) {
        this.sessions = sessions;
    }

    void tell(Observations observations) {
        int[] asked = asked();
        new HostOrder(sessions).sort(asked);
        Session first = new Session(sessions);
        Session session = new Session(sessions);
        for (int from = 0, to = 0; from < asked.length; from = to) {
            sessions.moveTo(first, asked[from]);
            while (to < asked.length && sessions.moveTo(session, asked[to]).isOfSameRequester(first)) {
                to++;
            }
            if (to - from >= LEAST) {
                observations.add(new Asking(first.requester(), new Counts(sessions, asked, from, to)));
            }
        }
    }

    /** The sessions of all hosts that may have several: a list for each of a million hosts would be too much. */
    private int[] asked() {
        int[] counts = counts(); // hosts with one session each need not be sorted
        int[] asked = new int[sessions.size()];
        int[] size = {0};
        sessions.forEach(session -> {
            if (session.asksOneHost() && counts[place(session, counts)] >= LEAST) {
                asked[size[0]++] = session.number();
            }
        });
        return Arrays.copyOf(asked, size[0]);
    }

    /** How many sessions those hosts have that share a place. */
    private int[] counts() {
        int[] counts = new int[2 * Integer.highestOneBit(Math.max(1, sessions.size()))];
        sessions.forEach(session -> counts[place(session, counts)] += session.asksOneHost() ? 1 : 0);
        return counts;
    }

    private static int place(Session session, int[] counts) {
        return session.requesterHash() & counts.length - 1;
    }

    /** The counts of a million sessions take no memory of their own. */
    private static final class Counts extends AbstractList<SessionCounts> {

        private final Sessions sessions;
        private final int[] asked;
        private final int from;
        private final int size;

        Counts(Sessions sessions, int[] asked, int from, int to) {
            this.sessions = sessions;
            this.asked = asked;
            this.from = from;
            this.size = to - from;
        }

        @Override
        public SessionCounts get(int index) {
            Session session = new Session(sessions);
            return SessionReport.counts(sessions.moveTo(session, asked[from + Objects.checkIndex(index, size)]));
        }

        @Override
        public int size() {
            return size;
        }
    }
}
