package io.icmpscope.internal.analysis.link;

import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.report.Listing;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What was said about each of a few things, the latest word on each. Of more than {@value LinkTables#MAX_IN_AN_ENTRY} things
 * those with the smallest spread are kept, so that it is known how many there were.
 *
 * @param <K> the things
 * @param <W> what is said of them
 */
final class Words<K extends Comparable<K>, W> implements Serializable {

    private static final class Word<W> implements Serializable {
        private long position = -1; // among the things in the order in which they were heard of
        private @Nullable W latest;
    }

    private record Said<K, W>(long position, K about, W latest) {}

    private @Nullable KeptMap<K, Word<W>> words; // most entries never need one
    private long positions;

    Words() {}

    /** Returns the latest word on a thing; null when there is none, or it is not kept. */
    @Nullable
    W on(K about) {
        Word<W> known = words == null ? null : words.get(about);
        return known == null ? null : known.latest;
    }

    void say(K about, W latest) {
        KeptMap<K, Word<W>> known = words;
        if (known == null) {
            known = new KeptMap<>(LinkTables.MAX_IN_AN_ENTRY);
            words = known;
        }
        Word<W> word = known.of(about, Word::new);
        if (word != null) {
            word.position = word.position < 0 ? positions++ : word.position;
            word.latest = latest;
        }
    }

    boolean isEmpty() {
        return words == null;
    }

    /** Lists things in the order in which they were heard of. */
    <T> Listing<T> listing(BiFunction<K, W, T> entry) {
        if (words == null) {
            return Listing.whole(List.of());
        }
        Listing<Said<K, W>> said = words.listing(
                LinkTables.MAX_IN_AN_ENTRY,
                (about, word) -> new Said<>(word.position, about, Objects.requireNonNull(word.latest)),
                Comparator.comparingLong(Said::position));
        return new Listing<>(
                said.entries().stream()
                        .map(one -> entry.apply(one.about, one.latest))
                        .toList(),
                said.omitted(),
                said.estimated());
    }
}
