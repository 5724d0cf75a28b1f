package io.icmpscope.report;

import io.icmpscope.message.IpAddress;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One ping: the echo requests of one identifier from one host to one address, and their answers. Or the same for another
 * kind of question.
 *
 * @param kind what is asked
 * @param requester who asked
 * @param responder whom it asked, a broadcast or multicast address included
 * @param identifier the identifier of the messages, 0 to 65,535; 0 for node information, which has none
 * @param sent requests, each sequence number once per use
 * @param received requests that were answered
 * @param pending requests that may still have been answered when the capture ended: without an answer, and younger than
 *     twice the longest round trip of the session, as ping itself waits at its end, or than the reply timeout when there
 *     was no round trip or a longer one
 * @param duplicates answers after the first to the same request
 * @param retransmissions requests sent again with the same sequence number
 * @param late answers that came after the reply timeout; they count as received too
 * @param outOfOrder answers to a request older than one answered before
 * @param errors requests about which a router or host sent an ICMP error instead of an answer; they are lost too
 * @param unsolicited replies to no captured request
 * @param captureCopies messages that the capture holds twice, counted nowhere else
 * @param payloadMismatches answers to an echo with other data than was sent
 * @param otherResponders who else answered requests to this address, by address, 16 at most
 * @param rtt the round-trip times, or null when none could be measured
 * @param payloadSizes how many bytes of data the requests had, each different number once, the smallest 16; empty where that
 *     was not kept
 * @param replyTtls the times to live of the replies, each different one once, the smallest 16; empty where that was not kept
 * @param lossBursts when requests were lost: most at once first, then by time, 16 at most; empty where that was not kept
 * @param lossBurstsOmitted how many more such bursts there were
 * @param firstTime the time of its first message, or null
 * @param lastTime the time of its last message, or null
 * @param firstFrame the frame of its first message
 * @param lastFrame the frame of its last message
 * @param series its round trips and losses over time, or null: unless {@linkplain AnalysisOptions#withSeries asked for}, and
 *     where that was not kept
 */
public record EchoSession(
        QueryKind kind,
        IpAddress requester,
        IpAddress responder,
        int identifier,
        long sent,
        long received,
        long pending,
        long duplicates,
        long retransmissions,
        long late,
        long outOfOrder,
        long errors,
        long unsolicited,
        long captureCopies,
        long payloadMismatches,
        List<IpAddress> otherResponders,
        @Nullable RttSummary rtt,
        List<Integer> payloadSizes,
        List<Integer> replyTtls,
        List<LossBurst> lossBursts,
        long lossBurstsOmitted,
        @Nullable Instant firstTime,
        @Nullable Instant lastTime,
        long firstFrame,
        long lastFrame,
        @Nullable EchoSeries series)
        implements Serializable {

    /** Keeps copies of the lists. */
    public EchoSession {
        otherResponders = List.copyOf(otherResponders);
        payloadSizes = List.copyOf(payloadSizes);
        replyTtls = List.copyOf(replyTtls);
        lossBursts = List.copyOf(lossBursts);
    }

    /**
     * Returns how many requests stayed without an answer for longer than the reply timeout.
     *
     * @return sent, less received, less pending
     */
    public long lost() {
        return sent - received - pending;
    }

    /**
     * Returns the lost share of the requests whose fate is known.
     *
     * @return 0 to 100, or null when no request's fate is known
     */
    public @Nullable Double lossPercent() {
        return Percent.of(lost(), sent - pending);
    }
}
