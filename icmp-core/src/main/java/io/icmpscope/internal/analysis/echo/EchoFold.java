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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which pings, and other questions and answers, were there, and what was lost or late? */
public final class EchoFold implements Collector {

    /** A sweep asks many; a reply from elsewhere answers one of the latest of them. */
    private static final int MOST_TRIED = 64;

    private final Sessions sessions;
    private final Requests requests;
    private final List<Requests> mergedRequests = new ArrayList<>();
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
        return new EchoFold(
                new Sessions(options.limits().sessions(), options.limits().detailed()),
                new Requests(options.limits().requests(), fits ? timeout.toNanos() : Long.MAX_VALUE));
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
            sessions.grown(session, session.weight() - before);
        }
    }

    /** Gives a reply to the session of the latest request that it may answer although another address was asked. */
    private boolean answeredFromElsewhere(PacketView view) {
        int number = QueryType.sequenceNumber(view);
        Request latest = null;
        Session session = sessions.latestOf(key);
        for (int tried = 0; session != null && tried < MOST_TRIED; session = session.older) {
            tried++;
            Request request = requests.find(session, number);
            if (request != null
                    && !request.isOver(view.timeNanos())
                    && session.mayBeAnsweredBy(view, request)
                    && (latest == null || request.latestFrame > latest.latestFrame)) {
                latest = request;
            }
        }
        if (latest != null) {
            int before = latest.session.weight();
            latest.session.otherReply(view, latest, requests);
            weigh(latest.session, before);
        }
        return latest != null;
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
        Request request = quoted(error.quoted());
        if (request != null && !request.isOver(view.timeNanos())) {
            view.original(request.latestFrame);
            if (!(error instanceof Redirect || error instanceof SourceQuench)) {
                int before = request.session.weight();
                request.session.error(request, error instanceof TimeExceeded && view.code() == 0);
                weigh(request.session, before);
            }
        }
    }

    private @Nullable Request quoted(QuotedDatagram quoted) {
        Integer type = quoted.icmpType();
        Integer number = quoted.icmpSequenceNumber();
        Integer identifier = quoted.icmpIdentifier();
        IpAddress requester = quoted.source();
        IpAddress asked = quoted.destination();
        Integer protocol = quoted.protocol();
        if (type == null || number == null || identifier == null || requester == null || asked == null) {
            return null;
        }
        QueryKind kind = QueryType.ofRequest(protocol != null && protocol == 1 ? 4 : 6, type);
        Session session = kind == null ? null : sessions.find(key.of(requester, asked, kind, identifier));
        return session == null ? null : requests.find(session, number);
    }

    @Override
    public void merge(Collector other) {
        EchoFold that = (EchoFold) other;
        sessions.merge(that.sessions);
        mergedRequests.add(that.requests);
        mergedRequests.addAll(that.mergedRequests);
    }

    @Override
    public void contribute(ReportDraft draft) {
        mergedRequests.add(requests);
        long givenUp = 0;
        for (Requests some : mergedRequests) {
            some.drain(request -> request.session.settleAtEnd(request, draft.lastTimeNanos, some));
            givenUp += some.givenUp();
        }
        sessions.shrink();
        new EchoResults(sessions, draft).write();
        if (givenUp > 0) {
            draft.limitHit("remembered requests", draft.options.limits().requests(), givenUp);
        }
    }
}
