package io.icmpscope.internal.packet;

import io.icmpscope.internal.wire.Checksum;
import io.icmpscope.internal.wire.Ipv4;
import io.icmpscope.internal.wire.Ipv6;
import io.icmpscope.report.Problem;
import java.util.ArrayList;
import java.util.List;

/** What is odd about the IP header that carries a message, looked at only when a packet entry is made. */
final class IpProblems {

    private static final String IPV4 = "ipv4"; // layers, as in a path
    private static final String IPV6 = "ipv6";
    private static final int ICMP_PROTOCOL = 1;
    private static final int ICMPV6_PROTOCOL = 58;

    private final PacketView view;
    private final List<Problem> problems = new ArrayList<>(0);

    private IpProblems(PacketView view) {
        this.view = view;
    }

    static List<Problem> of(PacketView view) {
        IpProblems found = new IpProblems(view);
        if (view.ipVersion == 4) {
            found.lookAtIpv4();
        } else {
            found.lookAtIpv6();
        }
        return found.problems;
    }

    private void lookAtIpv4() {
        boolean joined = !view.fragments.isEmpty(); // then this is the header of its last fragment
        int total = Ipv4.totalLength(view.bytes, view.ipAt);
        if (total == 0) {
            note(IPV4, 0, 0, "its total length is 0, left to the network card; the frame's length is used");
        } else if (!joined) {
            noteBeyondFrame(IPV4, total);
        }
        if (!joined && !headerChecksumHolds()) {
            note(IPV4, 0xFFFF, headerSum(), "its header checksum does not hold");
        }
        if (view.icmpVersion == 6) {
            note(IPV4, ICMP_PROTOCOL, ICMPV6_PROTOCOL, "ICMPv6 in an IPv4 datagram");
        }
    }

    private void lookAtIpv6() {
        int payload = Ipv6.payloadLength(view.bytes, view.ipAt);
        if (view.fragments.isEmpty() && payload != 0) {
            noteBeyondFrame(IPV6, Ipv6.HEADER + payload);
        }
        if (view.icmpVersion == 4) {
            note(IPV6, ICMPV6_PROTOCOL, ICMP_PROTOCOL, "ICMP for IPv4 in an IPv6 packet");
        }
    }

    private void noteBeyondFrame(String layer, int declared) {
        long wire = view.frameStart + view.wireBytes - view.ipAt;
        if (declared > wire) {
            note(layer, declared, wire, "it declares more bytes than the frame had on the wire");
        }
    }

    /** A checksum of 0 from the capturing host is one that its network card fills in later. */
    private boolean headerChecksumHolds() {
        return Ipv4.headerChecksum(view.bytes, view.ipAt) == 0 || headerSum() == 0xFFFF;
    }

    private int headerSum() {
        return Checksum.fold(Checksum.sum(view.bytes, view.ipAt, view.ipAt + Ipv4.headerLength(view.bytes, view.ipAt)));
    }

    private void note(String layer, long needed, long had, String message) {
        problems.add(new Problem(layer, view.ipAt - view.frameStart, needed, had, message));
    }
}
