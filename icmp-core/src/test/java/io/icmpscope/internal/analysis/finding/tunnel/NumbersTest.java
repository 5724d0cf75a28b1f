package io.icmpscope.internal.analysis.finding.tunnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Identifiers, sequence numbers and lengths, one after the other, and what is said of them. */
class NumbersTest {

    /** Numbers of one ping follow each other in steps of 1 to 16, in one byte order or the other. */
    @ParameterizedTest
    @CsvSource({
        "7:5, 0",
        "7:5 7:6, 0",
        "7:0 7:1, 0",
        "7:5 7:5, 100",
        "7:5 7:4, 100",
        "7:5 7:21, 0",
        "7:5 7:22, 100",
        "7:65535 7:0, 0",
        "7:256 7:512 7:768, 0",
        "7:65280 7:1, 0",
        "7:256 7:4352, 0",
        "7:256 7:4608, 100",
        "7:1 8:1 7:2 8:2 8:3, 25",
        "7:1 7:2 7:3 7:9000, 33.333"
    })
    void theShareOfNumbersThatDoNotFollow(String pings, double percent) {
        Numbers numbers = new Numbers();
        for (String ping : pings.split(" ")) {
            String[] both = ping.split(":");
            numbers.request(Integer.parseInt(both[0]), Integer.parseInt(both[1]));
        }
        assertEquals(percent, numbers.irregularPercent(), 0.001);
    }

    @Test
    void sixteenIdentifiersAreKeptInTheirOrder() {
        Numbers numbers = new Numbers();
        for (int i = 0; i < 15; i++) {
            numbers.request(100 - i, 1);
            numbers.request(100 - i, 2);
        }
        numbers.reply(3);
        assertEquals(
                Stream.concat(IntStream.range(0, 15).mapToObj(i -> 100 - i), Stream.of(3))
                        .toList(),
                numbers.identifiers());
        assertFalse(numbers.hasMore());
        numbers.reply(100);
        assertFalse(numbers.hasMore());
        numbers.reply(4);
        assertTrue(numbers.hasMore());
        assertEquals(16, numbers.identifiers().size());
    }

    /** A reply alone is not what a request follows. */
    @Test
    void aRequestDoesNotFollowAReply() {
        Numbers numbers = new Numbers();
        numbers.reply(7);
        numbers.request(7, 1);
        numbers.request(7, 2);
        assertEquals(0, numbers.irregularPercent());
        assertEquals(List.of(7), numbers.identifiers());
    }

    @Test
    void requestsOfIdentifiersBeyondTheSixteenthFollowNone() {
        Numbers numbers = new Numbers();
        for (int i = 0; i < 16; i++) {
            numbers.request(i, 1);
        }
        numbers.request(99, 1);
        numbers.request(99, 2);
        assertEquals(100, numbers.irregularPercent());
    }

    /** Up or down step by step, or closing in on one length. */
    @ParameterizedTest
    @CsvSource({
        "10, 1, 10, false",
        "10 10 10, 1, 10, false",
        "10 20, 2, 20, false",
        "10 20 30, 3, 30, true",
        "0 5 10, 3, 10, true",
        "30 20 10, 3, 30, true",
        "100 200 150 175, 4, 200, true",
        "10 20 10 20, 2, 20, true",
        "10 20 9, 3, 20, false",
        "10 20 15 25 35 45 55 65 75 85, 10, 85, true",
        "10 20 15 25 35 45 55 65 75, 9, 75, false",
        "90 80 85 75 65 55 45 35 25 15, 10, 90, true"
    })
    void theSearchForAnMtuIsKnownByTheOrderOfLengths(String lengths, int different, int longest, boolean sweep) {
        Lengths seen = new Lengths();
        Stream.of(lengths.split(" ")).map(Integer::valueOf).forEach(seen::add);
        assertEquals(different, seen.different());
        assertEquals(longest, seen.longest());
        assertEquals(sweep, seen.isSweep());
    }

    @Test
    void ofManyLengths32AreToldApart() {
        Lengths seen = new Lengths();
        IntStream.range(0, 31).forEach(seen::add);
        assertEquals(31, seen.different());
        IntStream.range(0, 40).forEach(seen::add);
        assertEquals(32, seen.different());
    }
}
