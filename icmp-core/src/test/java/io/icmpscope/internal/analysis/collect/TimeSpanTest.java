package io.icmpscope.internal.analysis.collect;

import static io.icmpscope.internal.capture.Frame.NO_TIME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From when to when, although some frames have no time. */
class TimeSpanTest {

    @Test
    void itGoesFromTheEarliestToTheLatestInAnyOrder() {
        assertSpan(3, 9, span(5, 9, 3, 4));
        assertSpan(3, 9, span(3, 9));
        assertSpan(7, 7, span(7));
        assertSpan(-8, -2, span(-2, -8)); // before 1970
    }

    @Test
    void framesWithoutATimeDoNotCount() {
        assertSpan(5, 9, span(NO_TIME, 5, NO_TIME, 9, NO_TIME));
        assertNull(span(NO_TIME).first());
        assertNull(span(NO_TIME).last());
    }

    @Test
    void twoSpansMakeOne() {
        assertSpan(1, 9, sum(span(1, 2), span(8, 9)));
        assertSpan(1, 9, sum(span(8, 9), span(1, 2)));
        assertSpan(1, 9, sum(span(1, 9), span(4, 5)));
        assertSpan(4, 5, sum(span(4, 5), span()));
        assertSpan(4, 5, sum(span(), span(4, 5)));
        assertNull(sum(span(), span()).first());
    }

    @ParameterizedTest
    @CsvSource({
        "5, 8, 3",
        "-5, 8, 13",
        "0, 9223372036854775807, 9223372036854775807",
        "8, 8, 0",
    })
    void betweenTwoTimesThereAreNanoseconds(long earlier, long later, long nanos) {
        assertEquals(nanos, TimeSpan.since(earlier, later));
    }

    @ParameterizedTest
    @CsvSource({
        "8, 7", // the clock went back
        "-9223372036854775808, 7", // no time
        "7, -9223372036854775808",
        "-9223372036854775808, -9223372036854775808",
        "-1, 9223372036854775807", // 2^63 nanoseconds
        "-9223372036854775807, 9223372036854775807",
    })
    void orThereIsNoTellingHowMany(long earlier, long later) {
        assertEquals(NO_TIME, TimeSpan.since(earlier, later));
    }

    private static void assertSpan(long first, long last, TimeSpan span) {
        assertEquals(Instant.EPOCH.plusNanos(first), span.first());
        assertEquals(Instant.EPOCH.plusNanos(last), span.last());
    }

    private static TimeSpan span(long... nanos) {
        TimeSpan span = new TimeSpan();
        for (long time : nanos) {
            span.note(time);
        }
        return span;
    }

    private static TimeSpan sum(TimeSpan one, TimeSpan other) {
        one.addAll(other);
        return one;
    }
}
