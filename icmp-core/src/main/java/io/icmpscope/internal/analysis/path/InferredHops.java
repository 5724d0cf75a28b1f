package io.icmpscope.internal.analysis.path;

import io.icmpscope.internal.analysis.path.Answer.Kind;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Traceroute.Protocol;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The answers to probes that were not captured, and which hops they make. Traceroute by UDP counts its ports up from
 * 33434, so that the port tells the time to live; of echo requests and of other ports only the order is known.
 */
final class InferredHops implements Serializable {

    private static final int FIRST_PORT = 33_434;
    private static final int PORTS = 255 * 3;
    private static final int MOST = 128; // answers that are remembered
    private static final int[] PROBES_A_HOP = {3, 1, 2}; // the usual one first

    private final List<Guess> guesses = new ArrayList<>(1);
    private final Set<IpAddress> routers = new HashSet<>(2);

    void add(Answer answer, ProbeQuote quote) {
        if (guesses.size() == MOST || isCopy(answer, quote)) {
            return;
        }
        guesses.add(new Guess(answer, quote));
        if (answer.kind() == Kind.TRANSIT) {
            routers.add(answer.from());
        }
    }

    private boolean isCopy(Answer answer, ProbeQuote quote) {
        for (Guess guess : guesses) {
            if (guess.isCopy(answer, quote)) {
                return true;
            }
        }
        return false;
    }

    /** Whether any router let a probe expire. */
    boolean haveRouters() {
        return !routers.isEmpty();
    }

    /** Whether enough routers let probes expire; packets of a program that go in a circle do so at two routers. */
    boolean areTraced(Protocol protocol) {
        return routers.size() > 2 || (routers.size() == 2 && (protocol == Protocol.ICMP || hasTraceroutePorts()));
    }

    private boolean hasTraceroutePorts() {
        return guesses.stream()
                .allMatch(guess ->
                        guess.quote().port() >= FIRST_PORT && guess.quote().port() < FIRST_PORT + PORTS);
    }

    Hops hops(Protocol protocol) {
        int each = protocol == Protocol.UDP && hasTraceroutePorts() ? probesAHop() : 0;
        return each > 0 ? byPort(each) : byOrder(protocol);
    }

    /** How many probes each hop got, so that most routers stand at one hop, and most hops have one router; or 0. */
    private int probesAHop() {
        int best = 0;
        long fewest = routers.size(); // more contradictions than that, and ports say nothing
        for (int each : PROBES_A_HOP) {
            long contradictions = contradictions(each);
            if (contradictions < fewest) {
                best = each;
                fewest = contradictions;
            }
        }
        return best;
    }

    private long contradictions(int each) {
        Map<IpAddress, Set<Integer>> ttls = new HashMap<>();
        Map<Integer, Set<IpAddress>> here = new HashMap<>();
        for (Guess guess : guesses) {
            if (guess.answer().kind() == Kind.TRANSIT) {
                IpAddress router = guess.answer().from();
                ttls.computeIfAbsent(router, first -> new HashSet<>()).add(ttl(guess, each));
                here.computeIfAbsent(ttl(guess, each), first -> new HashSet<>()).add(router);
            }
        }
        return ttls.values().stream().filter(several -> several.size() > 1).count()
                + here.values().stream().filter(several -> several.size() > 1).count();
    }

    private static int ttl(Guess guess, int each) {
        return (guess.quote().port() - FIRST_PORT) / each + 1;
    }

    private Hops byPort(int each) {
        Hops hops = new Hops();
        guesses.forEach(guess -> add(hops, ttl(guess, each), guess));
        return hops;
    }

    /** Each router a hop, in the order of the probes; then who refused, then the destination. */
    private Hops byOrder(Protocol protocol) {
        Comparator<Guess> order = Comparator.comparing(guess -> guess.answer().kind());
        if (protocol == Protocol.ICMP) {
            int first = guesses.get(0).quote().sequenceNumber();
            order = order.thenComparingInt(
                    guess -> (short) (guess.quote().sequenceNumber() - first)); // they may begin again at 0
        }
        Hops hops = new Hops();
        Map<Object, Integer> ttls = new HashMap<>();
        guesses.stream().sorted(order).forEach(guess -> {
            Kind kind = guess.answer().kind();
            Object place = kind == Kind.TRANSIT ? guess.answer().from() : kind;
            Integer ttl = ttls.computeIfAbsent(place, next -> ttls.size() + 1);
            add(hops, ttl, guess);
        });
        return hops;
    }

    private static void add(Hops hops, int ttl, Guess guess) {
        hops.sent(ttl);
        hops.answered(ttl, guess.answer(), 0, -1);
    }
}
