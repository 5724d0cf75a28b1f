package io.icmpscope.internal.analysis.trouble;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.analysis.collect.Sightings;
import io.icmpscope.internal.analysis.collect.Spread;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.NeighborDiscovery.RedirectMessage;
import io.icmpscope.message.Redirect;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.RedirectGroup;
import java.io.Serializable;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Which router sends whom elsewhere for which destination? */
public final class RedirectTally implements Collector {

    /** The type of a redirect in ICMPv4. */
    static final int REDIRECT = 5;

    private static final Comparator<IpAddress> ADDRESS = Comparator.nullsFirst(Comparator.naturalOrder());

    private record Key(
            IpAddress reporter,
            IpAddress receiver,
            @Nullable IpAddress destination,
            IpAddress gateway,
            boolean forHost) implements Spread.Key, Comparable<Key>, Serializable {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::reporter)
                .thenComparing(Key::receiver)
                .thenComparing(Key::destination, ADDRESS)
                .thenComparing(Key::gateway)
                .thenComparing(Key::forHost);

        @Override
        public long spread() {
            long told = Spread.of(Spread.of(0, reporter), receiver);
            return Spread.of(Spread.of(Spread.of(told, destination), gateway), forHost ? 1 : 0);
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private static final Comparator<RedirectGroup> MOST_FIRST = Comparator.comparingLong(
                    (RedirectGroup group) -> -group.count())
            .thenComparing(RedirectGroup::reporter)
            .thenComparing(RedirectGroup::receiver)
            .thenComparing(RedirectGroup::destination, ADDRESS)
            .thenComparing(RedirectGroup::gateway)
            .thenComparing(RedirectGroup::forHost);

    private final KeptMap<Key, Sightings> redirects;

    /**
     * Makes a tally of nothing.
     *
     * @param options how many redirects to keep
     */
    public RedirectTally(AnalysisOptions options) {
        redirects = new KeptMap<>(options.maxEntries());
    }

    @Override
    public void see(PacketView view) {
        if (view.type() != (view.icmpVersion() == 4 ? REDIRECT : 137)) {
            return;
        }
        Key key = key(view, view.message());
        Sightings seen = key == null ? null : redirects.of(key, Sightings::new);
        if (seen != null) {
            seen.see(view);
        }
    }

    private static @Nullable Key key(PacketView view, IcmpMessage message) {
        IpAddress reporter = view.source();
        IpAddress receiver = view.destination();
        if (message instanceof Redirect redirect) {
            boolean forHost = view.code() != 0 && view.code() != 2; // 0 and 2 are about its network, RFC 792
            return new Key(reporter, receiver, redirect.quoted().destination(), redirect.gateway(), forHost);
        }
        return message instanceof RedirectMessage redirect
                ? new Key(reporter, receiver, redirect.destination(), redirect.target(), /* forHost= */ true)
                : null;
    }

    @Override
    public void merge(Collector other) {
        redirects.merge(((RedirectTally) other).redirects, Sightings::addAll);
    }

    @Override
    public void contribute(ReportDraft draft) {
        redirects.tellLimit("redirects", draft);
        draft.redirects = redirects.listing(draft.options.maxListed(), RedirectTally::group, MOST_FIRST);
    }

    private static RedirectGroup group(Key key, Sightings seen) {
        return new RedirectGroup(
                key.reporter,
                key.receiver,
                key.destination,
                key.gateway,
                key.forHost,
                seen.count(),
                seen.firstTime(),
                seen.lastTime(),
                seen.frames());
    }
}
