package io.icmpscope.internal.analysis.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Ping;
import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.internal.capture.CaptureFormats;
import io.icmpscope.internal.packet.PacketPump;
import io.icmpscope.internal.packet.PacketView;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** Rules that look at eight bytes at a time say what a look at each byte would. */
class DataRulesTest {

    @Property(tries = 500)
    void aFillIsOneUpToItsFirstWrongByte(
            @ForAll @IntRange(min = 1, max = 100) int length,
            @ForAll @IntRange(max = 20) int from,
            @ForAll @IntRange(max = 255) int value,
            @ForAll @IntRange(max = 130) int wrong)
            throws IOException {
        check(length, from, wrong, at -> value + at, 4, Rule.COUNTS, value);
        check(length, from, wrong, at -> value, 1, Rule.ALIKE, value);
        check(length, from, wrong, at -> at % 2 == 0 ? value : 0x5A, 8, Rule.REPEATS, value);
        check(length, 0, wrong, at -> 'a' + at % 23, 8, Rule.CYCLE, 'a');
    }

    /** A word may overlap what looks like its beginning. */
    @Property(tries = 500)
    void aWordIsFoundWhereverItStandsAmongTheFirstBytes(
            @ForAll @IntRange(max = 90) int length, @ForAll @IntRange(max = 90) int at, @ForAll("words") String word)
            throws IOException {
        byte[] data = new byte[length];
        for (int i = 0; i < length; i++) {
            data[i] = (byte) word.charAt(i % 2);
        }
        byte[] text = word.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, data, Math.min(at, length), Math.max(0, Math.min(text.length, length - at)));
        String first = new String(data, 0, Math.min(64, length), StandardCharsets.US_ASCII);
        boolean found = holds(data, echo -> DataRules.contains(echo, Word.of(word)));
        assertEquals(first.contains(word), found);
        Statistics.label("word").collect(found);
        Statistics.label("word").coverage(c -> c.check(true).percentage(share -> share > 20));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of("WANG2", "SolarWinds", "aab", "abab", "ababc");
    }

    private enum Rule {
        COUNTS,
        ALIKE,
        REPEATS,
        CYCLE
    }

    private static void check(int length, int from, int wrong, IntUnaryOperator fill, int least, Rule rule, int value)
            throws IOException {
        byte[] data = new byte[length];
        for (int i = from; i < length; i++) {
            data[i] = (byte) fill.applyAsInt(i - from);
        }
        if (wrong < length) {
            data[wrong] ^= 1;
        }
        boolean seen = wrong >= from && wrong < length && (wrong < 64 || wrong >= length - 8);
        boolean expected = length - from >= least && !seen;
        boolean found = holds(data, echo -> switch (rule) {
            case COUNTS -> DataRules.counts(echo, from, value);
            case ALIKE -> DataRules.alike(echo, from, value);
            case REPEATS -> DataRules.repeats(echo, from, value, 0x5A);
            case CYCLE -> DataRules.countsWithin(echo, value, 23);
        });
        assertEquals(expected, found, () -> rule + " of " + length + " bytes from " + from + ", wrong at " + wrong);
        Statistics.label(rule.name()).collect(found);
        Statistics.label(rule.name()).coverage(c -> c.check(true).percentage(share -> share > 20));
    }

    static boolean holds(byte[] data, Predicate<PacketView> rule) throws IOException {
        byte[] request = Ping.between("10.0.0.1", "10.0.0.2").data(data).request(1);
        byte[] capture = Pcap.bigEndian().network(101).record(1, 0, request).bytes();
        try (PacketPump pump = new PacketPump(CaptureFormats.open(Sources.of(ByteBuffer.wrap(capture))))) {
            pump.next();
            return rule.test(pump.view());
        }
    }
}
