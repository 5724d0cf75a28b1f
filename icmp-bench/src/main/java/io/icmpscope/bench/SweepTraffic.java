package io.icmpscope.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What fills every table: no two packets are about the same host. In turn come a ping that nobody answers, a reply that
 * nobody asked for, an error about another flow, another neighbor and another router.
 */
final class SweepTraffic implements Traffic {

    private static final int SCENES = 5;
    private static final int GAP_MICROS = 10;

    private final long packets;
    private final ErrorFrames errorFrames;
    private final LinkFrames link = new LinkFrames();
    private final Datagrams datagrams;
    private final FrameBuilder frames = new FrameBuilder();
    private final List<SessionTruth> sessions = new ArrayList<>();
    private long errors;

    SweepTraffic(long packets, long seed) {
        this.packets = packets;
        SeededRandom random = new SeededRandom(seed);
        this.errorFrames = new ErrorFrames(random);
        this.datagrams = new Datagrams(random);
    }

    @Override
    public Truth writeTo(CaptureWriter out) throws IOException {
        long clock = START_MICROS;
        for (long i = 1; i < packets; i++) {
            clock += GAP_MICROS;
            out.write(clock, frame((int) (i % SCENES), (int) (i / SCENES), clock));
        }
        datagrams.writeMarker(out, clock);
        return new Truth(out.frames(), packets - 1, errors, sessions);
    }

    private ByteBuffer frame(int scene, int host, long clock) {
        boolean v6 = host % 2 == 1;
        Route route = new Route(Route.inside(v6, host), Route.outside(v6, host));
        return switch (scene) {
            case 0 -> request(PingSession.of(route, host & 0xFFFF), clock);
            case 1 -> PingSession.of(route.back(), host & 0xFFFF).send(clock).reply(frames);
            case 2 -> error(new Flow(route, IpHeader.UDP, /* fromPort= */ 53_000, /* toPort= */ 33_434 + host % 90));
            case 3 -> link.neighbor(host);
            default -> link.router(host);
        };
    }

    private ByteBuffer request(PingSession session, long clock) {
        ByteBuffer request = session.send(clock).request(frames);
        sessions.add(session.truth());
        return request;
    }

    private ByteBuffer error(Flow flow) {
        errors++;
        return errorFrames.about(flow);
    }
}
