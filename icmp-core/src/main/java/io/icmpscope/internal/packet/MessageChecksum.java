package io.icmpscope.internal.packet;

import io.icmpscope.internal.wire.Checksum;
import io.icmpscope.internal.wire.Cursor;
import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.internal.wire.Ipv6;
import io.icmpscope.report.ChecksumStatus;

/** The checksum of a message: over the message, in ICMPv6 with the pseudo-header of its final destination. */
final class MessageChecksum {

    private static final int ICMPV6 = 58; // protocol number

    private MessageChecksum() {}

    /**
     * Verifies it. It is unverified when not all bytes that it covers were captured, or when it does not match but may cover
     * something else: no header tells the length, or a routing header tells the destination in a way that is not read.
     */
    static ChecksumStatus status(PacketView view) {
        boolean whole = view.end >= view.declaredEnd && view.length() >= Icmp.HEADER;
        boolean defined = view.icmpVersion == 4 || view.ipVersion == 6; // no RFC says which ICMPv6 in IPv4 has
        if (!whole || !defined) {
            return ChecksumStatus.UNVERIFIED;
        }
        if (Checksum.fold(sum(view) + pseudoHeader(view)) == 0xFFFF) {
            return ChecksumStatus.GOOD;
        }
        boolean unsure = view.lengthUnknown || view.finalDestinationAt == Cursor.UNKNOWN;
        return unsure ? ChecksumStatus.UNVERIFIED : ChecksumStatus.BAD;
    }

    /** Data that is summed up to be compared is not summed up again. */
    private static long sum(PacketView view) {
        return view.length() < Icmp.BODY
                ? Checksum.sum(view.bytes, view.at, view.end)
                : Checksum.eight(view.bytes.getLong(view.at)) + view.bodySum();
    }

    private static long pseudoHeader(PacketView view) {
        if (view.icmpVersion == 4) {
            return 0;
        }
        int from = view.homeAddressAt < 0 ? view.ipAt + Ipv6.SOURCE : view.homeAddressAt;
        int to = view.ipAt + Ipv6.DESTINATION;
        long destination = view.finalDestinationAt < 0
                ? Checksum.address6(view.bytes, to, 0, to)
                : Checksum.address6(view.bytes, to, view.finalDestinationShared, view.finalDestinationAt);
        long source = Checksum.address6(view.bytes, from, 0, from);
        return source + destination + (view.declaredEnd - view.at) + ICMPV6;
    }
}
