package io.icmpscope.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A busy link: TCP and UDP over IPv4 and IPv6 in the sizes of the simple Internet mix (seven datagrams of 40 bytes to four
 * of 576 to one of 1500), and one packet in a hundred ICMP. Of the ICMP messages about one in ten is an error; the others
 * are requests, of which one in twenty is lost, and their replies.
 */
final class MixedTraffic implements Traffic {

    private static final int ICMP_ONE_IN = 100;
    private static final int ERROR_ONE_IN = 5; // of those that are no reply
    private static final int LOST_ONE_IN = 20;
    private static final int FLOWS = 1024;
    private static final int MEAN_GAP_MICROS = 3; // that of a full link of 1 Gbit/s

    private final long packets;
    private final SeededRandom random;
    private final Flow[] flows = new Flow[FLOWS];
    private final Datagrams datagrams;
    private final ErrorFrames errorFrames;
    private final FrameBuilder frames = new FrameBuilder();
    private final PingSession[] sessions;
    private @Nullable Probe waiting;
    private long icmp;
    private long errors;

    MixedTraffic(long packets, int sessionCount, long seed) {
        this.packets = packets;
        this.random = new SeededRandom(seed);
        this.sessions = PingSession.many(sessionCount);
        this.datagrams = new Datagrams(random);
        this.errorFrames = new ErrorFrames(random);
        Arrays.setAll(flows, i -> Flow.random(random));
    }

    @Override
    public Truth writeTo(CaptureWriter out) throws IOException {
        long clock = START_MICROS;
        for (long i = 1; i < packets; i++) {
            clock += 1 + random.below(2 * MEAN_GAP_MICROS - 1);
            out.write(clock, random.below(ICMP_ONE_IN) == 0 ? icmp(clock) : datagram());
        }
        datagrams.writeMarker(out, clock);
        return Truth.of(out.frames(), icmp, errors, sessions);
    }

    private ByteBuffer datagram() {
        Flow flow = anyFlow();
        int mix = random.below(12);
        int bytes = mix < 7 ? 40 : mix < 11 ? 576 : 1500;
        return datagrams.frame(random.below(2) == 0 ? flow : flow.back(), bytes);
    }

    private ByteBuffer icmp(long clock) {
        icmp++;
        Probe asked = waiting;
        if (asked != null) {
            waiting = null;
            asked.session().answered(asked, clock);
            return asked.reply(frames);
        }
        if (random.below(ERROR_ONE_IN) == 0) {
            errors++;
            return errorFrames.about(anyFlow());
        }
        Probe probe = sessions[random.below(sessions.length)].send(clock);
        waiting = random.below(LOST_ONE_IN) == 0 ? null : probe;
        return probe.request(frames);
    }

    private Flow anyFlow() {
        return flows[random.below(FLOWS)];
    }
}
