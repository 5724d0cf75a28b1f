package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.PacketEntries;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.EchoSession;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** One ping while the capture is read: pairs its requests with their replies, in the order of the file. */
final class EchoSessionFold {

    private static final int MAX_OTHER_RESPONDERS = 16;

    /** A sequence number that comes again after so many others has come round, half of all there are. */
    private static final int WRAPPED = 1 << 15;

    private final IpAddress requester;
    private final IpAddress responder;
    private final int identifier;
    private final long replyTimeoutNanos;

    private final EchoProbes probes = new EchoProbes();
    private final RttTally rtt = new RttTally();
    private final SortedSet<IpAddress> otherResponders = new TreeSet<>();
    private long sent;
    private long received;
    private long duplicates;
    private long retransmissions;
    private long late;
    private long outOfOrder;
    private long unsolicited;
    private long captureCopies;
    private long errors;
    private boolean reusesNumbers; // then a number that comes again is a new request, not one sent again
    private long newestAnswered = -1;
    private long firstNanos = Frame.NO_TIME;
    private long lastNanos = Frame.NO_TIME;
    private final long firstFrame;
    private long lastFrame;

    EchoSessionFold(IpAddress requester, IpAddress responder, int identifier, long replyTimeoutNanos, long firstFrame) {
        this.requester = requester;
        this.responder = responder;
        this.identifier = identifier;
        this.replyTimeoutNanos = replyTimeoutNanos;
        this.firstFrame = firstFrame;
    }

    void request(PacketView view) {
        touch(view);
        EchoProbe earlier = probes.find(view.sequenceNumber());
        if (earlier != null && earlier.isRequestCopy(view)) {
            captureCopies++;
            return;
        }
        long age = earlier == null ? Frame.NO_TIME : earlier.age(view);
        boolean wrapped = earlier != null && sent - earlier.ordinal >= WRAPPED;
        if (earlier != null && !wrapped) {
            reusesNumbers |= earlier.answered;
            if (!earlier.answered && !reusesNumbers && age >= 0 && age < replyTimeoutNanos) {
                retransmissions++;
                earlier.sendAgain(view);
                return;
            }
        }
        probes.place(view.sequenceNumber(), view.timeNanos()).begin(view, sent++);
    }

    /** Takes an ICMP error about the request of a sequence number, which then waits for no answer any more. */
    void error(int sequenceNumber) {
        EchoProbe probe = probes.find(sequenceNumber);
        if (probe != null && !probe.answered && !probe.refused) {
            probe.refused = true;
            errors++;
        }
    }

    /** Whether there was a request yet, and not only replies. */
    boolean hasAsked() {
        return sent > 0;
    }

    /** Takes a reply from the address that was asked. */
    void reply(PacketView view) {
        touch(view);
        EchoProbe probe = probes.find(view.sequenceNumber());
        if (probe == null) {
            unsolicited++;
            return;
        }
        boolean first = !probe.answered;
        if (!first && probe.isReplyCopy(view)) {
            captureCopies++;
            link(probe, view);
            return;
        }
        answer(probe, view);
        if (!first) {
            duplicates++;
        }
    }

    /** Whether a request waits that a reply from somewhere else may answer. */
    boolean mayBeAnsweredBy(PacketView view) {
        EchoProbe probe = probes.find(view.sequenceNumber());
        return probe != null && probe.request.sameData(view) && (isGroup() || !probe.answered);
    }

    /** Takes a reply from an address that was not asked itself. */
    void otherReply(PacketView view, IpAddress from) {
        touch(view);
        if (otherResponders.size() < MAX_OTHER_RESPONDERS) {
            otherResponders.add(from);
        }
        EchoProbe probe = probes.find(view.sequenceNumber());
        if (probe != null) {
            answer(probe, view);
        }
    }

    private boolean isGroup() {
        return responder.isMulticast() || !otherResponders.isEmpty() || responder.low() == 0xFFFF_FFFFL;
    }

    private void answer(EchoProbe probe, PacketView view) {
        long age = probe.age(view);
        if (age >= 0) {
            rtt.add(age);
        }
        link(probe, view);
        probe.reply.take(view);
        if (probe.answered) {
            return;
        }
        probe.answered = true;
        received++;
        if (age > replyTimeoutNanos) {
            late++;
        }
        if (probe.ordinal < newestAnswered) {
            outOfOrder++;
        }
        newestAnswered = Math.max(newestAnswered, probe.ordinal);
    }

    private static void link(EchoProbe probe, PacketView view) {
        view.answers(probe.latestFrame, EchoProbe.since(probe.latestNanos, view.timeNanos()));
    }

    private void touch(PacketView view) {
        if (view.timeNanos() != Frame.NO_TIME) {
            firstNanos = firstNanos == Frame.NO_TIME ? view.timeNanos() : Math.min(firstNanos, view.timeNanos());
            lastNanos = Math.max(lastNanos, view.timeNanos());
        }
        lastFrame = view.frameNumber();
    }

    /** How long a request may still wait when the capture ends: as ping does, twice the longest round trip so far. */
    private long patienceNanos() {
        long longest = rtt.max();
        return longest == 0 || longest > replyTimeoutNanos / 2 ? replyTimeoutNanos : 2 * longest;
    }

    /** What became of the session, when the capture ended at this time. */
    EchoSession finish(long endNanos) {
        boolean timed = endNanos != Frame.NO_TIME && firstNanos != Frame.NO_TIME;
        return new EchoSession(
                requester,
                responder,
                identifier,
                sent,
                received,
                timed ? probes.waitingSince(endNanos - patienceNanos()) : 0,
                duplicates,
                retransmissions,
                late,
                outOfOrder,
                errors,
                unsolicited,
                captureCopies,
                List.copyOf(otherResponders),
                rtt.summary(),
                PacketEntries.instant(firstNanos),
                PacketEntries.instant(lastNanos),
                firstFrame,
                lastFrame);
    }
}
