package io.icmpscope.internal.analysis.finding.flood;

import io.icmpscope.internal.analysis.collect.First;
import io.icmpscope.internal.analysis.collect.FirstFrames;
import io.icmpscope.internal.analysis.echo.KeptPings;
import io.icmpscope.internal.analysis.echo.SessionCounts;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.message.IpAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who sent the echo requests of a burst, and whether they were answered. */
final class Askers {

    private static final Comparator<Map.Entry<IpAddress, Long>> BUSIEST_FIRST =
            Map.Entry.<IpAddress, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    private static final int MOST = 10;

    final Burst burst;
    final FirstFrames frames = new FirstFrames();
    private final TreeMap<IpAddress, Long> messages = new TreeMap<>();
    private long known;
    private long received;

    private Askers(Burst burst) {
        this.burst = burst;
        frames.addAll(burst.frames);
    }

    /** Goes through the pings once, for all bursts. */
    static Collection<Askers> of(Merged merged, Collection<Burst> bursts) {
        Map<IpAddress, Askers> askers = new HashMap<>();
        bursts.forEach(burst -> askers.put(burst.address, new Askers(burst)));
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
        messages.merge(ping.requester(), ping.sent() + ping.again(), Long::sum);
        known += ping.sent() - ping.pending();
        received += ping.received();
        if (ping.unsolicited() == 0 && ping.firstTime() != null && burst.isNear(ping.firstTime())) {
            frames.add(ping.firstFrame());
        }
    }

    /** How many hosts sent, by their addresses; 0 when no ping to the address was kept. */
    int hosts() {
        return messages.size();
    }

    IpAddress first() {
        return messages.firstKey();
    }

    /** All hosts, the ten that sent most ahead. */
    List<IpAddress> busiestFirst() {
        First<Map.Entry<IpAddress, Long>> busiest = new First<>(MOST, BUSIEST_FIRST);
        messages.entrySet().forEach(busiest::add);
        List<IpAddress> hosts = new ArrayList<>();
        busiest.list().forEach(host -> hosts.add(host.getKey()));
        hosts.addAll(messages.keySet()); // whoever lists them takes each once
        return hosts;
    }

    /** Which share of the hosts sent so few messages. */
    double shareWithAtMost(double few) {
        return (double) messages.values().stream().filter(sent -> sent <= few).count() / Math.max(1, hosts());
    }

    /** The answered share of the requests whose fate is known, in percent. */
    double answeredPercent() {
        return known == 0 ? 0 : 100.0 * received / known;
    }
}
