package io.icmpscope.report;

import java.util.List;

/**
 * The answer: what a capture says about ICMP. Immutable, safe to keep and to share between threads.
 *
 * @param totalPackets all frames of the capture
 * @param icmpPackets all ICMP and ICMPv6 messages; the statistics cover every one of them
 * @param capture what the capture itself is
 * @param statistics counts
 * @param echo the pings
 * @param packets the listed messages, in the order of the file; those before and after them are left out
 * @param options what was asked for
 */
public record IcmpReport(
        long totalPackets,
        long icmpPackets,
        CaptureFacts capture,
        Statistics statistics,
        EchoReport echo,
        List<PacketEntry> packets,
        AnalysisOptions options) {

    /** Keeps a copy of the list. */
    public IcmpReport {
        packets = List.copyOf(packets);
    }

    /**
     * Returns how many messages are not among the listed ones.
     *
     * @return the messages before the first and after the last listed one
     */
    public long packetsOmitted() {
        return icmpPackets - packets.size();
    }
}
