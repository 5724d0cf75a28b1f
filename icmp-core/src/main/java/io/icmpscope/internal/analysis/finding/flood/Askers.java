package io.icmpscope.internal.analysis.finding.flood;

import io.icmpscope.internal.analysis.collect.First;
import io.icmpscope.internal.analysis.collect.FirstFrames;
import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.internal.analysis.echo.KeptPings;
import io.icmpscope.internal.analysis.echo.SessionCounts;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.message.IpAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who sent the echo requests of a burst, and whether they were answered. */
final class Askers {

    private static final Comparator<Map.Entry<IpAddress, long[]>> BUSIEST_FIRST =
            Comparator.<Map.Entry<IpAddress, long[]>>comparingLong(host -> -host.getValue()[0])
                    .thenComparing(Map.Entry.comparingByKey());

    private static final int MOST = 10;

    final Burst burst;
    final FirstFrames frames = new FirstFrames();
    private final KeptMap<IpAddress, long[]> messages; // by host how many, in a cell to be increased
    private long known;
    private long received;

    private Askers(Burst burst, int mostHosts) {
        this.burst = burst;
        this.messages = new KeptMap<>(mostHosts);
        frames.addAll(burst.frames);
    }

    /** Goes through the pings once, for all bursts. */
    static Collection<Askers> of(Merged merged, Collection<Burst> bursts) {
        Map<IpAddress, Askers> askers = new HashMap<>();
        int mostHosts = merged.report().options().maxEntries();
        bursts.forEach(burst -> askers.put(burst.address, new Askers(burst, mostHosts)));
        for (KeptPings pings : askers.isEmpty() ? List.<KeptPings>of() : merged.observed(KeptPings.class)) {
            pings.forEach(ping -> {
                Askers asked = askers.get(ping.responder());
                if (asked != null && ping.sent() > 0) {
                    asked.add(ping);
                }
            });
        }
        return askers.values();
    }

    private void add(SessionCounts ping) {
        long[] sent = messages.of(ping.requester(), () -> new long[1]);
        if (sent != null) {
            sent[0] += ping.sent() + ping.again();
        }
        known += ping.sent() - ping.pending();
        received += ping.received();
        if (ping.unsolicited() == 0 && ping.firstTime() != null && burst.isNear(ping.firstTime())) {
            frames.add(ping.firstFrame());
        }
    }

    /** How many hosts sent, or about how many; 0 when no ping to the address was kept. */
    long hosts() {
        return messages.distinct();
    }

    /** Whether there are too many hosts to count them exactly. */
    boolean areEstimated() {
        return messages.isFull();
    }

    IpAddress first() {
        return Collections.min(messages.kept().keySet());
    }

    /** All kept hosts, the ten that sent most ahead. */
    List<IpAddress> busiestFirst() {
        First<Map.Entry<IpAddress, long[]>> busiest = new First<>(MOST, BUSIEST_FIRST);
        messages.kept().entrySet().forEach(busiest::add);
        List<IpAddress> hosts = new ArrayList<>();
        busiest.list().forEach(host -> hosts.add(host.getKey()));
        hosts.addAll(messages.kept().keySet()); // whoever lists them takes each once
        return hosts;
    }

    /** Which share of the hosts sent so few messages. */
    double shareWithAtMost(double few) {
        Collection<long[]> kept = messages.kept().values();
        return (double) kept.stream().filter(sent -> sent[0] <= few).count() / Math.max(1, kept.size());
    }

    /** The answered share of the requests whose fate is known, in percent. */
    double answeredPercent() {
        return known == 0 ? 0 : 100.0 * received / known;
    }
}
