package io.icmpscope.internal.analysis.link;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.NdpOption;
import io.icmpscope.message.NdpOption.LinkLayerAddress;
import io.icmpscope.message.NeighborDiscovery;
import io.icmpscope.message.NeighborDiscovery.NeighborAdvertisement;
import io.icmpscope.message.NeighborDiscovery.NeighborSolicitation;
import io.icmpscope.message.NeighborDiscovery.RedirectMessage;
import io.icmpscope.message.NeighborDiscovery.RouterAdvertisement;
import io.icmpscope.message.NeighborDiscovery.RouterSolicitation;
import io.icmpscope.message.SendOption.Nonce;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Neighbor;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which addresses are on the link, with which link-layer addresses, and did two nodes want the same one? */
public final class NeighborFold implements Collector {

    private static final int FIRST_TYPE = 133; // of the messages that are looked at
    private static final int LAST_TYPE = 137;

    private static final int SOURCE = 1; // option types
    private static final int TARGET = 2;

    private static final IpAddress UNSPECIFIED = IpAddress.v6(0, 0);

    private static final Comparator<Neighbor> WORST_FIRST = Comparator.comparingLong(Neighbor::conflicts)
            .thenComparingLong(Neighbor::changes)
            .reversed()
            .thenComparing(Neighbor::address);

    private final KeptMap<IpAddress, NeighborWords> neighbors;
    private long position; // of the message among those of neighbour discovery

    /**
     * Makes a fold that has seen nothing.
     *
     * @param options how many neighbours to keep
     */
    public NeighborFold(AnalysisOptions options) {
        neighbors = new KeptMap<>(LinkTables.ofLists(options));
    }

    @Override
    public void see(PacketView view) {
        boolean known = view.icmpVersion() == 6 && view.type() >= FIRST_TYPE && view.type() <= LAST_TYPE;
        if (known && view.ipVersion() == 6 && view.message() instanceof NeighborDiscovery said) {
            position++;
            sender(view, said);
            target(view, said);
        }
    }

    /** What a message says of who sent it. */
    private void sender(PacketView view, NeighborDiscovery said) {
        String frameFrom = view.linkSource();
        NeighborWords sender = of(view.source());
        if (sender == null) {
            return;
        }
        if (frameFrom != null) {
            sender.sent(frameFrom, view.timeNanos());
        }
        String own = linkAddress(said.options(), SOURCE);
        if (own != null && !(said instanceof NeighborAdvertisement)) {
            sender.named(own, source(said), view.timeNanos());
        }
        if (said instanceof RouterAdvertisement) {
            sender.saidToBeRouter();
        }
    }

    /** What a message says of the address that it is about. */
    private void target(PacketView view, NeighborDiscovery said) {
        if (said instanceof NeighborSolicitation question && view.source().equals(UNSPECIFIED)) {
            NeighborWords checked = of(question.target());
            if (checked != null) {
                Asker asker = new Asker(nonce(question.options()), view.linkSource());
                checked.checks().asked(moment(view), asker, view.frameNumber());
            }
        } else if (said instanceof NeighborAdvertisement answer) {
            advertised(view, answer);
        } else if (said instanceof RedirectMessage redirect) {
            named(redirect.target(), redirect, view);
        }
    }

    private void advertised(PacketView view, NeighborAdvertisement said) {
        NeighborWords owner = named(said.target(), said, view);
        if (owner == null) {
            return;
        }
        if (said.router()) {
            owner.saidToBeRouter();
        }
        if (view.destination().isMulticast()) { // else whoever checks the address does not hear it
            owner.claimed(moment(view), view.linkSource(), linkAddress(said.options(), TARGET));
        }
    }

    private @Nullable NeighborWords named(IpAddress target, NeighborDiscovery said, PacketView view) {
        String linkAddress = linkAddress(said.options(), TARGET);
        boolean tells = linkAddress != null || said instanceof NeighborAdvertisement;
        NeighborWords neighbor = tells ? of(target) : null;
        if (neighbor != null && linkAddress != null) {
            neighbor.named(linkAddress, source(said), view.timeNanos());
        }
        return neighbor;
    }

    /** Finds a neighbour; a group, or nobody, is none. */
    private @Nullable NeighborWords of(IpAddress address) {
        return address.isMulticast() || address.equals(UNSPECIFIED) ? null : neighbors.of(address, NeighborWords::new);
    }

    private Moment moment(PacketView view) {
        return new Moment(view.timeNanos(), position);
    }

    private static String source(NeighborDiscovery said) {
        if (said instanceof NeighborSolicitation) {
            return "solicitation";
        }
        if (said instanceof NeighborAdvertisement) {
            return "advertisement";
        }
        if (said instanceof RouterSolicitation) {
            return "router solicitation";
        }
        return said instanceof RouterAdvertisement ? "router advertisement" : "redirect";
    }

    private static @Nullable String linkAddress(List<NdpOption> options, int type) {
        for (NdpOption option : options) {
            if (option instanceof LinkLayerAddress named && named.type() == type) {
                return named.address();
            }
        }
        return null;
    }

    private static @Nullable String nonce(List<NdpOption> options) {
        for (NdpOption option : options) {
            if (option instanceof Nonce random) {
                return random.nonce();
            }
        }
        return null;
    }

    /** Only one of the two parts has seen the link, so no address is in both. */
    @Override
    public void merge(Collector other) {
        neighbors.merge(((NeighborFold) other).neighbors, (mine, theirs) -> {});
    }

    @Override
    public void contribute(ReportDraft draft) {
        neighbors.tellLimit("neighbors", draft);
        draft.neighbors = neighbors.listing(
                draft.options.maxListed(),
                (address, words) -> words.neighbor(address, draft.lastTimeNanos),
                WORST_FIRST);
    }
}
