package io.icmpscope.internal.analysis.finding.packet;

import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.packet.FragmentTrouble;
import io.icmpscope.internal.packet.FragmentTrouble.Kind;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Threshold;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How many checksums of a sender do not hold.
 *
 * @param bad its messages of which it does not
 * @param sent all its messages, or 0 when the report does not list it
 * @param othersGood messages of others of which it does, at least
 */
record SenderChecksums(OddPacket bad, long sent, long othersGood) {

    static final Threshold ALL = new Threshold(
            "CHECKSUM-OFFLOAD.percent", 90, "percent", "bad checksums among what a host sent, at least, to be its own");
    static final Threshold MESSAGES = new Threshold(
            "CHECKSUM-OFFLOAD.messages", 5, "messages", "bad checksums of a host, at least, to be its own");

    /** Added to the version of ICMP in the number of what was joined of fragments. */
    static final int JOINED = 16;

    static List<SenderChecksums> of(Merged merged) {
        List<ChecksumCounts> counts = merged.observed(ChecksumCounts.class);
        long good = counts.stream().mapToLong(ChecksumCounts::good).sum();
        Map<IpAddress, Long> sent = Odd.sent(merged);
        List<SenderChecksums> senders = new ArrayList<>();
        for (OddPacket bad : bySender(merged)) {
            long all = sent.getOrDefault(bad.subject(), 0L);
            senders.add(new SenderChecksums(bad, all, good - Math.max(0, all - bad.count())));
        }
        return senders;
    }

    /** What was joined of fragments that contradict each other says nothing about checksums. */
    private static Collection<OddPacket> bySender(Merged merged) {
        Set<List<IpAddress>> contradicting = merged.observed(FragmentTrouble.class).stream()
                .filter(trouble -> trouble.kind() == Kind.CONFLICT || trouble.kind() == Kind.REPLACED)
                .map(trouble -> List.of(trouble.source(), trouble.destination()))
                .collect(Collectors.toSet());
        Map<IpAddress, OddPacket> bySender = new LinkedHashMap<>();
        for (OddPacket bad : Odd.of(merged, Oddity.BAD_CHECKSUM)) {
            boolean joined = bad.key().number() >= JOINED;
            if (!joined
                    || bad.examples().stream()
                            .noneMatch(one -> contradicting.contains(List.of(one.source(), one.destination())))) {
                bySender.merge(bad.subject(), bad, OddPacket::plus);
            }
        }
        return bySender.values();
    }

    IpAddress sender() {
        return bad.subject();
    }

    /** 0 to 100; 0 when it is not known. */
    double percent() {
        return sent == 0 ? 0 : 100.0 * bad.count() / sent;
    }

    /** Whether hardly anything that the host sent is right, while others are. */
    boolean isOffload(Merged merged) {
        return isSystematic(merged) && othersGood > 0;
    }

    /** Whether hardly anything that the host sent is right. */
    boolean isSystematic(Merged merged) {
        return bad.count() >= merged.value(MESSAGES) && percent() >= merged.value(ALL);
    }

    /** Selects the messages. */
    String filter() {
        String icmp = bad.key().number() % JOINED == 4 ? "icmp" : "icmpv6";
        return icmp + ".checksum.status == 0 && " + (sender().version() == 4 ? "ip" : "ipv6") + ".src == " + sender();
    }
}
