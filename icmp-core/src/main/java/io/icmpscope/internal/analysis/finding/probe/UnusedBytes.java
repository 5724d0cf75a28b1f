package io.icmpscope.internal.analysis.finding.probe;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.analysis.collect.Sightings;
import io.icmpscope.internal.analysis.collect.Spread;
import io.icmpscope.internal.packet.ErrorWord;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.AnalysisOptions;
import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who sends errors of one type whose unused bytes are not zero? */
public final class UnusedBytes implements Collector {

    private static final int MOST_DIFFERENT = 16;

    /**
     * Errors with something in their unused bytes.
     *
     * @param reporter who sent them
     * @param icmpVersion 4 for ICMP, 6 for ICMPv6
     * @param type their type
     * @param count how many
     * @param different how many different values there are, 16 at most
     * @param frames the frames of the first, 10 at most
     */
    record Found(
            IpAddress reporter,
            int icmpVersion,
            int type,
            long count,
            int different,
            List<Long> frames,
            @Nullable Instant firstTime,
            @Nullable Instant lastTime) {}

    private record Key(IpAddress reporter, int icmpVersion, int type)
            implements Spread.Key, Comparable<Key>, Serializable {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::reporter)
                .thenComparingInt(Key::icmpVersion)
                .thenComparingInt(Key::type);

        @Override
        public long spread() {
            return Spread.of(Spread.of(0, icmpVersion << 8 | type), reporter);
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class Words implements Serializable {
        final Sightings errors = new Sightings();
        final SortedSet<Integer> different = new TreeSet<>(); // the smallest

        void add(int word) {
            different.add(word);
            if (different.size() > MOST_DIFFERENT) {
                different.remove(different.last());
            }
        }

        void addAll(Words other) {
            errors.addAll(other.errors);
            other.different.forEach(this::add);
        }
    }

    private final KeptMap<Key, Words> seen;

    /**
     * Makes a tally of nothing.
     *
     * @param options how many reporters to keep
     */
    public UnusedBytes(AnalysisOptions options) {
        seen = new KeptMap<>(options.maxEntries());
    }

    @Override
    public void see(PacketView view) {
        if (!view.isError()) {
            return;
        }
        int word = ErrorWord.unused(view);
        Words words = word == 0 ? null : seen.of(new Key(view.source(), view.icmpVersion(), view.type()), Words::new);
        if (words != null) {
            words.errors.see(view);
            words.add(word);
        }
    }

    @Override
    public void merge(Collector other) {
        seen.merge(((UnusedBytes) other).seen, Words::addAll);
    }

    @Override
    public void contribute(ReportDraft draft) {
        seen.tellLimit("findings: senders of errors with unused bytes that are not zero", draft);
        new TreeMap<>(seen.kept())
                .forEach((key, words) -> draft.observations.add(new Found(
                        key.reporter,
                        key.icmpVersion,
                        key.type,
                        words.errors.count(),
                        words.different.size(),
                        words.errors.frames(),
                        words.errors.firstTime(),
                        words.errors.lastTime())));
    }
}
