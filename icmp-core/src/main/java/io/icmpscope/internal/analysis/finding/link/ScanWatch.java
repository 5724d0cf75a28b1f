package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.internal.analysis.collect.Observations;
import io.icmpscope.internal.analysis.collect.Sightings;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.NeighborDiscovery.NeighborAdvertisement;
import io.icmpscope.message.NeighborDiscovery.NeighborSolicitation;
import io.icmpscope.message.NeighborDiscovery.RouterAdvertisement;
import java.io.Serializable;
import java.util.Map;

/** Who asks for many neighbours that do not answer? */
final class ScanWatch implements Watch {

    private static final int MOST_SOURCES = 256;
    private static final int MOST_TARGETS = 256; // of a source, that wait for an answer
    private static final long WINDOW = 60 * LinkMessage.SECOND;
    private static final int FEW = 8; // not worth telling

    private static final class Source implements Serializable {
        private final Crowd<IpAddress> waiting = new Crowd<>(WINDOW, MOST_TARGETS);
        private final Crowd<IpAddress> again = new Crowd<>(WINDOW, MOST_TARGETS);
        private final Sightings asked = new Sightings();
        private final Peak peak = new Peak();
        private long answers;
        private int inRow;
        private boolean router;
    }

    private final KeptMap<LinkKey, Source> sources;

    ScanWatch(int most) {
        sources = new KeptMap<>(Math.min(most, MOST_SOURCES));
    }

    @Override
    public void see(LinkMessage message) {
        if (message.tunnelled()) {
            return;
        }
        if (message.said() instanceof NeighborSolicitation question) {
            if (!message.hasNoSource() && message.destination().isMulticast()) { // else it knows the answer already
                asked(message, question.target());
            }
        } else if (message.said() instanceof NeighborAdvertisement answer) {
            Source asker = sources.get(new LinkKey(message.place(), message.destination(), ""));
            if (asker != null) {
                asker.answers++;
                asker.waiting.forget(answer.target());
                asker.again.forget(answer.target());
            }
        } else if (message.said() instanceof RouterAdvertisement) {
            Source router = sources.get(new LinkKey(message.place(), message.source(), ""));
            if (router != null) {
                router.router = true;
            }
        }
    }

    private void asked(LinkMessage message, IpAddress target) {
        Source asker = sources.of(new LinkKey(message.place(), message.source(), ""), Source::new);
        if (asker == null) {
            return;
        }
        asker.asked.see(message.frame(), message.nanos());
        asker.peak.note(message);
        if (asker.waiting.has(target)) {
            asker.again.note(target, message.nanos());
        } else {
            boolean follows = asker.waiting.has(beside(target, 1)) || asker.waiting.has(beside(target, -1));
            asker.inRow += follows ? 1 : 0;
        }
        asker.waiting.note(target, message.nanos());
    }

    private static IpAddress beside(IpAddress address, int step) {
        return IpAddress.v6(address.high(), address.low() + step);
    }

    @Override
    public void tell(Observations observations) {
        sources.kept().entrySet().stream()
                .filter(entry -> entry.getValue().waiting.most() >= FEW)
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> observations.add(seen(entry.getKey(), entry.getValue())));
    }

    private static ScanSeen seen(LinkKey key, Source source) {
        return new ScanSeen(
                key.place(),
                key.address(),
                source.router,
                source.waiting.most(),
                source.again.most(),
                source.inRow,
                source.answers,
                source.peak.most(),
                source.asked.seen());
    }
}
