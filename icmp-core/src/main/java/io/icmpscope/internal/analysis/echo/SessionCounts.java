package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.analysis.collect.EchoCounts;
import io.icmpscope.internal.analysis.collect.EveryPing;
import io.icmpscope.internal.analysis.collect.GroupPing;
import io.icmpscope.internal.packet.PacketEntries;
import io.icmpscope.report.QueryKind;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The pings among sessions whose requests are settled. */
record SessionCounts(Sessions sessions) implements EveryPing {

    @Override
    public void forEach(Consumer<EchoCounts> action) {
        forEach(session -> true, action);
    }

    @Override
    public void forEachUnsolicited(Consumer<EchoCounts> action) {
        forEach(session -> session.unsolicited != 0, action);
    }

    private void forEach(Predicate<Session> which, Consumer<EchoCounts> action) {
        sessions.forEach(session -> {
            if (which.test(session) && session.kind() == QueryKind.ECHO && !session.isTraceroute()) {
                action.accept(counts(session));
            }
        });
    }

    private static EchoCounts counts(Session session) {
        Oddities odd = session.oddities;
        return new EchoCounts(
                session.requester(),
                session.responder(),
                session.sent(),
                odd == null ? 0 : odd.retransmissions + odd.captureCopies,
                session.received(),
                session.pending(),
                Integer.toUnsignedLong(session.unsolicited),
                session.firstFrame,
                PacketEntries.instant(session.firstNanos));
    }

    /** Whether more than two hosts may be concerned. */
    static boolean concernsAGroup(Session session) {
        return session.isGroup() || session.requester().isMulticast();
    }

    static GroupPing groupPing(Session session) {
        return new GroupPing(session.report(), session.oddities == null ? 0 : session.oddities.otherReplies);
    }
}
