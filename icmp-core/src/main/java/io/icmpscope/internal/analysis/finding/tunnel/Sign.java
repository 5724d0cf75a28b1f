package io.icmpscope.internal.analysis.finding.tunnel;

import io.icmpscope.internal.analysis.finding.Say;
import java.util.function.Function;

/** What speaks for a tunnel, and how much: one row each, the strongest first. */
enum Sign {
    CHANGED(35, seen -> Say.count(seen.changed()) + " replies carry other data than their requests"),
    EMBEDDED(35, Sign::embedded),
    PUSHED(15, seen -> Say.count(seen.unsolicited()) + " replies answer no request"),
    PATTERNS(15, seen -> Say.count(seen.requests().patterns()) + " pings have another pattern of data each"),
    LENGTHS(10, seen -> lengths(seen) + " different lengths of data"),
    UNKNOWN(10, seen -> "data that no known ping sends"),
    RANDOM(10, seen -> "bytes like those of encrypted or compressed data"),
    TEXT(10, seen -> "data of readable text"),
    LONG(10, seen -> "up to " + Say.count(longest(seen), "byte") + " of data"),
    NUMBERS(10, seen -> "identifiers or sequence numbers that do not count up"),
    SEVERAL(10, seen -> Say.count(seen.duplicates()) + " further replies to requests that were answered"),
    FAST(5, seen -> Say.number(seen.shown().count() / seen.shown().seconds()) + " messages a second"),
    LOPSIDED(5, seen -> "far more data in one direction than in the other");

    final int points;

    @SuppressWarnings("ImmutableEnumChecker") // the words are static functions
    private final Function<EchoDataSeen, String> words;

    Sign(int points, Function<EchoDataSeen, String> words) {
        this.points = points;
        this.words = words;
    }

    /** Without one of these it may be a ping with unusual data. */
    boolean isStrong() {
        return this == CHANGED || this == EMBEDDED || this == PUSHED;
    }

    String words(EchoDataSeen seen) {
        return words.apply(seen);
    }

    private static String embedded(EchoDataSeen seen) {
        Embedded example = seen.requests().example();
        Embedded other = seen.replies().example();
        Embedded what = example == null ? other : example;
        return Say.count(seen.requests().embedded() + seen.replies().embedded()) + " of "
                + Say.count(seen.requests().examined() + seen.replies().examined())
                + " messages that were looked at carry " + (what == null ? "another protocol" : what.what);
    }

    private static int lengths(EchoDataSeen seen) {
        return Math.max(seen.requests().lengths(), seen.replies().lengths());
    }

    private static int longest(EchoDataSeen seen) {
        return Math.max(seen.requests().longest(), seen.replies().longest());
    }
}
