package io.icmpscope.internal.analysis.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.LimitHit;
import io.icmpscope.report.Limits;
import io.icmpscope.report.Listing;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void theHighestCountComesFirstAndEqualOnesInTheirOrder() {
        Tally<String> tally = tally(10, "c", "a", "b", "b", "d", "a");
        tally.of("d").messages += 5;
        assertEquals(List.of("d6", "a2", "b2", "c1"), text(tally).entries());
        assertEquals(0, text(tally).omitted());
    }

    @Test
    void aListIsCutAndSaysByHowMuch() {
        Tally<String> tally = tally(10, "c", "a", "b", "b");
        Listing<String> listed = tally.byCount(2, (key, counts) -> key + counts.messages);
        assertEquals(List.of("b2", "a1"), listed.entries());
        assertEquals(1, listed.omitted());
        assertFalse(listed.estimated());
    }

    @Test
    void twoTalliesMakeOne() {
        Tally<String> tally = tally(10, "a", "b");
        tally.merge(tally(10, "b", "c"));
        assertEquals(List.of("b2", "a1", "c1"), text(tally).entries());
    }

    @Test
    void limitsBoundWhatIsKeptAndCountsByTypeHaveNone() throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < 50; i++) {
            scene.at(i, Ping.between("10.0.0." + i, "192.0.2.1").request(1));
        }
        IcmpReport report = scene.report(AnalysisOptions.defaults()
                .withLimits(Limits.defaults().withEntries(10).withSessions(10)));
        assertEquals(10, report.echo().sessions().entries().size());
        assertTrue(report.echo().sessions().omitted() > 0);
        assertEquals(10, report.statistics().sources().entries().size());
        assertEquals(11, report.statistics().talkers().entries().size(), "and who all of them asked");
        assertEquals(50, report.statistics().talkers().entries().get(0).received(), "however many others there are");
        assertEquals(10, report.statistics().pairs().entries().size());
        assertTrue(report.statistics().pairs().estimated());
        assertEquals(
                List.of("pairs of addresses", "source addresses"),
                report.limitsHit().stream()
                        .map(LimitHit::limit)
                        .filter(limit -> limit.contains("address"))
                        .toList());
        assertEquals(50, report.statistics().byType().get(0).count());
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

    private static Tally<String> tally(int maxKeys, String... sightings) {
        Tally<String> tally = new Tally<>(maxKeys, key -> Spread.of(0, key.hashCode()));
        for (String key : sightings) {
            tally.of(key).messages++;
        }
        return tally;
    }

    private static Listing<String> text(Tally<String> tally) {
        return tally.byCount(10, (key, counts) -> key + counts.messages);
    }
}
