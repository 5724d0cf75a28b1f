package io.icmpscope.bench;

/** Who talks to whom over TCP or UDP. */
record Flow(Route route, int protocol, int fromPort, int toPort) {

    private static final int HOSTS = 1 << 12;
    private static final int FIRST_EPHEMERAL = 49_152;
    private static final int EPHEMERAL = 1 << 14;

    /** One in four over IPv6, one in five UDP: the proportions are round, not measured. */
    static Flow random(SeededRandom random) {
        boolean v6 = random.below(4) == 0;
        boolean udp = random.below(5) == 0;
        Route route = new Route(Route.inside(v6, random.below(HOSTS)), Route.outside(v6, random.below(HOSTS)));
        return new Flow(
                route, udp ? IpHeader.UDP : IpHeader.TCP, FIRST_EPHEMERAL + random.below(EPHEMERAL), udp ? 5004 : 443);
    }

    Flow back() {
        return new Flow(route.back(), protocol, /* fromPort= */ toPort, /* toPort= */ fromPort);
    }
}
