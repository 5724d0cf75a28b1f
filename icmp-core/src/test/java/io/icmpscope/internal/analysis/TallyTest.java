package io.icmpscope.internal.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Ping;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Listing;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void theHighestCountComesFirstAndEqualOnesInTheirOrder() {
        Tally<String> tally = new Tally<>(10);
        for (String key : List.of("c", "a", "b", "b", "d", "a")) {
            tally.of(key).first++;
        }
        tally.of("d").second += 5;
        assertEquals(List.of("d6", "a2", "b2", "c1"), text(tally).entries());
        assertEquals(
                List.of("a", "b", "c", "d"), tally.byKey((key, counts) -> key).entries());
        assertEquals(0, text(tally).omitted());
    }

    @Test
    void knownKeysAreCountedOnWhenThereIsNoRoomForNewOnes() {
        Tally<String> tally = new Tally<>(2);
        for (String key : List.of("a", "b", "c", "a", "d", "b", "c")) {
            tally.of(key).first++;
        }
        assertEquals(List.of("a2", "b2"), text(tally).entries());
        assertTrue(text(tally).omitted() > 0, "what was left out is told");
    }

    @Test
    void aCapOnSessionsBoundsWhatIsListedAndTellsTheRest() throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < 50; i++) {
            scene.at(i, Ping.between("10.0.0." + i, "192.0.2.1").request(1));
        }
        IcmpReport report = scene.report(AnalysisOptions.defaults().withMaxEntries(10));
        assertEquals(10, report.echo().sessions().entries().size());
        assertTrue(report.echo().sessions().omitted() >= 40);
        assertEquals(10, report.statistics().talkers().entries().size());
        assertEquals(10, report.statistics().pairs().entries().size());
        assertEquals(40, report.statistics().pairs().omitted());
        assertEquals(50, report.statistics().byType().get(0).count(), "counts by type have no cap");
        assertEquals(50, report.icmpPackets());
    }

    @Test
    void theSameCaptureGivesTheSameReport() throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < 300; i++) {
            Ping ping = Ping.between("10.0.0." + i % 7, "10.0.1." + i % 11).identifier(i % 5);
            scene.at(i, ping.request(i)).at(i + 0.5, ping.reply(i));
        }
        assertEquals(scene.report(), scene.report());
    }

    private static Listing<String> text(Tally<String> tally) {
        return tally.byCount((key, counts) -> key + counts.both());
    }
}
