package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.collect.Sightings;
import io.icmpscope.internal.analysis.finding.path.RedirectSigns.Pair;
import io.icmpscope.internal.analysis.finding.path.RedirectSigns.Sign;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.NeighborDiscovery.RedirectMessage;
import io.icmpscope.message.Redirect;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The redirects of one router to one host while the capture is read. */
final class Redirections implements Serializable {

    private static final int MOST = 16;

    /** With what time to live IPv4 systems begin; behind a router it is another. */
    private static final Set<Integer> INITIAL_TTLS = Set.of(30, 32, 60, 64, 128, 255);

    private final Sightings seen = new Sightings();
    private final TreeSet<IpAddress> gateways = new TreeSet<>();
    private final TreeSet<IpAddress> destinations = new TreeSet<>();
    private final TreeSet<String> linkSources = new TreeSet<>();
    private final EnumSet<Sign> signs = EnumSet.noneOf(Sign.class);
    private long forNetworks;

    void see4(PacketView view, Redirect redirect) {
        IpAddress gateway = redirect.gateway();
        see(view, gateway, redirect.quoted().destination());
        forNetworks += view.code() == 0 || view.code() == 2 ? 1 : 0; // RFC 792
        sign(!INITIAL_TTLS.contains(view.ttl()), Sign.ROUTED);
        boolean noGateway =
                Places.isNoHost4(gateway) || gateway.equals(view.source()) || gateway.equals(view.destination());
        sign(noGateway, Sign.NO_GATEWAY);
        sign(!noGateway && Places.isPrivate4(gateway) != Places.isPrivate4(view.destination()), Sign.FAR_GATEWAY);
    }

    void see6(PacketView view, RedirectMessage redirect) {
        IpAddress target = redirect.target();
        see(view, target, redirect.destination());
        sign(view.ttl() != 255, Sign.ROUTED);
        sign(!Places.isLinkLocal6(view.source()), Sign.NOT_LINK_LOCAL);
        sign(!Places.isLinkLocal6(target) && !target.equals(redirect.destination()), Sign.NO_GATEWAY);
    }

    private void see(PacketView view, IpAddress gateway, @Nullable IpAddress destination) {
        seen.see(view);
        keep(gateways, gateway);
        if (destination != null) {
            keep(destinations, destination);
        }
        String sender = view.linkSource();
        if (sender != null) {
            keep(linkSources, sender);
        }
    }

    private void sign(boolean there, Sign sign) {
        if (there) {
            signs.add(sign);
        }
    }

    /** Keeps the smallest, which are the same whatever the order. */
    private static <T> void keep(NavigableSet<T> set, T one) {
        set.add(one);
        if (set.size() > MOST) {
            set.pollLast();
        }
    }

    void addAll(Redirections other) {
        seen.addAll(other.seen);
        other.gateways.forEach(gateway -> keep(gateways, gateway));
        other.destinations.forEach(destination -> keep(destinations, destination));
        other.linkSources.forEach(sender -> keep(linkSources, sender));
        signs.addAll(other.signs);
        forNetworks += other.forNetworks;
    }

    boolean isSeen() {
        return seen.count() > 0;
    }

    RedirectSigns tell(Pair pair) {
        EnumSet<Sign> all = EnumSet.copyOf(signs);
        if (linkSources.stream().filter(sender -> !isVirtual(sender)).count() > 1) {
            all.add(Sign.SEVERAL_SENDERS);
        }
        return new RedirectSigns(
                pair,
                List.copyOf(gateways),
                List.copyOf(destinations),
                List.copyOf(linkSources),
                Set.copyOf(all),
                forNetworks,
                seen.seen());
    }

    /** Whether it is an address that two routers share: VRRP (RFC 9568), HSRP, GLBP. */
    static boolean isVirtual(String linkAddress) {
        return linkAddress.startsWith("00:00:5e:00:01:")
                || linkAddress.startsWith("00:00:5e:00:02:")
                || linkAddress.startsWith("00:00:0c:07:ac:")
                || linkAddress.startsWith("00:00:0c:9f:f")
                || linkAddress.startsWith("00:05:73:a0:0")
                || linkAddress.startsWith("00:07:b4:00:");
    }
}
