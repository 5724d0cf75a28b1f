package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IcmpError;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.QuotedDatagram;
import io.icmpscope.message.Redirect;
import io.icmpscope.message.SourceQuench;
import io.icmpscope.message.TimeExceeded;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.QueryKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Which pings, and other questions and answers, were there, and what was lost or late? */
public final class EchoFold implements Collector {

    /** A sweep asks many; a reply from elsewhere answers one of the latest of them. */
    private static final int MOST_TRIED = 64;

    private final Sessions sessions;
    private final Requests requests;
    private final SessionKey key = new SessionKey();

    private EchoFold(Sessions sessions, Requests requests) {
        this.sessions = sessions;
        this.requests = requests;
    }

    /**
     * Makes a fold that has seen nothing.
     *
     * @param options the reply timeout, and how many sessions and requests to keep
     * @return the fold
     */
    public static EchoFold of(AnalysisOptions options) {
        Duration timeout = options.replyTimeout();
        boolean fits = timeout.compareTo(Duration.ofNanos(Long.MAX_VALUE)) < 0;
        Requests requests = new Requests(options.limits().requests(), fits ? timeout.toNanos() : Long.MAX_VALUE);
        return new EchoFold(
                new Sessions(
                        options.limits().sessions(), options.limits().detailed(), options.seriesPoints(), requests),
                requests);
    }

    @Override
    public void see(PacketView view) {
        QueryKind kind = QueryType.of(view);
        if (kind == null) {
            if (view.isError()) {
                error(view);
            }
        } else if (view.isReply()) {
            reply(view, kind);
        } else {
            Session session = session(key.request(view, kind), view);
            if (session != null) {
                if (!session.hasAsked()) {
                    sessions.asks(session, key);
                }
                int before = session.weight();
                session.request(view, requests);
                weigh(session, before);
            }
        }
    }

    private void reply(PacketView view, QueryKind kind) {
        Session direct = sessions.find(key.reply(view, kind));
        if (direct == null || !direct.hasAsked()) {
            if (kind == QueryKind.ECHO && answeredFromElsewhere(view)) {
                return;
            }
            direct = direct == null ? sessions.add(key, view.frameNumber()) : direct;
        }
        if (direct != null) {
            int before = direct.weight();
            direct.reply(view, requests);
            weigh(direct, before);
        }
    }

    private void weigh(Session session, int before) {
        if (session.weight() != before) {
            sessions.grown(session.weight() - before);
        }
    }

    /** Gives a reply to the session of the latest request that it may answer although another address was asked. */
    private boolean answeredFromElsewhere(PacketView view) {
        int number = QueryType.sequenceNumber(view);
        int latest = Sessions.NONE;
        long latestFrame = Long.MIN_VALUE;
        int asked = sessions.latestOf(key);
        for (int tried = 0; asked != Sessions.NONE && tried < MOST_TRIED; tried++) {
            Session session = sessions.other(asked);
            Request request = requests.find(session, number);
            if (request != null
                    && !request.isOver(view.timeNanos())
                    && session.mayBeAnsweredBy(view, request)
                    && request.latestFrame() > latestFrame) {
                latest = asked;
                latestFrame = request.latestFrame();
            }
            asked = session.older();
        }
        if (latest == Sessions.NONE) {
            return false;
        }
        Session session = sessions.other(latest);
        Request request = requests.find(session, number);
        if (request != null) {
            int before = session.weight();
            session.otherReply(view, request, requests);
            weigh(session, before);
        }
        return true;
    }

    private @Nullable Session session(SessionKey wanted, PacketView view) {
        Session known = sessions.find(wanted);
        return known == null ? sessions.add(wanted, view.frameNumber()) : known;
    }

    /** An error about a request ends its waiting. A redirect or a quench is none: the request went on. */
    private void error(PacketView view) {
        if (!(view.message() instanceof IcmpError error)) {
            return;
        }
        Session session = quoted(error.quoted());
        Integer number = error.quoted().icmpSequenceNumber();
        Request request = session == null || number == null ? null : requests.find(session, number);
        if (session == null || request == null || request.isOver(view.timeNanos())) {
            return;
        }
        view.original(request.latestFrame());
        if (!(error instanceof Redirect || error instanceof SourceQuench)) {
            int before = session.weight();
            session.error(request, error instanceof TimeExceeded && view.code() == 0);
            weigh(session, before);
        }
    }

    private @Nullable Session quoted(QuotedDatagram quoted) {
        Integer type = quoted.icmpType();
        Integer identifier = quoted.icmpIdentifier();
        IpAddress requester = quoted.source();
        IpAddress asked = quoted.destination();
        Integer protocol = quoted.protocol();
        if (type == null || identifier == null || requester == null || asked == null) {
            return null;
        }
        QueryKind kind = QueryType.ofRequest(protocol != null && protocol == 1 ? 4 : 6, type);
        return kind == null ? null : sessions.find(key.of(requester, asked, kind, identifier));
    }

    @Override
    public void merge(Collector other) {
        sessions.merge(((EchoFold) other).sessions);
    }

    @Override
    public void contribute(ReportDraft draft) {
        requests.drain(
                request -> sessions.other(request.session()).settleAtEnd(request, draft.lastTimeNanos, requests));
        sessions.shrink();
        new EchoResults(sessions, draft).write();
        if (requests.givenUp() > 0) {
            draft.limitHit("remembered requests", draft.options.limits().requests(), requests.givenUp());
        }
    }
}
