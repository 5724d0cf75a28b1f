package io.icmpscope.internal.analysis.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The second of a time depends on the time alone, whichever was asked for before. */
class SecondsTest {

    private record Row(long nanos, long second) {}

    private static final List<Row> AROUND_FULL_SECONDS = List.of(
            new Row(0, 0),
            new Row(999_999_999, 0),
            new Row(1_000_000_000, 1),
            new Row(1_999_999_999, 1),
            new Row(2_000_000_000, 2),
            new Row(5_700_000_000L, 5),
            new Row(300_000_000, 0),
            new Row(5_000_000_000L, 5),
            new Row(4_999_999_999L, 4),
            new Row(-1, -1), // before 1970
            new Row(-1_000_000_000, -1),
            new Row(-1_000_000_001, -2),
            new Row(Long.MAX_VALUE, 9_223_372_036L), // in 2262
            new Row(-9_000_000_000_000_000_001L, -9_000_000_001L)); // more than 2^63 nanoseconds before

    @Test
    void timesLieInTheirSecondsForwardsAndBackwards() {
        List<Row> backwards = new ArrayList<>(AROUND_FULL_SECONDS);
        Collections.reverse(backwards);
        Seconds seconds = new Seconds();
        for (List<Row> rows : List.of(AROUND_FULL_SECONDS, backwards)) {
            for (Row row : rows) {
                assertEquals(row.second, seconds.of(row.nanos), row.toString());
            }
        }
    }
}
