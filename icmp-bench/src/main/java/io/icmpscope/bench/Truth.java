package io.icmpscope.bench;

import java.util.Arrays;
import java.util.List;

/**
 * What is in a generated capture, counted while it was made and not read back from it.
 *
 * @param totalPackets all frames
 * @param icmpPackets ICMP messages of both versions
 * @param errors those of them that are errors
 * @param sessions the pings that sent anything
 */
record Truth(long totalPackets, long icmpPackets, long errors, List<SessionTruth> sessions) {

    Truth {
        sessions = List.copyOf(sessions);
    }

    /** The truth about some pings, of which those count that have sent anything. */
    static Truth of(long totalPackets, long icmpPackets, long errors, PingSession[] sessions) {
        return new Truth(
                totalPackets,
                icmpPackets,
                errors,
                Arrays.stream(sessions)
                        .filter(PingSession::hasSent)
                        .map(PingSession::truth)
                        .toList());
    }

    long sent() {
        return sessions.stream().mapToLong(SessionTruth::sent).sum();
    }

    long received() {
        return sessions.stream().mapToLong(SessionTruth::received).sum();
    }

    long lost() {
        return sent() - received();
    }

    @Override
    public String toString() {
        return "packets " + totalPackets + ", icmp " + icmpPackets + ", errors " + errors + ", sessions "
                + sessions.size() + ", sent " + sent() + ", received " + received() + ", lost " + lost();
    }
}
