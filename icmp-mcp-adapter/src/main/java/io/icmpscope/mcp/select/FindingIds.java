package io.icmpscope.mcp.select;

import io.icmpscope.FindingKinds;
import io.icmpscope.report.FindingKind;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of what can be found. */
public final class FindingIds {

    private static final int NEAR = 3;

    private FindingIds() {}

    /**
     * Lists all of them.
     *
     * @return each once
     */
    public static List<String> all() {
        return FindingKinds.all().stream().map(FindingKind::id).toList();
    }

    /**
     * Lists those that look most like one that does not exist.
     *
     * @param wrong any text, in capitals
     * @return three
     */
    public static List<String> near(String wrong) {
        Comparator<String> likeness = Comparator.comparingDouble(id -> likeness(pairs(id), pairs(wrong)));
        return all().stream().sorted(likeness.reversed()).limit(NEAR).toList();
    }

    /** The pairs of neighbouring letters that two have in common: Dice's coefficient. */
    private static double likeness(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return 2.0 * both.size() / (one.size() + other.size());
    }

    private static Set<String> pairs(String word) {
        Set<String> pairs = new HashSet<>();
        for (int at = 0; at < Math.min(word.length(), 100) - 1; at++) {
            pairs.add(word.substring(at, at + 2));
        }
        return pairs;
    }
}
