package io.icmpscope.bench;

/** The kinds of traffic that can be generated. */
enum TrafficKind {
    /** TCP and UDP with one ICMP message in a hundred: what the walk over other packets costs. */
    MIXED(374, 50),
    /** Echo requests and replies only: what the analysis of a message costs. */
    PINGS(117, 1000),
    /** Every packet about another host: what the limits of an analysis are for. It has as many sessions as it comes to. */
    SWEEP(119, 1),
    /** Every message of every {@link MessageFamily} in turn: what each kind costs. */
    FAMILIES(107, 10);

    private final int recordBytes;
    private final int usualSessions;

    /**
     * Makes a kind.
     *
     * @param recordBytes the mean size of a pcap record, with its header
     * @param usualSessions how many pings there are when nobody says otherwise
     */
    TrafficKind(int recordBytes, int usualSessions) {
        this.recordBytes = recordBytes;
        this.usualSessions = usualSessions;
    }

    /** How many packets make a pcap file of about this size. */
    long packets(long bytes) {
        return bytes / recordBytes;
    }

    int usualSessions() {
        return usualSessions;
    }

    Traffic traffic(long packets, int sessions, long seed) {
        return switch (this) {
            case MIXED -> new MixedTraffic(packets, sessions, seed);
            case PINGS -> new PingTraffic(packets, sessions, seed);
            case SWEEP -> new SweepTraffic(packets, seed);
            case FAMILIES -> new FamilyTraffic(packets, sessions, seed);
        };
    }
}
