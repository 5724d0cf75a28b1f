package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.collect.Sightings;
import io.icmpscope.internal.analysis.finding.link.RouterSeen.Lifetimes;
import io.icmpscope.internal.analysis.finding.link.RouterSeen.Parameters;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.NdpOption;
import io.icmpscope.message.NdpOption.Mtu;
import io.icmpscope.message.NdpOption.PrefixInformation;
import io.icmpscope.message.NeighborDiscovery.RouterAdvertisement;
import io.icmpscope.message.RouterOption.RecursiveDnsServers;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known so far of one who advertises itself as router. */
final class RouterTrack implements Serializable {

    private static final int MOST = 16; // prefixes and servers

    private final Sightings all = new Sightings();
    private final Sightings offers = new Sightings();
    private final Sightings farewells = new Sightings();
    private final Sightings zeros = new Sightings();
    private final Sightings otherMac = new Sightings();
    private final Sightings far = new Sightings();
    private final Sightings deprecations = new Sightings();
    private final Set<String> deprecated = new LinkedHashSet<>();
    private final Map<String, Lifetimes> prefixes = new LinkedHashMap<>();
    private final Set<IpAddress> dnsServers = new LinkedHashSet<>();

    private @Nullable String mac;
    private boolean framed;
    private long firstFrame;
    private long settledFrame;
    private long lastFrame;
    private long firstNanos = Frame.NO_TIME;
    private long lastNanos = Frame.NO_TIME;
    private int preference = Integer.MIN_VALUE;
    private int longestLifetime;
    private Parameters latest = new Parameters(false, false, 0, 0);

    RouterTrack() {}

    void advertised(LinkMessage message, RouterAdvertisement said, @Nullable String named) {
        times(message);
        framed = message.mac() != null;
        mac = framed ? message.mac() : named;
        all.see(message.frame(), message.nanos());
        lifetime(message, said);
        if (framed && named != null && !named.equals(mac)) {
            otherMac.see(message.frame(), message.nanos());
        }
        if (!message.comesFromTheLink() || !LinkMessage.isLinkLocal(message.source())) {
            far.see(message.frame(), message.nanos());
        }
        for (NdpOption option : said.options()) {
            heard(message, option);
        }
    }

    private void times(LinkMessage message) {
        if (all.count() == 0) {
            firstFrame = message.frame();
            firstNanos = message.nanos();
        } else if (settledFrame == 0 && !message.isWithin(LinkMessage.SECOND, firstNanos)) {
            settledFrame = message.frame();
        }
        lastFrame = message.frame();
        lastNanos = message.nanos();
    }

    private void lifetime(LinkMessage message, RouterAdvertisement said) {
        int seconds = said.routerLifetimeSeconds();
        if (seconds > 0) {
            offers.see(message.frame(), message.nanos());
            preference = Math.max(preference, said.preference());
            longestLifetime = Math.max(longestLifetime, seconds);
            latest = new Parameters(said.managedAddresses(), said.otherConfiguration(), said.hopLimit(), mtu(said));
        } else {
            zeros.see(message.frame(), message.nanos());
            if (offers.count() > 0) {
                farewells.see(message.frame(), message.nanos());
            }
        }
    }

    /** A router need not repeat the MTU in all advertisements. */
    private long mtu(RouterAdvertisement said) {
        for (NdpOption option : said.options()) {
            if (option instanceof Mtu limit) {
                return limit.mtu();
            }
        }
        return latest.mtu();
    }

    private void heard(LinkMessage message, NdpOption option) {
        if (option instanceof PrefixInformation prefix) {
            prefix(message, prefix);
        } else if (option instanceof RecursiveDnsServers servers && servers.lifetimeSeconds() > 0) {
            servers.addresses().stream()
                    .filter(server -> dnsServers.size() < MOST)
                    .forEach(dnsServers::add);
        }
    }

    private void prefix(LinkMessage message, PrefixInformation said) {
        String name = said.prefix() + "/" + said.prefixLength();
        Lifetimes before = prefixes.get(name);
        if (before != null && before.preferred() > 0 && said.preferredLifetimeSeconds() == 0) {
            deprecations.see(message.frame(), message.nanos());
            deprecated.add(name);
        }
        if (before != null || prefixes.size() < MOST) {
            prefixes.put(name, new Lifetimes(said.validLifetimeSeconds(), said.preferredLifetimeSeconds()));
        }
    }

    RouterSeen seen(LinkKey key) {
        return new RouterSeen(
                key.place(),
                key.address(),
                mac,
                framed,
                firstFrame,
                settledFrame,
                firstNanos,
                lastNanos,
                lastFrame,
                all.seen(),
                offers.seen(),
                farewells.seen(),
                zeros.seen(),
                otherMac.seen(),
                far.seen(),
                deprecations.seen(),
                deprecated,
                preference,
                longestLifetime,
                latest,
                prefixes,
                dnsServers);
    }
}
