package io.icmpscope.bench;

/** One ping while it is generated: who asks whom, and the truth about it so far. */
final class PingSession {

    private static final int HOST_BITS = 4; // sessions of one host, each to another responder
    private static final int V6_EVERY = 8; // sessions

    private final Route route;
    private final int identifier;
    private int sequence;
    private long sent;
    private long received;
    private long rttSum;
    private long rttMin = Long.MAX_VALUE;
    private long rttMax;

    private PingSession(Route route, int identifier) {
        this.route = route;
        this.identifier = identifier;
    }

    /** Sessions of different numbers differ in who asks or whom; one in eight is over IPv6. */
    static PingSession number(int number) {
        int host = number >>> HOST_BITS;
        boolean v6 = number % V6_EVERY == V6_EVERY - 1;
        int responder = number & (1 << HOST_BITS) - 1;
        Route route = new Route(Route.inside(v6, 1 + host), Route.outside(v6, 1 + responder));
        return new PingSession(route, number * 0x9E37 & 0xFFFF);
    }

    /** A session between any two hosts. */
    static PingSession of(Route route, int identifier) {
        return new PingSession(route, identifier);
    }

    /** As many sessions as asked for. */
    static PingSession[] many(int count) {
        PingSession[] sessions = new PingSession[count];
        for (int i = 0; i < count; i++) {
            sessions[i] = number(i);
        }
        return sessions;
    }

    /** Sends the next request. */
    Probe send(long timeMicros) {
        sent++;
        sequence = sequence + 1 & 0xFFFF;
        return new Probe(this, sequence, timeMicros);
    }

    /** Notes that a request was answered. */
    void answered(Probe probe, long timeMicros) {
        long rtt = timeMicros - probe.sentMicros();
        received++;
        rttSum += rtt;
        rttMin = Math.min(rttMin, rtt);
        rttMax = Math.max(rttMax, rtt);
    }

    Route route() {
        return route;
    }

    int identifier() {
        return identifier;
    }

    boolean hasSent() {
        return sent > 0;
    }

    SessionTruth truth() {
        return new SessionTruth(
                route.from(), route.to(), identifier, sent, received, rttSum, received == 0 ? 0 : rttMin, rttMax);
    }
}
