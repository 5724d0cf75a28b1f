package io.icmpscope.internal.analysis.finding.flood;

import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Statistics.PairCount;
import java.util.ArrayList;
import java.util.List;

/** Who sends, as the totals of the report tell. */
final class Senders {

    private Senders() {}

    /** Whether an ICMP message was captured that an address sent, if it is among the busiest. */
    static boolean isHeard(IpAddress address, Merged merged) {
        return merged.report().statistics().talkers().entries().stream()
                .anyMatch(talker -> talker.address().equals(address) && talker.sent() > 0);
    }

    /** An address, and behind it those that sent it most messages, the busiest first. */
    static List<IpAddress> withSenders(IpAddress receiver, Merged merged) {
        List<IpAddress> addresses = new ArrayList<>(List.of(receiver));
        merged.report().statistics().pairs().entries().stream()
                .filter(pair -> pair.destination().equals(receiver))
                .map(PairCount::source)
                .forEach(addresses::add);
        return addresses;
    }
}
