package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.HeaderFacts;
import io.icmpscope.internal.packet.PacketEntries;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.NdpOption;
import io.icmpscope.message.NdpOption.LinkLayerAddress;
import io.icmpscope.message.NeighborDiscovery;
import io.icmpscope.report.Problem;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message about a link.
 *
 * @param place the VLANs and the like that it came through: link-local addresses of different ones have nothing in common
 * @param tunnelled whether it came in a tunnel, of which many end in one place
 * @param whole whether its frame was captured whole
 * @param mac the link-layer address that its frame came from, or null
 */
record LinkMessage(
        String place,
        boolean tunnelled,
        long frame,
        long nanos,
        boolean whole,
        @Nullable String mac,
        IpAddress source,
        IpAddress destination,
        int hopLimit,
        int type,
        IcmpMessage said,
        List<Problem> problems)
        implements Serializable {

    static final long SECOND = 1_000_000_000L; // nanoseconds

    static final int SOURCE = 1; // types of options
    static final int TARGET = 2;

    static final IpAddress UNSPECIFIED = IpAddress.v6(0, 0);
    private static final long LINK_LOCAL = 0x3FA; // the first ten bits

    static LinkMessage of(PacketView view) {
        StringBuilder place = new StringBuilder();
        int ipHeaders = 0;
        for (String word : HeaderFacts.path(view)) {
            ipHeaders += isIp(word) ? 1 : 0;
            if (word.indexOf(' ') > 0) { // it has a number, such as that of a VLAN
                place.append(place.length() == 0 ? "" : ", ").append(word);
            }
        }
        return new LinkMessage(
                place.toString(),
                ipHeaders > 1,
                view.frameNumber(),
                view.timeNanos(),
                view.capturedBytes() >= view.wireBytes(),
                view.linkSource(),
                view.source(),
                view.destination(),
                view.ttl(),
                view.type(),
                view.message(),
                PacketEntries.problems(view));
    }

    private static boolean isIp(String word) {
        return word.equals("ipv4") || word.equals("ipv6");
    }

    /** Says whether its sender has no address yet. */
    boolean hasNoSource() {
        return source.equals(UNSPECIFIED);
    }

    boolean comesFromTheLink() {
        return hopLimit == 255;
    }

    /** Says whether an address is one of a link alone, fe80::/10. */
    static boolean isLinkLocal(IpAddress address) {
        return address.version() == 6 && address.high() >>> 54 == LINK_LOCAL;
    }

    /** The link-layer address that an option of a type names. */
    @Nullable
    String named(int option) {
        if (said instanceof NeighborDiscovery discovery) {
            for (NdpOption one : discovery.options()) {
                if (one instanceof LinkLayerAddress own && own.type() == option) {
                    return own.address();
                }
            }
        }
        return null;
    }

    /** Says whether this came no longer than so many nanoseconds after an earlier time; not without times. */
    boolean isWithin(long limit, long earlier) {
        return isWithin(limit, earlier, nanos);
    }

    static boolean isWithin(long limit, long earlier, long later) {
        return earlier != Frame.NO_TIME
                && later != Frame.NO_TIME
                && later - earlier <= limit
                && earlier - later <= limit;
    }
}
