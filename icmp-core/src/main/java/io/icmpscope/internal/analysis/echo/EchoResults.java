package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.analysis.collect.EchoSize;
import io.icmpscope.internal.analysis.collect.First;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.report.EchoReport;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.Listing;
import io.icmpscope.report.Outage;
import io.icmpscope.report.QueryKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sums sessions up once all their requests are settled. */
final class EchoResults {

    private static final Comparator<Outage> WORST_FIRST = Comparator.comparingLong((Outage outage) -> -outage.lost())
            .thenComparing(Outage::firstTime)
            .thenComparing(Outage::requester)
            .thenComparing(Outage::responder)
            .thenComparingInt(Outage::identifier);

    private final Sessions sessions;
    private final ReportDraft draft;
    private final int most;
    private long sent;
    private long received;
    private long pending;

    EchoResults(Sessions sessions, ReportDraft draft) {
        this.sessions = sessions;
        this.draft = draft;
        most = draft.options.maxListed();
    }

    void write() {
        FirstSessions pings = new FirstSessions(most);
        FirstSessions queries = new FirstSessions(most);
        First<Outage> outages = new First<>(most, WORST_FIRST);
        List<EchoSize> sizes = new ArrayList<>();
        List<Session> observed = new ArrayList<>();
        long[] count = new long[3]; // pings, queries, outages
        sessions.forEach(session -> {
            boolean group = session.kind() == QueryKind.ECHO && SessionReport.concernsAGroup(session);
            Detail detail = session.detail();
            if (draft.options.findings() && (group || detail != null)) {
                observed.add(session.copy());
            }
            if (session.isTraceroute()) {
                return;
            }
            boolean ping = session.kind() == QueryKind.ECHO;
            if (ping) {
                sent += session.sent();
                received += session.received();
                pending += session.pending();
            }
            count[ping ? 0 : 1]++;
            (ping ? pings : queries).add(session);
            if (ping && detail != null) {
                detail.addSizes(session, sizes);
                for (Outage outage : detail.losses().outages(session)) {
                    count[2]++;
                    outages.add(outage);
                }
            }
        });
        draft.echo = new EchoReport(
                sent, received, pending, listing(pings, count[0], true), listing(queries, count[1], false));
        draft.echoSizes = sizes;
        observe(observed);
        draft.observations.add(new KeptPings(sessions));
        List<Outage> worst = outages.list();
        draft.outages = new Listing<>(worst, count[2] - worst.size());
        if (draft.options.findings()) {
            new Askings(sessions).tell(draft.observations);
        }
        tellLimits();
    }

    /** In an order that does not depend on how the sessions came together. */
    private void observe(List<Session> observed) {
        observed.sort(Session::order);
        for (Session session : observed) {
            Detail detail = session.detail();
            if (detail != null) {
                detail.observe(session, draft.observations);
            }
            boolean ping = session.kind() == QueryKind.ECHO && !session.isTraceroute();
            if (ping && SessionReport.concernsAGroup(session)) {
                draft.observations.add(SessionReport.groupPing(session));
            }
        }
    }

    /** What was not kept is counted as pings, as nearly all of it will be. */
    private Listing<EchoSession> listing(FirstSessions worst, long kept, boolean pings) {
        List<EchoSession> listed = new ArrayList<>();
        for (Session session : worst.list()) {
            EchoSession told = SessionReport.inFull(session);
            listed.add(told);
            if (draft.options.findings()) {
                draft.observations.add(SessionReport.evidence(session, told));
            }
        }
        long dropped = pings ? sessions.distinct() - sessions.size() : 0;
        return new Listing<>(listed, kept - listed.size() + dropped, pings && sessions.isFull());
    }

    private void tellLimits() {
        if (sessions.isFull()) {
            draft.limitHit("echo sessions", draft.options.limits().sessions(), sessions.distinct() - sessions.size());
        }
        if (sessions.isDetailFull()) {
            draft.limitHit(
                    "detailed echo sessions",
                    draft.options.limits().detailed(),
                    Math.max(0, sessions.size() - draft.options.limits().detailed()));
        }
    }
}
