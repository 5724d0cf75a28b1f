package io.icmpscope.internal.analysis.echo;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** The first of many sessions in the order of the report; of the others nothing is made. */
final class FirstSessions {

    private final int most;
    private final PriorityQueue<Session> kept =
            new PriorityQueue<>((last, first) -> Session.order(first, last)); // the last of them ahead

    FirstSessions(int most) {
        this.most = most;
    }

    /** Takes a session into account, which may move on afterwards. */
    void add(Session session) {
        Session last = kept.size() < most ? null : kept.peek();
        if (last == null) {
            kept.add(session.copy());
        } else if (Session.order(session, last) < 0) {
            kept.remove();
            kept.add(session.copy());
        }
    }

    List<Session> list() {
        List<Session> list = new ArrayList<>(kept);
        list.sort(Session::order);
        return list;
    }
}
