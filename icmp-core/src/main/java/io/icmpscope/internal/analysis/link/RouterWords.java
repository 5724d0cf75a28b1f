package io.icmpscope.internal.analysis.link;

import io.icmpscope.internal.analysis.collect.TimeSpan;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.NdpOption;
import io.icmpscope.message.NdpOption.LinkLayerAddress;
import io.icmpscope.message.NdpOption.Mtu;
import io.icmpscope.message.NdpOption.PrefixInformation;
import io.icmpscope.message.NeighborDiscovery.RouterAdvertisement;
import io.icmpscope.message.RouterOption.CaptivePortal;
import io.icmpscope.message.RouterOption.DnsSearchList;
import io.icmpscope.message.RouterOption.Pref64;
import io.icmpscope.message.RouterOption.RecursiveDnsServers;
import io.icmpscope.message.RouterOption.RouteInformation;
import io.icmpscope.report.Router;
import io.icmpscope.report.Router.DnsServer;
import io.icmpscope.report.Router.Prefix;
import io.icmpscope.report.Router.Route;
import io.icmpscope.report.Router.SearchDomain;
import io.icmpscope.report.Router.TranslationPrefix;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What one router said, the latest word on everything. */
final class RouterWords implements Serializable {

    private static final int SOURCE = 1; // an option type

    private final TimeSpan times = new TimeSpan();
    private final Words<AddressPrefix, PrefixInformation> prefixes = new Words<>();
    private final Words<IpAddress, Long> dnsServers = new Words<>();
    private final Words<String, Long> searchDomains = new Words<>();
    private final Words<AddressPrefix, RouteInformation> routes = new Words<>();
    private final Words<AddressPrefix, Integer> translations = new Words<>();
    private long firstFrame;
    private long advertisements;
    private int lifetimeSeconds;
    private String preference = "";
    private @Nullable Boolean managed;
    private @Nullable Boolean other;
    private @Nullable Integer hopLimit;
    private @Nullable String linkAddress;
    private @Nullable Long mtu;
    private @Nullable String captivePortal;

    RouterWords() {}

    /** Hears the address of a router in ICMPv4. */
    void advertised(PacketView view, int seconds, int rank) {
        count(view);
        lifetimeSeconds = seconds;
        preference = Integer.toString(rank);
    }

    void advertised(PacketView view, RouterAdvertisement said) {
        count(view);
        lifetimeSeconds = said.routerLifetimeSeconds();
        preference = word(said.preference());
        managed = said.managedAddresses();
        other = said.otherConfiguration();
        if (said.hopLimit() != 0) {
            hopLimit = said.hopLimit();
        }
        for (NdpOption option : said.options()) {
            heard(option);
        }
    }

    private void count(PacketView view) {
        times.note(view.timeNanos());
        firstFrame = advertisements == 0 ? view.frameNumber() : firstFrame;
        advertisements++;
    }

    private void heard(NdpOption option) {
        if (option instanceof LinkLayerAddress own && own.type() == SOURCE) {
            linkAddress = own.address();
        } else if (option instanceof Mtu limit) {
            mtu = limit.mtu();
        } else if (option instanceof PrefixInformation prefix) {
            prefixes.say(AddressPrefix.of(prefix.prefix(), prefix.prefixLength()), prefix);
        } else if (option instanceof RecursiveDnsServers servers) {
            servers.addresses().forEach(address -> dnsServers.say(address, servers.lifetimeSeconds()));
        } else if (option instanceof DnsSearchList list) {
            list.domains().forEach(name -> searchDomains.say(name, list.lifetimeSeconds()));
        } else if (option instanceof RouteInformation route) {
            routes.say(AddressPrefix.of(route.prefix(), route.prefixLength()), route);
        } else if (option instanceof Pref64 prefix && prefix.prefixLength() >= 0) {
            translations.say(AddressPrefix.of(prefix.prefix(), prefix.prefixLength()), prefix.lifetimeSeconds());
        } else if (option instanceof CaptivePortal portal) {
            captivePortal = portal.uri();
        }
    }

    private static String word(int preference) {
        return preference == 0 ? "medium" : preference > 0 ? "high" : "low";
    }

    Router router(IpAddress address) {
        return new Router(
                address,
                linkAddress,
                lifetimeSeconds,
                preference,
                managed,
                other,
                hopLimit,
                mtu,
                prefixes.listing(RouterWords::prefix),
                dnsServers.listing(DnsServer::new),
                searchDomains.listing(SearchDomain::new),
                routes.listing((prefix, said) ->
                        new Route(prefix.bits(), prefix.length(), word(said.preference()), said.lifetimeSeconds())),
                translations.listing(
                        (prefix, seconds) -> new TranslationPrefix(prefix.bits(), prefix.length(), seconds)),
                captivePortal,
                times.first(),
                times.last(),
                firstFrame,
                advertisements);
    }

    private static Prefix prefix(AddressPrefix prefix, PrefixInformation said) {
        return new Prefix(
                prefix.bits(),
                prefix.length(),
                said.onLink(),
                said.autonomous(),
                said.validLifetimeSeconds(),
                said.preferredLifetimeSeconds());
    }
}
