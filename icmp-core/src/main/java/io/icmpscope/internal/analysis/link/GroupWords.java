package io.icmpscope.internal.analysis.link;

import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Listing;
import io.icmpscope.report.MulticastGroup;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who listens to one multicast group, and who asked. */
final class GroupWords implements Serializable {

    private static final IpAddress UNSPECIFIED = IpAddress.v6(0, 0);

    private static final Comparator<IpAddress> BY_ADDRESS = Comparator.naturalOrder();

    private @Nullable KeptMap<IpAddress, Boolean> listeners; // most groups have no querier, general queries no listener
    private @Nullable KeptMap<IpAddress, Boolean> queriers;
    private int version;
    private long reports;
    private long queries;

    GroupWords() {}

    /** Hears a node say how it listens, or that it does not. */
    void reported(IpAddress who, boolean listens, int inVersion) {
        reports++;
        version = inVersion;
        if (listens) {
            listeners = with(listeners, who);
        }
    }

    void asked(IpAddress who, int inVersion) {
        queries++;
        version = inVersion;
        queriers = with(queriers, who);
    }

    private static @Nullable KeptMap<IpAddress, Boolean> with(
            @Nullable KeptMap<IpAddress, Boolean> known, IpAddress who) {
        if (who.equals(UNSPECIFIED)) { // who has no address yet, RFC 3590
            return known;
        }
        KeptMap<IpAddress, Boolean> addresses = known == null ? new KeptMap<>(LinkTables.MAX_IN_AN_ENTRY) : known;
        addresses.of(who, () -> true);
        return addresses;
    }

    MulticastGroup group(IpAddress group) {
        return new MulticastGroup(
                group, listing(listeners), listing(queriers), version == 0 ? null : version, reports, queries);
    }

    private static Listing<IpAddress> listing(@Nullable KeptMap<IpAddress, Boolean> addresses) {
        return addresses == null
                ? Listing.whole(List.of())
                : addresses.listing(LinkTables.MAX_IN_AN_ENTRY, (address, kept) -> address, BY_ADDRESS);
    }
}
