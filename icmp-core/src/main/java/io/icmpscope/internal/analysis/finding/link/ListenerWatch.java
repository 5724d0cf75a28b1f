package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.internal.analysis.collect.Observations;
import io.icmpscope.internal.analysis.collect.Sightings;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.MulticastListener.AddressRecord;
import io.icmpscope.message.MulticastListener.Query;
import io.icmpscope.message.MulticastListener.QueryVersion2;
import io.icmpscope.message.MulticastListener.Report;
import io.icmpscope.message.MulticastListener.ReportVersion2;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who asks for listeners, and for how many groups are there any? */
final class ListenerWatch implements Watch {

    private static final int MOST_LINKS = 64;
    private static final int MOST_GROUPS = 2048; // counted; more are estimated
    private static final int MOST_QUERIERS = 10;
    private static final IpAddress ALL = IpAddress.v6(0, 0); // what general queries are about

    private static final class Listeners implements Serializable {
        private final KeptMap<IpAddress, Boolean> groups = new KeptMap<>(MOST_GROUPS);
        private final Sightings reports = new Sightings();
        private final Sightings lowered = new Sightings();
        private final Sightings hasty = new Sightings();
        private final Set<IpAddress> hastySources = new LinkedHashSet<>();
        private final Set<IpAddress> queriers = new LinkedHashSet<>();
        private @Nullable IpAddress lowest;
    }

    private final KeptMap<LinkKey, Listeners> links;

    ListenerWatch(int most) {
        links = new KeptMap<>(Math.min(most, MOST_LINKS));
    }

    @Override
    public void see(LinkMessage message) {
        Listeners link = message.tunnelled() ? null : links.of(new LinkKey(message.place(), ALL, ""), Listeners::new);
        if (link == null) {
            return;
        }
        if (message.said() instanceof Query query) {
            asked(link, message, query.group(), query.maximumResponseDelayMillis());
        } else if (message.said() instanceof QueryVersion2 query) {
            asked(link, message, query.group(), query.maximumResponseCode());
        } else if (message.said() instanceof Report report) {
            reported(link, message, List.of(report.group()));
        } else if (message.said() instanceof ReportVersion2 report) {
            reported(
                    link,
                    message,
                    report.records().stream().map(AddressRecord::group).toList());
        }
    }

    private static void asked(Listeners link, LinkMessage message, IpAddress group, int response) {
        if (!group.equals(ALL)) {
            return;
        }
        IpAddress who = message.source();
        if (response == 0) {
            link.hasty.see(message.frame(), message.nanos());
            add(link.hastySources, who);
        }
        if (message.hasNoSource()) { // a switch that takes part in no election
            return;
        }
        add(link.queriers, who);
        if (link.lowest != null && who.compareTo(link.lowest) < 0) {
            link.lowered.see(message.frame(), message.nanos());
        }
        link.lowest = link.lowest == null || who.compareTo(link.lowest) < 0 ? who : link.lowest;
    }

    private static void add(Set<IpAddress> some, IpAddress one) {
        if (some.size() < MOST_QUERIERS) {
            some.add(one);
        }
    }

    private static void reported(Listeners link, LinkMessage message, List<IpAddress> named) {
        List<IpAddress> groups =
                named.stream().filter(group -> !isSolicitedNode(group)).toList(); // every address has one of those
        groups.forEach(group -> link.groups.of(group, () -> true));
        if (!groups.isEmpty()) {
            link.reports.see(message.frame(), message.nanos());
        }
    }

    /** ff02::1:ff00:0/104, RFC 4291 section 2.7.1. */
    private static boolean isSolicitedNode(IpAddress group) {
        return group.high() == 0xFF02L << 48 && group.low() >>> 24 == 0x1FF;
    }

    @Override
    public void tell(Observations observations) {
        links.kept().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> observations.add(seen(entry.getKey(), entry.getValue())));
    }

    private static ListenerSeen seen(LinkKey key, Listeners link) {
        List<IpAddress> queriers = new ArrayList<>(link.queriers);
        return new ListenerSeen(
                key.place(),
                link.groups.distinct(),
                link.reports.seen(),
                link.lowered.seen(),
                queriers,
                link.hasty.seen(),
                List.copyOf(link.hastySources));
    }
}
