package io.icmpscope.internal.analysis.link;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.NeighborDiscovery.RouterAdvertisement;
import io.icmpscope.message.RouterAdvertisementV4;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Router;
import java.util.Comparator;

/** Which routers offer themselves, and what do they tell hosts? */
public final class RouterFold implements Collector {

    private static final int ADVERTISEMENT = 134; // types
    private static final int ADVERTISEMENT_V4 = 9;

    private final KeptMap<IpAddress, RouterWords> routers;

    /**
     * Makes a fold that has seen nothing.
     *
     * @param options how many routers to keep
     */
    public RouterFold(AnalysisOptions options) {
        routers = new KeptMap<>(LinkTables.ofManyLists(options));
    }

    @Override
    public void see(PacketView view) {
        int type = view.icmpVersion() == 4 ? ADVERTISEMENT_V4 : ADVERTISEMENT;
        if (view.type() != type || view.ipVersion() != view.icmpVersion()) {
            return;
        }
        if (view.message() instanceof RouterAdvertisement said) {
            RouterWords router = routers.of(view.source(), RouterWords::new);
            if (router != null) {
                router.advertised(view, said);
            }
        } else if (view.message() instanceof RouterAdvertisementV4 said) {
            for (RouterAdvertisementV4.Router offer : said.routers()) {
                RouterWords router = routers.of(offer.address(), RouterWords::new);
                if (router != null) {
                    router.advertised(view, said.lifetimeSeconds(), offer.preference());
                }
            }
        }
    }

    /** Only one of the two parts has seen the link, so no router is in both. */
    @Override
    public void merge(Collector other) {
        routers.merge(((RouterFold) other).routers, (mine, theirs) -> {});
    }

    @Override
    public void contribute(ReportDraft draft) {
        routers.tellLimit("routers", draft);
        draft.routers = routers.listing(
                draft.options.maxListed(),
                (address, words) -> words.router(address),
                Comparator.comparing(Router::address));
    }
}
