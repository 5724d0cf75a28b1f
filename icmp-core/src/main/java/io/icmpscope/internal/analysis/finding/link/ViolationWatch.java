package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.internal.analysis.collect.Observations;
import io.icmpscope.internal.analysis.collect.Sightings;
import io.icmpscope.report.Problem;
import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which messages break the rules by which receivers tell good ones? */
final class ViolationWatch implements Watch {

    private static final Set<String> ABOUT_PACKETS = Set.of("ipv4", "ipv6", "ethernet");
    private static final Set<String> ABOUT_CAPTURES =
            Set.of("its captured bytes end too early", "further options are not kept");

    private static final class Breach implements Serializable {
        private final Sightings seen = new Sightings();
        private @Nullable Problem problem;
    }

    private final KeptMap<LinkKey, Breach> breaches;

    ViolationWatch(int most) {
        breaches = new KeptMap<>(most);
    }

    @Override
    public void see(LinkMessage message) {
        for (Problem problem : message.problems()) {
            if (isOfTheSender(message, problem)) {
                String word = message.type() + " " + problem.layer() + " " + size(problem) + " " + problem.message();
                Breach breach = breaches.of(new LinkKey(message.place(), message.source(), word), Breach::new);
                if (breach != null) {
                    breach.problem = problem;
                    breach.seen.see(message.frame(), message.nanos());
                }
            }
        }
    }

    /** The end of a frame that was cut looks like that of a message that is too short. */
    private static boolean isOfTheSender(LinkMessage message, Problem problem) {
        boolean endOfTheList = problem.message().equals(Rulings.LIST_ENDS) && problem.had() > 0;
        return !ABOUT_PACKETS.contains(problem.layer())
                && !ABOUT_CAPTURES.contains(problem.message())
                && (message.whole() || !endOfTheList);
    }

    /** Tells apart what attacks differ in from mistakes: nothing, and an even number of units. */
    private static String size(Problem problem) {
        return problem.had() == 0 ? "none" : Rulings.isEven(problem.had()) ? "even" : "odd";
    }

    @Override
    public void tell(Observations observations) {
        breaches.kept().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> tell(entry.getKey(), entry.getValue(), observations));
    }

    private static void tell(LinkKey key, Breach breach, Observations observations) {
        Problem problem = breach.problem;
        if (problem != null) {
            int type = Integer.parseInt(key.word().substring(0, key.word().indexOf(' ')));
            observations.add(new Violation(
                    key.place(),
                    key.address(),
                    type,
                    problem.layer(),
                    problem.message(),
                    problem.had(),
                    breach.seen.seen()));
        }
    }
}
