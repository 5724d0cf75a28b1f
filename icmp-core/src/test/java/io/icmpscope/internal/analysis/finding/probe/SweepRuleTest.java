package io.icmpscope.internal.analysis.finding.probe;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Judged;
import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.handmade.Trace;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SweepRuleTest {

    private static final String ASKER = "10.9.9.9";
    private static final IntFunction<String> IN_A_ROW = i -> "10.0.0." + (i + 1);
    private static final IntFunction<String> SCATTERED = i -> "10.0." + i + "." + (7 * i % 250 + 1);

    @Test
    void addressesInARowThatDoNotAnswerAreASweep() throws IOException {
        Finding sweep = Judged.of(asked(20, 100, IN_A_ROW).bytes()).only("SWEEP");
        assertEquals(Severity.MEDIUM, sweep.severity());
        assertEquals(Confidence.HIGH, sweep.confidence());
        assertEquals("10.9.9.9 asked 20 hosts, consistent with a sweep", sweep.title());
        assertEquals(20, sweep.evidence().count());
        assertEquals(
                LongStream.rangeClosed(1, 10).boxed().toList(), sweep.evidence().frames());
        assertEquals(20, sweep.evidence().measured().value());
        assertEquals("icmp.type == 8 && ip.src == 10.9.9.9", sweep.displayFilter());
    }

    @Test
    void fifteenHostsAreNone() throws IOException {
        assertEquals(List.of(), Judged.of(asked(15, 100, IN_A_ROW).bytes()).of("SWEEP"));
    }

    @Test
    void theThresholdIsTheCallers() throws IOException {
        AnalysisOptions options = AnalysisOptions.defaults().withThreshold("SWEEP.hosts", 15);
        assertEquals(
                1,
                Judged.of(asked(15, 100, IN_A_ROW).bytes(), options).of("SWEEP").size());
    }

    @Test
    void hostsThatAreAskedSlowlyAreNoneUntilTheyAreMany() throws IOException {
        assertEquals(List.of(), Judged.of(asked(63, 30_000, SCATTERED).bytes()).of("SWEEP"));
        Finding slow = Judged.of(asked(64, 30_000, SCATTERED).bytes()).only("SWEEP");
        assertEquals(Severity.MEDIUM, slow.severity());
        assertEquals("hosts_in_capture", slow.evidence().measured().metric());
    }

    @Test
    void oneIdentifierForAllHostsAndOneForEachAreTheSame() throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < 16; i++) {
            scene.at(i, Ping.between(ASKER, IN_A_ROW.apply(i)).identifier(i).request(1));
        }
        assertEquals(16, Judged.of(scene.end().bytes()).only("SWEEP").evidence().count());
    }

    @Test
    void hostsThatAllAnswerMayBeMonitored() throws IOException {
        Finding once = Judged.of(rounds(1, SCATTERED).bytes()).only("SWEEP");
        assertEquals(Severity.LOW, once.severity());
        assertTrue(once.title().contains("monitoring"), once.title());
        Finding again = Judged.of(rounds(3, IN_A_ROW).bytes()).only("SWEEP");
        assertEquals(Severity.INFO, again.severity());
        assertTrue(again.title().contains("monitoring"), again.title());
    }

    @Test
    void addressesInARowThatNearlyAllAnswerAreLow() throws IOException {
        assertEquals(Severity.LOW, inARow(18).severity());
        assertEquals(Severity.MEDIUM, inARow(17).severity());
    }

    /** One request each to 20 hosts, of which the first answer. */
    private static Finding inARow(int answering) throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < 20; i++) {
            Ping ping = Ping.between(ASKER, IN_A_ROW.apply(i));
            scene.at(10 * i, ping.request(1));
            if (i < answering) {
                scene.at(10 * i + 1, ping.reply(1));
            }
        }
        return Judged.of(scene.end().bytes()).only("SWEEP");
    }

    /** Of a monitor whose answers went another way. */
    @Test
    void regularRoundsWithoutAnyAnswerAreNoMoreThanLow() throws IOException {
        PingScene scene = new PingScene();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 20; i++) {
                scene.at(
                        60_000 * round + i,
                        Ping.between(ASKER, SCATTERED.apply(i)).request(round));
            }
        }
        assertEquals(Severity.LOW, Judged.of(scene.end().bytes()).only("SWEEP").severity());
    }

    @Test
    void aSweepOfIpv6IsOne() throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < 16; i++) {
            scene.at(i, Ping.between("2001:db8::9", "2001:db8:1::" + (i + 1)).request(i));
        }
        Finding sweep = Judged.of(scene.end().bytes()).only("SWEEP");
        assertEquals("icmpv6.type == 128 && ipv6.src == 2001:db8::9", sweep.displayFilter());
    }

    @Test
    void otherQuestionsToOtherHostsCountToo() throws IOException {
        PingScene scene = asked(8, 10, IN_A_ROW);
        byte[] timestamp = join(hex("0d00 0000 0001 0001"), zeros(12));
        for (int i = 8; i < 16; i++) {
            scene.at(10 * i, Packets.packet(ASKER, IN_A_ROW.apply(i), timestamp));
        }
        Finding sweep = Judged.of(scene.bytes()).only("SWEEP");
        assertEquals("icmp.type in {8, 13} && ip.src == 10.9.9.9", sweep.displayFilter());
    }

    @Test
    void tracesOfManyPathsAreNone() throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < 20; i++) {
            byte[] probe = Ping.between(ASKER, IN_A_ROW.apply(i)).ttl(1).request(1);
            scene.at(100 * i, probe).at(100 * i + 1, Trace.expired("10.9.9.1", probe));
        }
        assertEquals(List.of(), Judged.of(scene.end().bytes()).of("SWEEP"));
    }

    @Test
    void groupsAreNoHosts() throws IOException {
        assertEquals(
                List.of(), Judged.of(asked(40, 10, i -> "224.0.1." + i).bytes()).of("SWEEP"));
    }

    @Test
    void twoHostsThatAskFewEachAreNone() throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < 20; i++) {
            scene.at(i, Ping.between("10.9.9." + i % 2, IN_A_ROW.apply(i)).request(1));
        }
        assertEquals(List.of(), Judged.of(scene.end().bytes()).of("SWEEP"));
    }

    @Test
    void aRecordedSearchOfANetworkIsFound() throws IOException {
        Finding sweep = Judged.corpus("fa5b50984c_hs-icmpScan.pcapng").only("SWEEP");
        assertEquals(Severity.MEDIUM, sweep.severity());
        assertEquals(256, sweep.evidence().measured().value());
    }

    private static PingScene asked(int hosts, double millis, IntFunction<String> host) {
        PingScene scene = new PingScene();
        Ping ping = Ping.between(ASKER, ASKER);
        for (int i = 0; i < hosts; i++) {
            scene.at(millis * i, ping.asked(host.apply(i)).request(i));
        }
        return scene.end();
    }

    private static PingScene rounds(int rounds, IntFunction<String> host) {
        PingScene scene = new PingScene();
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < 20; i++) {
                Ping ping = Ping.between(ASKER, host.apply(i));
                scene.at(60_000 * round + i, ping.request(round)).at(60_000 * round + i + 0.5, ping.reply(round));
            }
        }
        return scene.end();
    }
}
