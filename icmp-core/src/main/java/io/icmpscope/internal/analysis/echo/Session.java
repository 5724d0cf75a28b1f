package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.analysis.collect.FirstFrames;
import io.icmpscope.internal.analysis.collect.RttTally;
import io.icmpscope.internal.analysis.collect.Spread;
import io.icmpscope.internal.analysis.collect.TimeSpan;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.EchoData;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.QueryKind;
import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One ping, or the like, in as little memory as it can be: a million of them must fit. Its requests are kept by
 * {@link Requests}, what is rare by {@link Oddities}.
 */
final class Session extends RttTally {

    private static final QueryKind[] KINDS = QueryKind.values();

    /** A sequence number that comes again after so many others has come round, half of all there are. */
    private static final int WRAPPED = 1 << 15;

    /** Most lost requests first, then most sent, then in the order of the capture. */
    static final Comparator<Session> ORDER = Comparator.comparingLong((Session session) -> -session.lost())
            .thenComparingLong(session -> -session.sent())
            .thenComparingLong(session -> session.firstFrame)
            .thenComparing(Session::requester)
            .thenComparing(Session::responder)
            .thenComparingInt(session -> session.meta);

    private final long requesterHigh;
    private final long requesterLow;
    private final long responderHigh;
    private final long responderLow;
    private final int meta;
    final int hash;

    // Where the tables of Sessions have it.
    @Nullable
    Session nextByKey;

    @Nullable
    Session nextAsker;

    @Nullable
    Session older;

    /** What is kept of some sessions only; null for the others. */
    @Nullable
    Detail detail;

    @Nullable
    Oddities oddities;

    private int sent; // unsigned, as the four that follow
    private int received;
    private int pending;
    int unsolicited;
    private int newestAnswered; // one more than the position of that request; 0 when none is
    private boolean reusesNumbers; // then a number that comes again is a new request, not one sent again
    private boolean traced; // a router let one of its requests expire that had been sent for that
    long firstNanos = Frame.NO_TIME;
    long lastNanos = Frame.NO_TIME;
    long secondNanos; // the begin of the second of its latest request
    int inSecond; // requests of that second so far, and their bytes on the wire
    int bytesInSecond;
    final long firstFrame;
    long lastFrame;

    Session(SessionKey key, int hash, long firstFrame) {
        requesterHigh = key.requesterHigh;
        requesterLow = key.requesterLow;
        responderHigh = key.responderHigh;
        responderLow = key.responderLow;
        meta = key.meta;
        this.hash = hash;
        this.firstFrame = firstFrame;
    }

    boolean is(SessionKey key) {
        return responderLow == key.responderLow && responderHigh == key.responderHigh && asks(key);
    }

    boolean asks(SessionKey key) {
        return meta == key.meta && requesterLow == key.requesterLow && requesterHigh == key.requesterHigh;
    }

    int identifier() {
        return meta & 0xFFFF;
    }

    void copyTo(SessionKey key) {
        key.requesterHigh = requesterHigh;
        key.requesterLow = requesterLow;
        key.responderHigh = responderHigh;
        key.responderLow = responderLow;
        key.meta = meta;
    }

    /** Decides, beyond a limit, which sessions are kept. */
    long spread() {
        long asker = Spread.of(Spread.of(Spread.of(0, meta), requesterHigh), requesterLow);
        return Spread.of(Spread.of(asker, responderHigh), responderLow);
    }

    QueryKind kind() {
        return KINDS[meta >>> 20];
    }

    IpAddress requester() {
        return new IpAddress(meta >>> 16 & 0xF, requesterHigh, requesterLow);
    }

    IpAddress responder() {
        return new IpAddress(meta >>> 16 & 0xF, responderHigh, responderLow);
    }

    private Oddities odd() {
        if (oddities == null) {
            oddities = new Oddities();
        }
        return oddities;
    }

    /** How many plain sessions take as much room; never less than before. */
    int weight() {
        return oddities == null ? 1 : 1 + oddities.weight();
    }

    /** Whether there was a request yet, and not only replies. */
    boolean hasAsked() {
        return sent != 0;
    }

    void request(PacketView view, Requests requests) {
        pace(view);
        touch(view);
        int number = QueryType.sequenceNumber(view);
        Request earlier = requests.find(this, number);
        if (earlier != null && earlier.isCopy(view)) {
            odd().captureCopies++;
            prove(proofs -> proofs.copies, view.frameNumber());
            return;
        }
        if (earlier != null && !earlier.isOver(view.timeNanos()) && sent - earlier.ordinal < WRAPPED) {
            reusesNumbers |= earlier.answered;
            if (!reusesNumbers && requests.isWithinTimeout(TimeSpan.since(earlier.sentNanos, view.timeNanos()))) {
                odd().retransmissions++;
                earlier.sendAgain(view);
                return;
            }
        }
        Request fresh = requests.add(this, number, view.timeNanos());
        fresh.begin(view, number, sent++);
        if (fresh.isProbe()) {
            odd().probe(fresh.ttl);
        }
        if (detail != null) {
            detail.request(fresh, view);
        }
        if (unsolicited != 0) {
            takeEarly(fresh, view, requests);
        }
    }

    /** Counts the requests of a second, copies too. */
    private void pace(PacketView view) {
        long now = view.timeNanos();
        if (now == Frame.NO_TIME) {
            return;
        }
        if (now < secondNanos || now >= secondNanos + BusySeconds.NANOS) { // seldom: a division takes long
            secondNanos = BusySeconds.begin(now);
            inSecond = 0;
            bytesInSecond = 0;
        }
        inSecond++;
        bytesInSecond = (int) Math.min(Integer.MAX_VALUE, bytesInSecond + view.wireBytes());
        if (inSecond >= BusySeconds.BUSY) {
            odd().busy().add(secondNanos, inSecond, bytesInSecond, view);
        }
    }

    /** Looks whether the reply stood before the request in the file. */
    private void takeEarly(Request fresh, PacketView view, Requests requests) {
        long replied = requests.early().take(this, fresh.sequenceNumber, view);
        if (replied != Frame.NO_TIME) {
            unsolicited--;
            fresh.replyNanos = replied;
            answerFirst(fresh, TimeSpan.since(fresh.sentNanos, replied), fresh.latestFrame, requests);
        }
    }

    /** Takes an ICMP error about a request, which then waits for no answer any more. */
    void error(Request request, boolean expired) {
        if (request.isWaiting()) {
            request.refused = true;
            odd().errors++;
            if (request.isProbe()) {
                odd().probesRefused++;
                traced |= expired;
            }
        }
    }

    /** Takes a reply from the address that was asked. */
    void reply(PacketView view, Requests requests) {
        touch(view);
        int number = QueryType.sequenceNumber(view);
        Request request = requests.find(this, number);
        if (request == null || request.isOver(view.timeNanos())) {
            unsolicited++;
            prove(proofs -> proofs.unsolicited, view.frameNumber());
            requests.early().add(this, number, view);
        } else if (request.answered && request.isReplyCopy(view)) {
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
        return request.hasData(view) && (!request.answered || isGroup());
    }

    boolean isGroup() {
        return responderLow == 0xFFFF_FFFFL
                || (oddities != null && oddities.hasOtherResponders())
                || responder().isMulticast();
    }

    /** Takes a reply from an address that was not asked itself. */
    void otherReply(PacketView view, Request request, Requests requests) {
        touch(view);
        odd().addOtherResponder(view.source());
        answer(request, view, requests);
    }

    /** Takes an answer to a request; says whether it is the first. */
    private boolean answer(Request request, PacketView view, Requests requests) {
        long age = TimeSpan.since(request.sentNanos, view.timeNanos());
        link(request, view);
        request.takeReply(view);
        if (detail != null) {
            detail.reply(view);
        }
        if (!request.answered) {
            answerFirst(request, age, view.frameNumber(), requests);
            return true;
        }
        measure(age, view.frameNumber());
        return false;
    }

    private void answerFirst(Request request, long age, long frame, Requests requests) {
        measure(age, frame);
        request.answered = true;
        received++;
        if (request.isProbe()) {
            odd().probesAnswered++;
        }
        if (age > requests.replyTimeoutNanos()) {
            odd().late++;
            prove(proofs -> proofs.late, frame);
        }
        if (request.ordinal < newestAnswered - 1) {
            odd().outOfOrder++;
            prove(proofs -> proofs.outOfOrder, frame);
        }
        newestAnswered = Math.max(newestAnswered, request.ordinal + 1);
    }

    private void measure(long age, long frame) {
        if (age >= 0) {
            addRtt(age);
            if (detail != null) {
                detail.rtt(age, frame);
            }
        }
    }

    private void prove(Function<Proofs, FirstFrames> what, long frame) {
        if (detail != null) {
            what.apply(detail.proofs).add(frame);
        }
    }

    private static void link(Request request, PacketView view) {
        view.answers(request.latestFrame, TimeSpan.since(request.latestNanos, view.timeNanos()));
    }

    private void touch(PacketView view) {
        long now = view.timeNanos();
        if (now != Frame.NO_TIME) {
            firstNanos = firstNanos == Frame.NO_TIME ? now : Math.min(firstNanos, now);
            lastNanos = Math.max(lastNanos, now);
        }
        lastFrame = view.frameNumber();
    }

    /** Takes the end of a request's story. */
    void settle(Request request) {
        if (detail != null && !(isTraced() && request.isProbe() && !request.answered)) {
            detail.settle(request);
        }
    }

    /** Takes the end of a request's story when the capture ended at this time. */
    void settleAtEnd(Request request, long endNanos, Requests requests) {
        boolean timed = endNanos != Frame.NO_TIME && firstNanos != Frame.NO_TIME;
        if (timed && request.isWaiting() && request.sentNanos > endNanos - patienceNanos(requests)) {
            pending++;
            if (request.isProbe()) {
                odd().probesPending++;
            }
        } else {
            settle(request);
        }
    }

    /** How long a request may still wait when the capture ends: as ping does, twice the longest round trip so far. */
    private long patienceNanos(Requests requests) {
        long longest = maxRtt();
        long timeout = requests.replyTimeoutNanos();
        return longest == 0 || longest > timeout / 2 ? timeout : 2 * longest;
    }

    /** Whether probes of a traceroute are among its requests. */
    boolean isTraced() {
        return traced && odd().hasProbesOfATraceroute();
    }

    /** Whether all that it asked were probes of a traceroute, which are told as that. */
    boolean isTraceroute() {
        return isTraced() && odd().probes == Integer.toUnsignedLong(sent);
    }

    /** Whether one host was asked, and not to explore the path to it. */
    boolean asksOneHost() {
        return sent != 0 && !isTraced() && !isGroup();
    }

    /** All requests, copies and those that were sent again too. */
    long requests() {
        return Integer.toUnsignedLong(sent) + (oddities == null ? 0 : oddities.requestsAgain());
    }

    /** Requests, without probes that were to expire on their way. */
    long sent() {
        long all = Integer.toUnsignedLong(sent);
        return isTraced() ? all - odd().probes + odd().probesAnswered : all;
    }

    long received() {
        return Integer.toUnsignedLong(received);
    }

    long pending() {
        long all = Integer.toUnsignedLong(pending);
        return isTraced() ? all - odd().probesPending : all;
    }

    long lost() {
        return sent() - received() - pending();
    }
}
