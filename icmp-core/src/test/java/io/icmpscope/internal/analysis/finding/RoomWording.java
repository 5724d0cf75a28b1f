package io.icmpscope.internal.analysis.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the findings of a room say: beside each subclass stands its table, {@code wording.txt}. */
@TestInstance(Lifecycle.PER_CLASS) // so that it is the table of the subclass
public abstract class RoomWording {

    public Stream<Wording> recordings() throws IOException {
        return Wording.table(getClass(), "wording.txt");
    }

    @ParameterizedTest
    @MethodSource("recordings")
    public void ofARecordingTheFindingsSayWhatTheTableSays(Wording row) throws IOException {
        assertEquals(row.lines(), row.now());
    }
}
