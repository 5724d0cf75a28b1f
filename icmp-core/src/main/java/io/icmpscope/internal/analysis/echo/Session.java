package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.analysis.collect.FirstFrames;
import io.icmpscope.internal.analysis.collect.RttTally;
import io.icmpscope.internal.analysis.collect.TimeSpan;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.EchoData;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.QueryKind;
import io.icmpscope.report.RttSummary;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One ping, or the like: a row of {@link Sessions}, which can be moved to another one, and what happens to it. Its requests
 * are kept by {@link Requests}, what is rare stands in an {@link Extra} beside it.
 */
final class Session extends SessionRow {

    /** A sequence number that comes again after so many others has come round, half of all there are. */
    private static final int WRAPPED = 1 << 15;

    private final Sessions sessions;
    private SessionRows rows;
    private int row;
    private int number;

    /** Stands on no row yet. */
    Session(Sessions sessions) {
        this.sessions = sessions;
        rows = sessions.ipv4();
    }

    /** Moves to a row of some, which has this number among all sessions. */
    @SuppressWarnings("ReferenceEquality") // as in a row
    Session moveTo(SessionRows some, int which, int among) {
        if (rows != some) {
            rows = some;
        }
        row = which;
        moveTo(some.page(which), some.at(which));
        number = among;
        return this;
    }

    /** Gives this one to be kept while this here moves on. */
    Session copy() {
        return sessions.moveTo(new Session(sessions), number);
    }

    /** Gives another session, until the next one is asked for. */
    Session other(int which) {
        return sessions.other(which);
    }

    /** Its number among all sessions. */
    int number() {
        return number;
    }

    /** Most lost requests first, then most sent, then in the order of the capture. */
    static int order(Session one, Session other) {
        int order = Long.compare(other.lost(), one.lost());
        order = order != 0 ? order : Long.compare(other.sent(), one.sent());
        order = order != 0 ? order : Long.compare(one.firstFrame(), other.firstFrame());
        order = order != 0 ? order : one.requester().compareTo(other.requester());
        order = order != 0 ? order : one.responder().compareTo(other.responder());
        return order != 0 ? order : Integer.compare(one.meta(), other.meta());
    }

    /** What is kept of some sessions only; null for the others. */
    @Nullable
    Detail detail() {
        return rows.details.get(row);
    }

    void detail(@Nullable Detail detail) {
        rows.details.put(row, detail);
    }

    @Nullable
    Oddities oddities() {
        return has(ODD) ? extra().oddities : null;
    }

    private Extra extra() {
        Extra known = rows.extras.get(row);
        if (known == null) {
            known = new Extra();
            rows.extras.put(row, known);
        }
        return known;
    }

    /** Where its latest requests are, for {@link Requests}. */
    int @Nullable [] ring() {
        return rows.rings.get(row);
    }

    void ring(int @Nullable [] ring) {
        rows.rings.put(row, ring);
    }

    private Oddities odd() {
        Oddities known = oddities();
        if (known == null) {
            known = new Oddities();
            extra().oddities = known;
            set(ODD);
        }
        return known;
    }

    /** How many plain sessions take as much room; never less than before. */
    int weight() {
        Oddities odd = oddities();
        return odd == null ? 1 : 1 + odd.weight();
    }

    /** Whether there was a request yet, and not only replies. */
    boolean hasAsked() {
        return position() != 0;
    }

    void request(PacketView view, Requests requests) {
        long now = view.timeNanos();
        if (now != Frame.NO_TIME) {
            pace(now, view.wireBytes());
            if (inSecond() >= BusySeconds.BUSY) {
                odd().busy().add(secondNanos(), inSecond(), bytesInSecond(), view);
            }
        }
        touch(now, view.frameNumber());
        int sequence = QueryType.sequenceNumber(view);
        Request earlier = requests.find(this, sequence);
        if (earlier != null && takesAgain(earlier, view, requests)) {
            return;
        }
        Request fresh = requests.add(this, sequence, now);
        Detail detail = detail();
        fresh.begin(view, this, sequence, detail != null);
        countRequest();
        if (fresh.isProbe()) {
            odd().probe(fresh.ttl());
        }
        if (detail != null) {
            detail.request(fresh, view);
        }
        if (unsolicited() != 0) {
            takeEarly(fresh, view, requests);
        }
    }

    /** Says whether a request is one of before, captured or sent once more, and counts it as that. */
    private boolean takesAgain(Request earlier, PacketView view, Requests requests) {
        if (earlier.isCopy(view)) {
            odd().captureCopies++;
            prove(proofs -> proofs.copies, view.frameNumber());
            return true;
        }
        if (earlier.isOver(view.timeNanos()) || position() - earlier.ordinal() >= WRAPPED) {
            return false;
        }
        if (earlier.isAnswered()) {
            set(REUSES_NUMBERS);
        }
        boolean again =
                !has(REUSES_NUMBERS) && requests.isWithinTimeout(TimeSpan.since(earlier.sentNanos(), view.timeNanos()));
        if (again) {
            odd().retransmissions++;
            earlier.sendAgain(view);
        }
        return again;
    }

    /** Looks whether the reply stood before the request in the file. */
    private void takeEarly(Request fresh, PacketView view, Requests requests) {
        long replied = requests.early().take(this, fresh.sequenceNumber(), view);
        if (replied != Frame.NO_TIME) {
            unsolicited(unsolicited() - 1);
            fresh.takeReply(replied);
            answerFirst(fresh, TimeSpan.since(fresh.sentNanos(), replied), fresh.latestFrame(), requests, detail());
        }
    }

    /** Takes an ICMP error about a request, which then waits for no answer any more. */
    void error(Request request, boolean expired) {
        if (request.isWaiting()) {
            request.refused();
            odd().errors++;
            if (request.isProbe()) {
                odd().probesRefused++;
                if (expired) {
                    set(TRACED);
                }
            }
        }
    }

    /** Takes a reply from the address that was asked. */
    void reply(PacketView view, Requests requests) {
        touch(view.timeNanos(), view.frameNumber());
        int sequence = QueryType.sequenceNumber(view);
        Request request = requests.find(this, sequence);
        if (request == null || request.isOver(view.timeNanos())) {
            unsolicited(unsolicited() + 1);
            prove(proofs -> proofs.unsolicited, view.frameNumber());
            requests.early().add(this, sequence, view);
        } else if (request.isAnswered() && request.isReplyCopy(view)) {
            odd().captureCopies++;
            odd().replyCopies++;
            prove(proofs -> proofs.copies, view.frameNumber());
            link(request, view);
        } else {
            if (kind() == QueryKind.ECHO && !request.hasData(view)) {
                odd().payloadMismatches++;
                EchoData.noteChange(view);
                prove(proofs -> proofs.mismatches, view.frameNumber());
            }
            if (!answer(request, view, requests)) {
                odd().duplicates++;
                prove(proofs -> proofs.duplicates, view.frameNumber());
            }
        }
    }

    /** Whether a reply from somewhere else may answer a request. */
    boolean mayBeAnsweredBy(PacketView view, Request request) {
        return request.hasData(view) && (!request.isAnswered() || isGroup());
    }

    boolean isGroup() {
        Oddities odd = oddities();
        return responderLow() == 0xFFFF_FFFFL
                || (odd != null && odd.hasOtherResponders())
                || responder().isMulticast();
    }

    /** Takes a reply from an address that was not asked itself. */
    void otherReply(PacketView view, Request request, Requests requests) {
        touch(view.timeNanos(), view.frameNumber());
        odd().addOtherResponder(view.source());
        answer(request, view, requests);
    }

    /** Takes an answer to a request; says whether it is the first. */
    private boolean answer(Request request, PacketView view, Requests requests) {
        long age = TimeSpan.since(request.sentNanos(), view.timeNanos());
        link(request, view);
        request.takeReply(view);
        Detail detail = detail();
        if (detail != null) {
            detail.reply(view);
        }
        if (!request.isAnswered()) {
            answerFirst(request, age, view.frameNumber(), requests, detail);
            return true;
        }
        measure(age, view.frameNumber(), detail);
        return false;
    }

    private void answerFirst(Request request, long age, long frame, Requests requests, @Nullable Detail detail) {
        measure(age, frame, detail);
        if (detail != null) {
            detail.answered(request, age);
        }
        request.answered();
        countAnswer();
        if (request.isProbe()) {
            odd().probesAnswered++;
        }
        if (age > requests.replyTimeoutNanos()) {
            odd().late++;
            prove(proofs -> proofs.late, frame);
        }
        if (request.ordinal() < newestAnswered() - 1) {
            odd().outOfOrder++;
            prove(proofs -> proofs.outOfOrder, frame);
        }
        newestAnswered(Math.max(newestAnswered(), request.ordinal() + 1));
    }

    private void measure(long age, long frame, @Nullable Detail detail) {
        if (age < 0) {
            return;
        }
        if (!addRoundTrip(age)) {
            addLongRoundTrip(age);
        }
        if (detail != null) {
            detail.rtt(age, frame);
        }
    }

    private void addLongRoundTrip(long nanos) {
        Extra known = extra();
        if (known.roundTrips == null) {
            known.roundTrips = roundTrips();
            set(LONG_ROUND_TRIPS);
        }
        known.roundTrips.addRtt(nanos);
    }

    /** Sums up the round trips; null when there is none. */
    @Nullable
    RttSummary rtt() {
        RttTally apart = has(LONG_ROUND_TRIPS) ? extra().roundTrips : null;
        return (apart == null ? roundTrips() : apart).rtt();
    }

    private long longest() {
        RttTally apart = has(LONG_ROUND_TRIPS) ? extra().roundTrips : null;
        return apart == null ? longestRoundTrip() : apart.maxRtt();
    }

    private void prove(Function<Proofs, FirstFrames> what, long frame) {
        Detail detail = detail();
        if (detail != null) {
            what.apply(detail.proofs).add(frame);
        }
    }

    private static void link(Request request, PacketView view) {
        view.answers(request.latestFrame(), TimeSpan.since(request.latestNanos(), view.timeNanos()));
    }

    /** Takes the end of a request's story. */
    void settle(Request request) {
        Detail detail = detail();
        if (detail != null && !(request.isProbe() && !request.isAnswered() && isTraced())) {
            detail.settle(request);
        }
    }

    /** Takes the end of a request's story when the capture ended at this time. */
    void settleAtEnd(Request request, long endNanos, Requests requests) {
        boolean timed = endNanos != Frame.NO_TIME && firstNanos() != Frame.NO_TIME;
        if (timed && request.isWaiting() && request.sentNanos() > endNanos - patienceNanos(requests)) {
            countPending();
            if (request.isProbe()) {
                odd().probesPending++;
            }
        } else {
            settle(request);
        }
    }

    /** How long a request may still wait when the capture ends: as ping does, twice the longest round trip so far. */
    private long patienceNanos(Requests requests) {
        long longest = longest();
        long timeout = requests.replyTimeoutNanos();
        return longest == 0 || longest > timeout / 2 ? timeout : 2 * longest;
    }

    /** Whether probes of a traceroute are among its requests. */
    boolean isTraced() {
        return has(TRACED) && odd().hasProbesOfATraceroute();
    }

    /** Whether all that it asked were probes of a traceroute, which are told as that. */
    boolean isTraceroute() {
        return isTraced() && odd().probes == Integer.toUnsignedLong(position());
    }

    /** Whether one host was asked, and not to explore the path to it. */
    boolean asksOneHost() {
        return hasAsked() && !isTraced() && !isGroup();
    }

    /** All requests, copies and those that were sent again too. */
    long requests() {
        Oddities odd = oddities();
        return Integer.toUnsignedLong(position()) + (odd == null ? 0 : odd.requestsAgain());
    }

    /** Requests, without probes that were to expire on their way. */
    long sent() {
        long all = Integer.toUnsignedLong(position());
        return isTraced() ? all - odd().probes + odd().probesAnswered : all;
    }

    long pending() {
        long all = allPending();
        return isTraced() ? all - odd().probesPending : all;
    }

    long lost() {
        return sent() - received() - pending();
    }
}
