package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.analysis.collect.GroupPing;
import io.icmpscope.internal.packet.PacketEntries;
import io.icmpscope.report.EchoSeries;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.RttSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of a session, in full and in short, when all its requests are settled. */
final class SessionReport {

    private SessionReport() {}

    /** Without what it takes a long list to tell. */
    static EchoSession of(Session session) {
        return of(session, null);
    }

    static EchoSession inFull(Session session) {
        Detail detail = session.detail();
        return of(session, detail == null ? null : detail.series());
    }

    private static EchoSession of(Session session, @Nullable EchoSeries series) {
        Oddities known = session.oddities();
        Oddities odd = known == null ? new Oddities() : known;
        Detail detail = session.detail();
        RttSummary rtt = session.rtt();
        return new EchoSession(
                session.kind(),
                session.requester(),
                session.responder(),
                session.identifier(),
                session.sent(),
                session.received(),
                session.pending(),
                odd.duplicates,
                odd.retransmissions,
                odd.late,
                odd.outOfOrder,
                session.isTraced() ? odd.errors - odd.probesRefused : odd.errors,
                Integer.toUnsignedLong(session.unsolicited()),
                odd.captureCopies,
                odd.payloadMismatches,
                odd.otherResponders(),
                rtt == null || detail == null ? rtt : rtt.withDistribution(detail.distribution()),
                detail == null ? List.of() : detail.payloadSizes(),
                detail == null ? List.of() : detail.replyTtls(),
                detail == null ? List.of() : detail.losses().bursts(),
                detail == null ? 0 : detail.losses().omitted(),
                PacketEntries.instant(session.firstNanos()),
                PacketEntries.instant(session.lastNanos()),
                session.firstFrame(),
                session.lastFrame(),
                series);
    }

    /** Where one can see what is told of it. */
    static EchoEvidence evidence(Session session, EchoSession report) {
        Detail detail = session.detail();
        return (detail == null ? new Proofs() : detail.proofs).of(report);
    }

    static SessionCounts counts(Session session) {
        Oddities odd = session.oddities();
        return new SessionCounts(
                session.kind(),
                session.requester(),
                session.responder(),
                session.identifier(),
                session.sent(),
                odd == null ? 0 : odd.retransmissions + odd.captureCopies,
                session.received(),
                session.pending(),
                Integer.toUnsignedLong(session.unsolicited()),
                session.firstNanos(),
                session.lastNanos(),
                session.firstFrame());
    }

    /** When it asked; null when no request had a time. */
    static @Nullable Pace pace(Session session) {
        Oddities odd = session.oddities();
        return session.inSecond() == 0
                ? null
                : new Pace(
                        session.responder(),
                        Math.floorDiv(session.firstNanos(), BusySeconds.NANOS),
                        Math.floorDiv(session.secondNanos(), BusySeconds.NANOS),
                        session.inSecond(),
                        session.requests(),
                        session.bytesInSecond() / session.inSecond(),
                        odd == null ? List.of() : odd.busySeconds());
    }

    /** Whether more than two hosts may be concerned. */
    static boolean concernsAGroup(Session session) {
        return session.isGroup() || session.requester().isMulticast();
    }

    static GroupPing groupPing(Session session) {
        Oddities odd = session.oddities();
        return new GroupPing(of(session), odd == null ? 0 : odd.otherReplies);
    }
}
