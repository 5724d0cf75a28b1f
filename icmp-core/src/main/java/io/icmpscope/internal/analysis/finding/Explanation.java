package io.icmpscope.internal.analysis.finding;

import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Listing;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
     * Leaves out what is explained.
     *
     * @param all all findings
     * @return those that no other one explains, in their order
     */
    static List<Finding> unexplained(List<Finding> all) {
        Map<String, List<Finding>> byId = all.stream().collect(Collectors.groupingBy(Finding::id));
        return all.stream().filter(finding -> !isExplained(finding, byId)).toList();
    }

    private static boolean isExplained(Finding finding, Map<String, List<Finding>> byId) {
        return ALL.stream()
                .filter(row -> row.explained.contains(finding.id()))
                .flatMap(row -> byId.getOrDefault(row.by, List.of()).stream())
                .anyMatch(other -> concernsTheSame(other, finding));
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
