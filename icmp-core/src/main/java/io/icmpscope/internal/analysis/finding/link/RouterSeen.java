package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.message.IpAddress;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who advertises itself as router: an address by the link-layer address that its frames come from.
 *
 * @param place which link
 * @param mac the source of the frames, else the one that its options name, or null
 * @param framed whether {@code mac} is that of the frames
 * @param firstFrame the frame of the first advertisement
 * @param settledFrame the frame of the first that came a second or more after the first; 0 for none
 * @param firstNanos when the first came
 * @param lastNanos when the last came
 * @param lastFrame the frame of the last
 * @param all all advertisements
 * @param offers those that offer a default route
 * @param farewells those that offer none, after one that did
 * @param zeros those that offer none
 * @param otherMac those of which the option names another link-layer address than the frame has
 * @param far those from another link, by hop limit or source
 * @param deprecations those that end a prefix that was good before
 * @param deprecated the prefixes ended so
 * @param preference the highest, 1 for high
 * @param longestLifetime the longest lifetime in seconds
 * @param latest what the latest advertisement that offered a default route said
 * @param prefixes prefixes of all advertisements, with what was said last: valid and preferred seconds
 * @param dnsServers the DNS servers of all of them
 */
record RouterSeen(
        String place,
        IpAddress address,
        @Nullable String mac,
        boolean framed,
        long firstFrame,
        long settledFrame,
        long firstNanos,
        long lastNanos,
        long lastFrame,
        Seen all,
        Seen offers,
        Seen farewells,
        Seen zeros,
        Seen otherMac,
        Seen far,
        Seen deprecations,
        Set<String> deprecated,
        int preference,
        int longestLifetime,
        Parameters latest,
        Map<String, Lifetimes> prefixes,
        Set<IpAddress> dnsServers) {

    RouterSeen {
        prefixes = Map.copyOf(prefixes);
        dnsServers = Set.copyOf(dnsServers);
        deprecated = Set.copyOf(deprecated);
    }

    /**
     * What all routers of a link should say alike.
     *
     * @param hopLimit 0 for unspecified
     * @param mtu 0 for unspecified
     */
    record Parameters(boolean managed, boolean other, int hopLimit, long mtu) implements Serializable {}

    /** How long a prefix is good, in seconds. */
    record Lifetimes(long valid, long preferred) implements Serializable {}

    boolean isDefaultRouter() {
        return offers.count() > 0;
    }

    boolean hasMac(@Nullable String other) {
        return mac != null && mac.equals(other);
    }

    /** Says whether this had advertised itself more than once, and still could be used, when another one came. */
    boolean wasThereBefore(RouterSeen other) {
        boolean settled = settledFrame > 0 && settledFrame < other.firstFrame;
        return settled && isDefaultRouter() && couldBeUsedAt(other.firstNanos);
    }

    private boolean couldBeUsedAt(long nanos) {
        boolean timeless = nanos == Frame.NO_TIME || lastNanos == Frame.NO_TIME;
        return timeless || nanos - lastNanos <= longestLifetime * LinkMessage.SECOND;
    }

    List<String> macs() {
        return mac == null ? List.of() : List.of(mac);
    }
}
