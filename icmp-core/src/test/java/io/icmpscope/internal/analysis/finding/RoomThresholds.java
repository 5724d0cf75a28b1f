package io.icmpscope.internal.analysis.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The thresholds of a room of findings: beside each subclass stands its table, {@code thresholds.txt}. */
@TestInstance(Lifecycle.PER_CLASS) // so that it is the table of the subclass
public abstract class RoomThresholds {

    public Stream<Pinned> thresholds() throws IOException {
        return Pinned.table(getClass(), "thresholds.txt");
    }

    @ParameterizedTest
    @MethodSource("thresholds")
    public void whatIsMeasuredReachesAThresholdOfItsOwnValue(Pinned row) throws IOException {
        assertEquals(row, row.now());
    }
}
