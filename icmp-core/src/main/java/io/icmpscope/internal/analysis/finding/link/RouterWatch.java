package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.internal.analysis.collect.Observations;
import io.icmpscope.message.NeighborDiscovery.RouterAdvertisement;
import java.util.Comparator;

/** Who advertises itself as router? */
final class RouterWatch implements Watch {

    private final KeptMap<LinkKey, RouterTrack> routers;

    RouterWatch(int most) {
        routers = new KeptMap<>(most);
    }

    @Override
    public void see(LinkMessage message) {
        if (message.said() instanceof RouterAdvertisement said && !message.tunnelled()) {
            String named = message.named(LinkMessage.SOURCE);
            String mac = message.mac() != null ? message.mac() : named;
            RouterTrack router = routers.of(
                    new LinkKey(message.place(), message.source(), mac == null ? "" : mac), RouterTrack::new);
            if (router != null) {
                router.advertised(message, said, named);
            }
        }
    }

    @Override
    public void tell(Observations observations) {
        routers.kept().entrySet().stream()
                .map(entry -> entry.getValue().seen(entry.getKey()))
                .sorted(Comparator.comparingLong(RouterSeen::firstFrame).thenComparing(RouterSeen::address))
                .forEach(observations::add);
    }
}
