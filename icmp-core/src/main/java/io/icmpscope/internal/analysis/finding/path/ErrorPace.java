package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.internal.analysis.collect.Spread;
import io.icmpscope.message.IpAddress;
import java.io.Serializable;

/**
 * How evenly the errors of one reporter about one host follow each other.
 *
 * @param pair whose errors about whom
 * @param gaps how many gaps between two errors there were, those of the first errors left out
 * @param meanSeconds how long a gap lasted on average
 * @param variation the standard deviation of the gaps by their mean: 0 for a clock, about 1 for chance
 * @param unanswered how many echo requests went without an error between two that got one, by their sequence numbers
 * @param otherPorts how many errors are about another port than the error before
 * @param seen the errors
 */
record ErrorPace(
        Pair pair, long gaps, double meanSeconds, double variation, long unanswered, long otherPorts, Seen seen) {

    /**
     * Whose errors about whom.
     *
     * @param reporter who sends them
     * @param type their type
     * @param source whose packets they are about
     */
    record Pair(IpAddress reporter, int type, IpAddress source) implements Spread.Key, Comparable<Pair>, Serializable {

        @Override
        public long spread() {
            return Spread.of(Spread.of(Spread.of(0, reporter), type), source);
        }

        @Override
        public int compareTo(Pair other) {
            int byReporter = reporter.compareTo(other.reporter);
            int byType = Integer.compare(type, other.type);
            return byReporter != 0 ? byReporter : byType != 0 ? byType : source.compareTo(other.source);
        }
    }
}
