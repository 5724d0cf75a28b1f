package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.internal.analysis.collect.Observations;
import io.icmpscope.internal.analysis.collect.Sightings;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.message.NdpOption;
import io.icmpscope.message.NeighborDiscovery.NeighborAdvertisement;
import io.icmpscope.message.NeighborDiscovery.NeighborSolicitation;
import io.icmpscope.message.SendOption.Nonce;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who says to whoever checks an address that it is taken? */
final class CheckWatch implements Watch {

    private static final int MOST_DENIERS = 4; // kept of an address
    private static final long WAIT = LinkMessage.SECOND; // RETRANS_TIMER, RFC 4861 section 10
    private static final long SOON = WAIT / 2;

    private static final class Check implements Serializable {
        private final Sightings seen = new Sightings();
        private final Set<String> deniers = new TreeSet<>();
        private @Nullable LinkMessage question;
        private @Nullable String asker; // of what was denied first
        private @Nullable String nonce;
        private boolean noted;
        private long asked = Frame.NO_TIME;
    }

    private final KeptMap<LinkKey, Check> checks;

    CheckWatch(int most) {
        checks = new KeptMap<>(most);
    }

    @Override
    public void see(LinkMessage message) {
        if (message.tunnelled() || !message.comesFromTheLink()) {
            return;
        }
        if (message.said() instanceof NeighborSolicitation question && message.hasNoSource()) {
            Check check = checks.of(new LinkKey(message.place(), question.target(), ""), Check::new);
            if (check != null) {
                asked(check, message, nonce(question.options()));
            }
        } else if (message.said() instanceof NeighborAdvertisement answer
                && message.destination().isMulticast()) {
            Check check = checks.get(new LinkKey(message.place(), answer.target(), ""));
            if (check != null) {
                denied(check, message, message.mac(), message.named(LinkMessage.TARGET));
            }
        }
    }

    private static void asked(Check check, LinkMessage message, @Nullable String nonce) {
        LinkMessage before = check.question;
        boolean looped = nonce != null && nonce.equals(check.nonce);
        if (before != null && before.mac() != null && message.mac() != null && !looped) {
            denied(check, message, message.mac(), null);
        }
        check.question = message;
        check.nonce = nonce;
        check.asked = message.nanos();
        check.noted = false;
    }

    /** Whoever found the address free may announce it; without link-layer addresses that takes a while, a denial does not. */
    private static void denied(
            Check check, LinkMessage message, @Nullable String frameFrom, @Nullable String linkAddress) {
        LinkMessage question = check.question;
        String own = question == null ? null : question.mac();
        boolean itself = own != null && (own.equals(frameFrom) || own.equals(linkAddress));
        if (question == null || itself || !message.isWithin(own == null ? SOON : WAIT, check.asked)) {
            return;
        }
        check.asker = check.asker == null ? own : check.asker;
        if (!check.noted) {
            check.seen.see(question.frame(), question.nanos());
            check.noted = true;
        }
        check.seen.see(message.frame(), message.nanos());
        String mac = frameFrom != null ? frameFrom : linkAddress;
        if (mac != null && check.deniers.size() < MOST_DENIERS) {
            check.deniers.add(mac);
        }
    }

    private static @Nullable String nonce(List<NdpOption> options) {
        for (NdpOption option : options) {
            if (option instanceof Nonce random) {
                return random.nonce();
            }
        }
        return null;
    }

    @Override
    public void tell(Observations observations) {
        Map<LinkKey, Check> all = checks.kept();
        Map<String, Integer> onLink = new HashMap<>();
        all.keySet().forEach(key -> onLink.merge(key.place(), 1, Integer::sum));
        all.entrySet().stream()
                .filter(entry -> entry.getValue().seen.count() > 0)
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> {
                    LinkKey key = entry.getKey();
                    observations.add(denied(key, entry.getValue(), onLink.getOrDefault(key.place(), 0)));
                });
    }

    private static CheckDenied denied(LinkKey key, Check check, int checkedOnLink) {
        return new CheckDenied(
                key.place(), key.address(), checkedOnLink, check.asker, check.deniers, check.seen.seen());
    }
}
