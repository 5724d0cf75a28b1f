package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.internal.analysis.collect.Observations;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.NeighborDiscovery;
import io.icmpscope.message.NeighborDiscovery.NeighborAdvertisement;
import io.icmpscope.message.NeighborDiscovery.NeighborSolicitation;
import io.icmpscope.message.NeighborDiscovery.RouterSolicitation;
import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which addresses do several nodes claim? */
final class OwnerWatch implements Watch {

    private static final class Heard implements Serializable {
        private long frame;
    }

    private static final IpAddress ANY = IpAddress.v6(0, 0); // whatever a link-layer address sends from

    private final KeptMap<LinkKey, OwnerTrack> owners;
    private final KeptMap<LinkKey, Heard> heard;

    OwnerWatch(int most) {
        owners = new KeptMap<>(most);
        heard = new KeptMap<>(most);
    }

    /** What came from elsewhere receivers ignore; tunnels may end on any link. */
    @Override
    public void see(LinkMessage message) {
        if (message.tunnelled() || !message.comesFromTheLink()) {
            return;
        }
        if (message.said() instanceof NeighborDiscovery) {
            heard(message);
        }
        if (message.said() instanceof NeighborAdvertisement said) {
            advertised(message, said);
        } else if (message.said() instanceof NeighborSolicitation || message.said() instanceof RouterSolicitation) {
            asked(message);
        }
    }

    private void heard(LinkMessage message) {
        Heard sender =
                message.mac() == null ? null : heard.of(new LinkKey(message.place(), ANY, message.mac()), Heard::new);
        if (sender != null) {
            sender.frame = message.frame();
        }
    }

    private long lastHeard(String place, String mac) {
        Heard sender = heard.get(new LinkKey(place, ANY, mac));
        return sender == null ? 0 : sender.frame;
    }

    private void asked(LinkMessage message) {
        if (message.hasNoSource()) {
            return;
        }
        String mac = firstOf(message.named(LinkMessage.SOURCE), message.mac());
        OwnerTrack asker = mac == null ? null : of(message, message.source());
        if (asker != null && mac != null) {
            asker.claimed(message, mac, false, false);
        }
        if (message.said() instanceof NeighborSolicitation question) {
            OwnerTrack target = of(message, question.target());
            if (target != null) {
                target.asked(message);
            }
        }
    }

    private void advertised(LinkMessage message, NeighborAdvertisement said) {
        boolean itself = message.source().equals(said.target());
        String mac = firstOf(message.named(LinkMessage.TARGET), itself ? message.mac() : null);
        OwnerTrack owner = mac == null ? null : of(message, said.target());
        if (owner != null && mac != null) {
            owner.claimed(message, mac, said.override(), !said.solicited());
            if (said.solicited()) {
                owner.answered(message, mac, said.override());
            }
        }
    }

    private @Nullable OwnerTrack of(LinkMessage message, IpAddress address) {
        return address.isMulticast() ? null : owners.of(new LinkKey(message.place(), address, ""), OwnerTrack::new);
    }

    private static @Nullable String firstOf(@Nullable String one, @Nullable String other) {
        return one != null ? one : other;
    }

    @Override
    public void tell(Observations observations) {
        owners.kept().entrySet().stream()
                .filter(entry -> entry.getValue().isWorthTelling())
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> observations.add(entry.getValue()
                        .seen(entry.getKey(), mac -> lastHeard(entry.getKey().place(), mac))));
    }
}
