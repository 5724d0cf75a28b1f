package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.internal.analysis.collect.Observations;
import io.icmpscope.internal.analysis.collect.Sightings;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.NdpOption;
import io.icmpscope.message.NdpOption.PrefixInformation;
import io.icmpscope.message.NeighborDiscovery.RouterAdvertisement;
import java.io.Serializable;
import java.util.Map;

/** How many messages of each type come at once, and from how many? */
final class NoiseWatch implements Watch {

    private static final int MOST = 256; // types of links
    private static final int MOST_SOURCES = 1024; // of each, to tell new ones
    private static final int REDIRECT = 137;
    private static final long WINDOW = 10 * LinkMessage.SECOND;
    private static final long BEGINNING = 60 * LinkMessage.SECOND; // in which every source is new to the capture

    private static final class Noise implements Serializable {
        private final Sightings all = new Sightings();
        private final Peak peak = new Peak();
        private final KeptMap<IpAddress, Boolean> sources = new KeptMap<>(MOST_SOURCES);
        private final KeptMap<String, Boolean> senders = new KeptMap<>(MOST_SOURCES);
        private final Crowd<IpAddress> newcomers = new Crowd<>(WINDOW, MOST_SOURCES);
        private final Crowd<String> advertisers = new Crowd<>(WINDOW, MOST_SOURCES);
        private final Crowd<IpAddress> prefixes = new Crowd<>(WINDOW, MOST_SOURCES);
        private long begin = Frame.NO_TIME;
        private long named; // sources, while all are kept
    }

    private final KeptMap<LinkKey, Noise> noises;

    NoiseWatch(int most) {
        noises = new KeptMap<>(Math.min(most, MOST));
    }

    @Override
    public void see(LinkMessage message) {
        if (message.tunnelled() || message.type() == REDIRECT) {
            return;
        }
        Noise noise = noises.of(new LinkKey(message.place(), IpAddress.v6(0, message.type()), ""), Noise::new);
        if (noise == null) {
            return;
        }
        noise.all.see(message.frame(), message.nanos());
        noise.peak.note(message);
        noise.begin = noise.begin == Frame.NO_TIME ? message.nanos() : noise.begin;
        sender(noise, message);
        if (message.said() instanceof RouterAdvertisement said) {
            noise.advertisers.note(message.source() + " " + message.mac(), message.nanos());
            for (NdpOption option : said.options()) {
                if (option instanceof PrefixInformation prefix) {
                    noise.prefixes.note(prefix.prefix(), message.nanos());
                }
            }
        }
    }

    private static void sender(Noise noise, LinkMessage message) {
        if (!message.hasNoSource()) {
            boolean known = noise.sources.get(message.source()) != null;
            noise.sources.of(message.source(), () -> true);
            noise.named += known ? 0 : 1;
            if (!known && noise.named <= MOST_SOURCES && !message.isWithin(BEGINNING, noise.begin)) {
                noise.newcomers.note(message.source(), message.nanos());
            }
        }
        if (message.mac() != null) {
            noise.senders.of(message.mac(), () -> true);
        }
    }

    @Override
    public void tell(Observations observations) {
        noises.kept().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> observations.add(seen(entry.getKey(), entry.getValue())));
    }

    private static NoiseSeen seen(LinkKey key, Noise noise) {
        long senders = noise.senders.distinct();
        return new NoiseSeen(
                key.place(),
                (int) key.address().low(),
                noise.all.seen(),
                noise.peak.most(),
                noise.peak.frames(),
                noise.sources.distinct(),
                senders,
                senders == 1 ? noise.senders.kept().keySet().iterator().next() : null,
                noise.newcomers.most(),
                noise.advertisers.most(),
                noise.prefixes.most());
    }
}
