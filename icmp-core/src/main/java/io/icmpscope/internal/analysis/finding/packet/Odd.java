package io.icmpscope.internal.analysis.finding.packet;

import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.message.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the rules of this package share: choosing observations, and wording lists of addresses. */
final class Odd {

    private static final int NAMED = 3; // addresses in a sentence

    private Odd() {}

    static List<OddPacket> of(Merged merged, Oddity oddity) {
        return merged.observed(OddPacket.class).stream()
                .filter(odd -> odd.oddity() == oddity)
                .toList();
    }

    /** How many messages each host sent, as far as the report lists it. */
    static Map<IpAddress, Long> sent(Merged merged) {
        Map<IpAddress, Long> sent = new LinkedHashMap<>();
        merged.report().statistics().sources().entries().forEach(host -> sent.put(host.address(), host.count()));
        return sent;
    }

    /** Says some addresses, the first ones. */
    static String names(List<?> all) {
        String first = all.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        return all.size() <= NAMED ? first : first + " and others";
    }

    /** Selects messages of a version from any of some senders. */
    static String fromAny(int ipVersion, List<IpAddress> senders) {
        return address(ipVersion, "src", senders);
    }

    /** Selects messages of a version to any of some receivers. */
    static String toAny(int ipVersion, List<IpAddress> receivers) {
        return address(ipVersion, "dst", receivers);
    }

    private static String address(int ipVersion, String end, List<IpAddress> addresses) {
        List<IpAddress> ofVersion = new ArrayList<>(addresses);
        ofVersion.removeIf(address -> address.version() != ipVersion);
        return DisplayFilter.in((ipVersion == 4 ? "ip." : "ipv6.") + end, ofVersion);
    }

    /** Selects fragments from one host to another. */
    static String fragments(IpAddress source, IpAddress destination) {
        return DisplayFilter.all(
                DisplayFilter.fragments(source.version()), DisplayFilter.from(source), DisplayFilter.to(destination));
    }
}
