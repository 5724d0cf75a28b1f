package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IcmpError;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.QuotedDatagram;
import io.icmpscope.message.Redirect;
import io.icmpscope.message.SourceQuench;
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
public final class EchoFold implements Collector {

    /** Has an order so that keys made to share one hash do not make the table slow. */
    private record Asker(IpAddress requester, int identifier) implements Comparable<Asker> {

        private static final Comparator<Asker> ORDER =
                Comparator.comparing(Asker::requester).thenComparingInt(Asker::identifier);

        @Override
        public int compareTo(Asker other) {
            return ORDER.compare(this, other);
        }
    }

    private final Map<Asker, EchoAskerFold> askers = new HashMap<>();

    private final int maxSessions;
    private final long replyTimeoutNanos;
    private int sessions;
    private long omitted;

    private EchoFold(int maxSessions, long replyTimeoutNanos) {
        this.maxSessions = maxSessions;
        this.replyTimeoutNanos = replyTimeoutNanos;
    }

    /**
     * Makes a fold that has seen nothing.
     *
     * @param options the reply timeout, and how many sessions to keep
     * @return the fold
     */
    public static EchoFold of(AnalysisOptions options) {
        Duration timeout = options.replyTimeout();
        boolean fits = timeout.compareTo(Duration.ofNanos(Long.MAX_VALUE)) < 0;
        return new EchoFold(options.maxSessions(), fits ? timeout.toNanos() : Long.MAX_VALUE);
    }

    @Override
    public void see(PacketView view) {
        if (view.isEchoRequest()) {
            EchoSessionFold session = session(view.source(), view.destination(), view);
            if (session != null) {
                if (!session.hasAsked()) {
                    asker(view.source(), view.identifier()).asking.add(session);
                }
                session.request(view);
            }
        } else if (view.isEchoReply()) {
            reply(view);
        } else if (view.isError()) {
            error(view.message());
        }
    }

    /** An error about a request ends its waiting. A redirect or a quench is none: the request went on. */
    private void error(IcmpMessage message) {
        if (!(message instanceof IcmpError error) || message instanceof Redirect || message instanceof SourceQuench) {
            return;
        }
        QuotedDatagram quoted = error.quoted();
        Integer identifier = quoted.icmpIdentifier();
        Integer sequenceNumber = quoted.icmpSequenceNumber();
        IpAddress asked = quoted.destination();
        if (quoted.source() == null || asked == null || identifier == null || sequenceNumber == null) {
            return;
        }
        EchoAskerFold asker = askers.get(new Asker(quoted.source(), identifier));
        EchoSessionFold session = asker == null ? null : asker.sessions.get(asked);
        if (session != null) {
            session.error(sequenceNumber);
        }
    }

    private void reply(PacketView view) {
        IpAddress from = view.source();
        EchoAskerFold asker = askers.get(new Asker(view.destination(), view.identifier()));
        EchoSessionFold asked = asker == null ? null : asker.answeredFromElsewhere(view, from);
        if (asked != null) {
            asked.otherReply(view, from);
            return;
        }
        EchoSessionFold session = session(view.destination(), from, view);
        if (session != null) {
            session.reply(view);
        }
    }

    private @Nullable EchoSessionFold session(IpAddress requester, IpAddress responder, PacketView view) {
        EchoAskerFold asker = askers.get(new Asker(requester, view.identifier()));
        EchoSessionFold known = asker == null ? null : asker.sessions.get(responder);
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
        asker(requester, view.identifier()).sessions.put(responder, fresh);
        return fresh;
    }

    private EchoAskerFold asker(IpAddress requester, int identifier) {
        return askers.computeIfAbsent(new Asker(requester, identifier), fresh -> new EchoAskerFold());
    }

    @Override
    public void merge(Collector other) {
        EchoFold others = (EchoFold) other; // other asking hosts, and so other askers
        askers.putAll(others.askers);
        sessions += others.sessions;
        omitted += others.omitted;
    }

    @Override
    public void contribute(ReportDraft draft) {
        List<EchoSession> finished = new ArrayList<>(sessions);
        long sent = 0;
        long received = 0;
        long pending = 0;
        for (EchoAskerFold asker : askers.values()) {
            for (EchoSessionFold fold : asker.sessions.values()) {
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
