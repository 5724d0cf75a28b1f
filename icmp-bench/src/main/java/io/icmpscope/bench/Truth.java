package io.icmpscope.bench;

import java.util.List;

/**
 * What is in a generated capture, counted while it was made and not read back from it.
 *
 * @param totalPackets all frames
 * @param icmpPackets ICMP messages of both versions
 * @param errors those of them that are errors; all others are echoes
 * @param sessions the pings that sent anything
 */
record Truth(long totalPackets, long icmpPackets, long errors, List<SessionTruth> sessions) {

    Truth {
        sessions = List.copyOf(sessions);
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
