package io.icmpscope.internal.analysis.finding.ping;

import io.icmpscope.message.IpAddress;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Statistics.Talker;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which hosts got any ICMP message. A host that only sends may be alone in a capture of one direction; that its pings
 * got no answer proves nothing.
 */
final class Directions {

    private final Set<IpAddress> silent;

    private Directions(Set<IpAddress> silent) {
        this.silent = silent;
    }

    static Directions of(IcmpReport report) {
        return new Directions(report.statistics().talkers().entries().stream()
                .filter(talker -> talker.received() == 0)
                .map(Talker::address)
                .collect(Collectors.toSet()));
    }

    boolean mayBeOneWay(Ping unanswered) {
        return silent.contains(unanswered.requester());
    }
}
