package io.icmpscope.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Many pings at once, each a request a second, interleaved as a router in their midst would see them. Every session has a
 * base round-trip time of 0.2 to 80 ms, up to a quarter more a packet, and its own rate of loss of up to 5 %.
 */
final class PingTraffic implements Traffic {

    private static final long INTERVAL_MICROS = 1_000_000;
    private static final int SHORTEST_RTT = 200; // microseconds
    private static final int LONGEST_RTT = 80_000;
    private static final int MOST_LOST = 50; // per mille

    private record Reply(Probe probe, long timeMicros) {}

    private final long packets;
    private final SeededRandom random;
    private final PingSession[] sessions;
    private final int[] baseRtt;
    private final int[] lostPerMille;
    private final FrameBuilder frames = new FrameBuilder();
    private final PriorityQueue<Reply> replies = new PriorityQueue<>(Comparator.comparingLong(Reply::timeMicros)
            .thenComparingLong(reply -> reply.probe().sentMicros()));

    PingTraffic(long packets, int sessionCount, long seed) {
        this.packets = packets;
        this.random = new SeededRandom(seed);
        this.sessions = PingSession.many(sessionCount);
        this.baseRtt = new int[sessionCount];
        this.lostPerMille = new int[sessionCount];
        for (int i = 0; i < sessionCount; i++) {
            baseRtt[i] = SHORTEST_RTT + random.below(LONGEST_RTT - SHORTEST_RTT);
            lostPerMille[i] = random.below(MOST_LOST + 1);
        }
    }

    @Override
    public Truth writeTo(CaptureWriter out) throws IOException {
        long gap = Math.max(1, INTERVAL_MICROS / sessions.length);
        long clock = START_MICROS;
        long planned = 1; // the marker
        for (int i = 0; planned < packets; i = (i + 1) % sessions.length) {
            writeReplies(out, clock);
            Probe probe = sessions[i].send(clock);
            out.write(clock, probe.request(frames));
            planned++;
            if (planned < packets && random.below(1000) >= lostPerMille[i]) {
                replies.add(new Reply(probe, clock + baseRtt[i] + random.below(baseRtt[i] / 4)));
                planned++;
            }
            clock += gap;
        }
        writeReplies(out, Long.MAX_VALUE);
        new Datagrams(random).writeMarker(out, clock);
        return truth(out.frames());
    }

    /** Writes the replies that come before a time, or at it. */
    private void writeReplies(CaptureWriter out, long untilMicros) throws IOException {
        for (Reply next = replies.peek(); next != null && next.timeMicros <= untilMicros; next = replies.peek()) {
            replies.remove();
            Probe probe = next.probe;
            ByteBuffer frame = probe.reply(frames);
            out.write(next.timeMicros, frame);
            probe.session().answered(probe, next.timeMicros);
        }
    }

    private Truth truth(long written) {
        return Truth.of(written, written - 1, 0, sessions);
    }
}
