package io.icmpscope.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Every message of every family in turn, over and over. Pings ask anew each time; all others repeat themselves. */
final class FamilyTraffic implements Traffic {

    private static final int MEAN_GAP_MICROS = 1_000;

    private final long packets;
    private final SeededRandom random;
    private final FrameBuilder frames = new FrameBuilder();
    private final List<Sample> samples = Arrays.stream(MessageFamily.values())
            .filter(family -> family != MessageFamily.ECHO)
            .flatMap(family -> family.samples().stream())
            .toList();
    private final PingSession[] sessions;

    FamilyTraffic(long packets, int sessionCount, long seed) {
        this.packets = packets;
        this.sessions = PingSession.many(sessionCount);
        this.random = new SeededRandom(seed);
    }

    @Override
    public Truth writeTo(CaptureWriter out) throws IOException {
        int scenes = samples.size() + 2;
        long clock = START_MICROS;
        long errors = 0;
        Probe asked = null;
        for (long i = 1; i < packets; i++) {
            clock += 1 + random.below(2 * MEAN_GAP_MICROS - 1);
            int scene = (int) (i % scenes);
            if (asked != null) {
                asked.session().answered(asked, clock);
                out.write(clock, asked.reply(frames));
                asked = null;
            } else if (scene >= samples.size()) {
                asked = sessions[(int) (i / scenes % sessions.length)].send(clock);
                out.write(clock, asked.request(frames));
            } else {
                Sample sample = samples.get(scene);
                errors += sample.isError() ? 1 : 0;
                out.write(clock, sample.frame(frames));
            }
        }
        new Datagrams(random).writeMarker(out, clock);
        return Truth.of(out.frames(), packets - 1, errors, sessions);
    }
}
