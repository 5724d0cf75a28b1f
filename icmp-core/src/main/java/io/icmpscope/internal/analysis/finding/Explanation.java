package io.icmpscope.internal.analysis.finding;

import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Listing;
import java.util.List;
import java.util.Set;

/**
 * A finding that says why there is another one: who reads the first need not read the second. That a tunnel's messages do not
 * pair as those of a ping do is no loss.
 *
 * @param by the finding that says why
 * @param explained the findings that are left out when they are about the same addresses
 */
public record Explanation(String by, Set<String> explained) {

    private static final Set<String> OF_PINGS = Set.of("LOSS", "LATENCY", "LATE", "DUPLICATES", "REORDERED");

    /** The one list of what explains what. */
    public static final List<Explanation> ALL = List.of(
            new Explanation("TUNNEL", OF_PINGS),
            new Explanation("TUNNEL-KNOWN", OF_PINGS),
            new Explanation("FLOOD-ECHO", OF_PINGS),
            new Explanation("SMURF", OF_PINGS),
            new Explanation("EXFILTRATION", Set.of("LOSS")),
            new Explanation("ROUTING-LOOP", Set.of("LOSS", "TTL-EXPIRED")),
            new Explanation("PMTU-BLACKHOLE", Set.of("LOSS", "PMTU")),
            new Explanation("PTB-TINY", Set.of("PMTU")),
            new Explanation("SWEEP", Set.of("LOSS")),
            new Explanation("SCAN-UDP", Set.of("UNREACHABLE-PORT")),
            new Explanation("FLOOD-ERROR", Set.of("UNREACHABLE-PORT")),
            new Explanation("BLACKNURSE", Set.of("UNREACHABLE-PORT")),
            new Explanation("BLIND-RESET", Set.of("UNREACHABLE-PORT")));

    /** Keeps a copy of the set. */
    public Explanation {
        explained = Set.copyOf(explained);
    }

    /**
     * Says whether a finding is explained by one of some others.
     *
     * @param finding the finding
     * @param others all findings, the finding itself included
     * @return whether it can be left out
     */
    static boolean isThereFor(Finding finding, List<Finding> others) {
        return others.stream()
                .anyMatch(other -> ALL.stream()
                        .anyMatch(row -> row.by.equals(other.id())
                                && row.explained.contains(finding.id())
                                && concernsTheSame(other, finding)));
    }

    /** Both name the same pair; or the first of those that the one is about, when it cannot name them all. */
    private static boolean concernsTheSame(Finding by, Finding finding) {
        Listing<IpAddress> known = by.evidence().addresses();
        List<IpAddress> about = finding.evidence().addresses().entries();
        if (about.isEmpty() || known.entries().isEmpty()) {
            return false;
        }
        List<IpAddress> pair = about.subList(0, Math.min(2, about.size()));
        return known.entries().containsAll(pair)
                || (known.omitted() > 0 && pair.contains(known.entries().get(0)));
    }
}
