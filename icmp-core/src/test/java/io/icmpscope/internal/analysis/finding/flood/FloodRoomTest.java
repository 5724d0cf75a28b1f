package io.icmpscope.internal.analysis.finding.flood;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.Trace;
import io.icmpscope.internal.analysis.finding.Merging;
import io.icmpscope.internal.analysis.finding.RoomThresholds;
import io.icmpscope.internal.analysis.finding.Rule;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What holds for all rules and collectors of this room. The values in the table of thresholds are those of the table of what
 * the findings say, which were checked.
 */
class FloodRoomTest extends RoomThresholds {

    @Test
    void theKindsAreTheseInTheOrderOfTheUsualList() {
        List<Rule> rules = List.of(
                new EchoFloodRule(),
                new ErrorFloodRule(),
                new BlackNurseRule(),
                new SmurfRule(),
                new ReflectionRule(),
                new BlindResetRule(),
                new BackscatterRule(),
                new MulticastRule(),
                new SideChannelRule());
        assertEquals(
                List.of(
                        "FLOOD-ECHO",
                        "FLOOD-ERROR",
                        "BLACKNURSE",
                        "SMURF",
                        "REFLECTION",
                        "BLIND-RESET",
                        "BACKSCATTER",
                        "MULTICAST-DESTINATION",
                        "SIDE-CHANNEL"),
                rules.stream().map(rule -> rule.kind().id()).toList());
    }

    @Test
    void halvesOfATallyAreTheWhole() throws IOException {
        Merging.assertTally(ClosedPortTally::new, ClosedPorts.class, "mtr4-ecmp");
        Merging.assertTally(RefusalTally::new, Refusals.class, "refused4");
        Merging.assertTally(RefusalTally::new, Refusals.class, "reset4");
        Merging.assertTally(ToldTally::new, Told.class, "fragments4-loss-far");
        Merging.assertTally(ToldTally::new, Told.class, "blacknurse4");
        Merging.assertTally(ToldTally::new, Told.class, errors());
    }

    /** What one host brings upon itself: pings of several hosts, and datagrams of several ports. */
    private static byte[] errors() {
        Scene scene = new Scene();
        for (int i = 0; i < 12; i++) {
            Ping ping = Ping.between("10.0.0.1", "10.0.2." + i);
            byte[] datagram = Trace.between("10.0.0.1", "10.0.3." + i).udp(64, 2000 + i, 3000 + i, 0);
            scene.now(ping.request(1))
                    .now(Trace.error("10.0.1." + i, 3, 1, ping.request(1)))
                    .now(Trace.error("10.0.1." + i, 3, 3, datagram))
                    .now(Scene.to("10.0.0.1", Trace.error("10.0.1.1", 3, 3, datagram)));
        }
        return scene.bytes();
    }

    @ParameterizedTest
    @CsvSource({"nmap4-os, busy seconds of receivers", "refused4, pairs of hosts whose TCP was refused"})
    void aFullTableIsNamed(String scene, String limit) throws IOException {
        assertTrue(Merging.limitsWithOneEntry(scene).contains("findings: " + limit));
    }
}
