package io.icmpscope.internal.analysis.finding.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Judged;
import io.icmpscope.internal.analysis.finding.Pinned;
import io.icmpscope.internal.analysis.finding.Wording;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that findings say of packets made by hand, where the lab has no recording. The packets were written to files, and
 * the display filters in the table given to tshark, which shows the frames that the table names; the sentences were read.
 */
class PacketHandmadeTest {

    private static Stream<Wording> handmade() throws IOException {
        return Wording.table(PacketHandmadeTest.class, "handmade.txt");
    }

    @ParameterizedTest
    @MethodSource("handmade")
    void ofPacketsMadeByHandTheFindingsSayWhatTheTableSays(Wording row) throws IOException {
        assertEquals(
                row.lines(), Wording.of(Judged.of(Captures.scene(row.capture())).of(row.kind())));
    }

    private static Stream<Pinned> thresholds() throws IOException {
        return Pinned.table(PacketHandmadeTest.class, "handmade-thresholds.txt");
    }

    @ParameterizedTest
    @MethodSource("thresholds")
    void whatIsMeasuredReachesAThresholdOfItsOwnValue(Pinned row) throws IOException {
        assertEquals(row, row.now(Captures.scene(row.capture())));
    }
}
