package io.icmpscope.internal.analysis;

import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.EchoReport;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.Listing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which pings were there, and what was lost or late? A session is who asked whom under which identifier. */
final class EchoFold implements Collector {

    private record Asker(IpAddress requester, int identifier) {}

    /** The sessions of an asker, by whom it asked. */
    private final Map<Asker, Map<IpAddress, EchoSessionFold>> askers = new HashMap<>();

    private final int maxSessions;
    private final long replyTimeoutNanos;
    private int sessions;
    private long omitted;

    private EchoFold(int maxSessions, long replyTimeoutNanos) {
        this.maxSessions = maxSessions;
        this.replyTimeoutNanos = replyTimeoutNanos;
    }

    static EchoFold of(AnalysisOptions options) {
        Duration timeout = options.replyTimeout();
        boolean fits = timeout.compareTo(Duration.ofNanos(Long.MAX_VALUE)) < 0;
        return new EchoFold(options.maxEntries(), fits ? timeout.toNanos() : Long.MAX_VALUE);
    }

    @Override
    public void see(PacketView view) {
        if (view.isEchoRequest()) {
            EchoSessionFold session = session(view.source(), view.destination(), view);
            if (session != null) {
                session.request(view);
            }
        } else if (view.isEchoReply()) {
            reply(view);
        }
    }

    private void reply(PacketView view) {
        IpAddress from = view.source();
        Map<IpAddress, EchoSessionFold> asked = askers.get(new Asker(view.destination(), view.identifier()));
        if (asked != null && !asked.containsKey(from)) {
            for (EchoSessionFold session : asked.values()) {
                if (session.mayBeAnsweredBy(view)) {
                    session.otherReply(view, from);
                    return;
                }
            }
        }
        EchoSessionFold session = session(view.destination(), from, view);
        if (session != null) {
            session.reply(view);
        }
    }

    private @Nullable EchoSessionFold session(IpAddress requester, IpAddress responder, PacketView view) {
        Map<IpAddress, EchoSessionFold> asked =
                askers.computeIfAbsent(new Asker(requester, view.identifier()), asker -> new HashMap<>(2));
        EchoSessionFold known = asked.get(responder);
        if (known != null) {
            return known;
        }
        if (sessions == maxSessions) {
            omitted++;
            return null;
        }
        sessions++;
        EchoSessionFold fresh =
                new EchoSessionFold(requester, responder, view.identifier(), replyTimeoutNanos, view.frameNumber());
        asked.put(responder, fresh);
        return fresh;
    }

    @Override
    public void contribute(ReportDraft draft) {
        List<EchoSession> finished = new ArrayList<>(sessions);
        long sent = 0;
        long received = 0;
        long pending = 0;
        for (Map<IpAddress, EchoSessionFold> asked : askers.values()) {
            for (EchoSessionFold fold : asked.values()) {
                EchoSession session = fold.finish(draft.lastTimeNanos);
                finished.add(session);
                sent += session.sent();
                received += session.received();
                pending += session.pending();
            }
        }
        finished.sort(Comparator.comparingLong((EchoSession session) -> -session.sent())
                .thenComparingLong(EchoSession::firstFrame)
                .thenComparing(EchoSession::requester)
                .thenComparing(EchoSession::responder)
                .thenComparingInt(EchoSession::identifier));
        draft.echo = new EchoReport(sent, received, pending, new Listing<>(finished, omitted));
    }
}
