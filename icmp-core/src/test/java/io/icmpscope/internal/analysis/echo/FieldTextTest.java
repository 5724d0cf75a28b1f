package io.icmpscope.internal.analysis.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.internal.analysis.echo.FieldText.Field;
import io.icmpscope.internal.analysis.echo.TextRun.Longest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text, a character a request, in a field that nobody looks at. */
class FieldTextTest {

    private static final int PLAIN = 200; // no character, and so that the next value is a jump

    /** A request each 10 ms, of which one field has these values; the other fields count or stay. */
    private static List<FieldText> found(Field field, int... values) throws IOException {
        BiFunction<Integer, Integer, byte[]> request = switch (field) {
            case SEQUENCE -> (i, value) -> ping().identification(i).request(value);
            case TTL -> (i, value) -> ping().ttl(value).identification(i).request(i);
            default -> (i, value) -> ping().identification(value).request(i);
        };
        PingScene scene = new PingScene();
        for (int i = 0; i < values.length; i++) {
            scene.at(10 * i, request.apply(i, values[i]));
        }
        return Seen.in(scene).all(FieldText.class);
    }

    private static Ping ping() {
        return Ping.between("192.0.2.1", "192.0.2.2");
    }

    private static int[] values(String text, int shift) {
        return IntStream.concat(IntStream.of(PLAIN), text.chars().map(c -> c << shift))
                .toArray();
    }

    private static Longest inFrames(int from, int length, int different, int descents, int steps) {
        return new Longest(
                length,
                different,
                descents,
                steps,
                LongStream.range(from, from + Math.min(length, 10)).boxed().toList(),
                Instant.ofEpochSecond(1_000).plusMillis(10L * (from - 1)),
                Instant.ofEpochSecond(1_000).plusMillis(10L * (from + length - 2)));
    }

    /** Counted by hand: l, a, e and the point are smaller than what is before them; y and z count on. */
    @ParameterizedTest
    @CsvSource({"SEQUENCE, 0", "SEQUENCE, 8", "IDENTIFICATION, 0", "IDENTIFICATION, 8", "TTL, 0"})
    void aTextInOneFieldIsTold(Field field, int shift) throws IOException {
        FieldText expected = new FieldText(
                Seen.address("192.0.2.1"), Seen.address("192.0.2.2"), 0x1234, field, inFrames(2, 11, 11, 4, 2));
        assertEquals(List.of(expected), found(field, values("planet.xyz~", shift)));
    }

    /** Of the text of two with the repeated letter: six are smaller than the one before, none counts on. */
    @Test
    void charactersMayComeAgain() throws IOException {
        assertEquals(
                inFrames(2, 10, 8, 6, 0),
                found(Field.IDENTIFICATION, values("zebra zoo.", 0)).get(0).text());
    }

    @Test
    void eightCharactersAreATextAndSevenAreNone() throws IOException {
        assertEquals(1, found(Field.IDENTIFICATION, values("zebrasxa", 0)).size());
        assertEquals(List.of(), found(Field.IDENTIFICATION, values("zebrasx", 0)));
    }

    @Test
    void ofSeveralTextsTheLongestIsToldAndOfThoseTheFirst() throws IOException {
        int[] two = IntStream.concat(IntStream.of(values("wolframs", 0)), IntStream.of(values("longest texts", 0)))
                .toArray();
        assertEquals(13, found(Field.IDENTIFICATION, two).get(0).text().length());
        int[] equal = IntStream.concat(IntStream.of(values("wolframs", 0)), IntStream.of(values("gnawable", 0)))
                .toArray();
        assertEquals(
                List.of(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L),
                found(Field.IDENTIFICATION, equal).get(0).text().frames());
    }

    @Test
    void fieldsThatCountOrStayAreNoTextWhereverTheyBegin() throws IOException {
        assertEquals(List.of(), found(Field.SEQUENCE, IntStream.range(0, 300).toArray()));
        assertEquals(
                List.of(),
                found(Field.IDENTIFICATION, IntStream.range(0x20, 0x7F).toArray()));
        assertEquals(
                List.of(),
                found(Field.TTL, IntStream.generate(() -> 64).limit(30).toArray()));
    }

    @Test
    void aFieldThatJumpsAboutOutsideOfTextIsNone() throws IOException {
        assertEquals(
                List.of(),
                found(
                        Field.IDENTIFICATION,
                        IntStream.range(0, 100).map(i -> 0x8001 + 7 * i).toArray()));
    }
}
