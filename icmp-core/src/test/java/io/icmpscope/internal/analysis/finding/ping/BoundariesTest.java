package io.icmpscope.internal.analysis.finding.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Judged;
import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At a threshold, and just before it. */
class BoundariesTest {

    private static final Ping PING = Ping.between("192.0.2.1", "192.0.2.2");

    private static PingScene answered(int pings) {
        PingScene scene = new PingScene();
        for (int i = 0; i < pings; i++) {
            scene.at(10_000 * i, PING.request(i)).at(10_000 * i + 5, PING.reply(i));
        }
        return scene;
    }

    @ParameterizedTest
    @CsvSource({"60, LOW, percent_of_answered, 5, 5", "61, INFO, answers, 3, 3"})
    void threeDuplicatesAreOneInTwentyOfSixty(int pings, Severity severity, String metric, double value, double from)
            throws IOException {
        PingScene scene = answered(pings);
        for (int i = 0; i < 3; i++) {
            scene.at(10_000 * i + 1_000, PING.reply(i));
        }
        Finding found = Judged.of(scene.bytes()).only("DUPLICATES");
        assertEquals(severity, found.severity());
        assertEquals(new Finding.Measured(metric, value, from), found.evidence().measured());
    }

    @Test
    void oneAnsweredRequestIsToldAsOne() throws IOException {
        PingScene scene = new PingScene().at(0, PING.request(1)).at(4_001, PING.reply(1));
        String late = Judged.of(scene.bytes()).only("LATE").summary();
        assertTrue(late.endsWith("; 1 of its requests was answered."), late);
    }

    @ParameterizedTest
    @CsvSource({"50, 250, 250", "20, 200, 200"})
    void theUsualRoundTripDecidesWhatIsSlow(double usual, double last, double threshold) throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < 10; i++) {
            scene.at(2_000 * i, PING.request(i)).at(2_000 * i + (i < 9 ? usual : last), PING.reply(i));
        }
        assertEquals(
                new Finding.Measured("rtt_p95_ms", last, threshold),
                Judged.of(scene.bytes()).only("LATENCY").evidence().measured());
    }

    @Test
    void jitterOfTheThresholdIsEnough() throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < 20; i++) {
            scene.at(1_000 * i, PING.request(i)).at(1_000 * i + (i % 2 == 0 ? 50 : 150), PING.reply(i));
        }
        byte[] capture = scene.bytes();
        double jitter = Judged.of(capture).only("LATENCY").evidence().measured().value();
        assertEquals(100 * (1 - Math.pow(15 / 16.0, 19)), jitter, 0.000_01, "RFC 3550, appendix A.8");
        assertEquals(1, unsteady(capture, jitter));
        assertEquals(0, unsteady(capture, Math.nextUp(jitter)));
    }

    private static int unsteady(byte[] capture, double jitter) throws IOException {
        AnalysisOptions options = AnalysisOptions.defaults().withThreshold("LATENCY.jitter", jitter);
        return Judged.of(capture, options).of("LATENCY").size();
    }

    @Test
    void ofSeveralUnsteadyPingsTheSlowestIsTold() throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < 30; i++) {
            Ping ping = PING.identifier(1 + i / 10);
            int slow = i == 9 ? 300 : i == 19 ? 900 : 600;
            scene.at(2_000 * i, ping.request(i)).at(2_000 * i + (i % 10 == 9 ? slow : 20), ping.reply(i));
        }
        PING.identifier(0x1234);
        assertEquals(
                900,
                Judged.of(scene.bytes()).only("LATENCY").evidence().measured().value());
    }

    @ParameterizedTest
    @CsvSource({"2, false", "3, true"})
    void aRunOfThreeLostRequestsIsTold(int lost, boolean told) throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < 20; i++) {
            scene.at(1_000 * i, PING.request(i));
            if (i >= lost) {
                scene.at(1_000 * i + 5, PING.reply(i));
            }
        }
        String loss = Judged.of(scene.end().bytes()).only("LOSS").summary();
        assertEquals(told, loss.contains(" The longest run of lost requests is 3, sent from"), loss);
    }

    /** A request at the end of a capture may still be answered. */
    @Test
    void whatMayStillBeAnsweredIsNotSettled() throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < 20; i++) {
            scene.at(1_000 * i, PING.request(i));
            if (i > 0 && i < 19) {
                scene.at(1_000 * i + 5, PING.reply(i));
            }
        }
        Finding loss = Judged.of(scene.bytes()).only("LOSS");
        assertEquals(1, loss.evidence().count());
        assertEquals(List.of(1L), loss.evidence().frames());
        assertTrue(loss.summary().startsWith("1 of 19 requests "), loss::summary);
    }

    /** Each number sent twice is no flood, three times may be one. */
    @ParameterizedTest
    @CsvSource({"2, 1", "3, 0"})
    void whoSendsMoreAgainThanAnewIsNotJudged(int times, int findings) throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < 10; i++) {
            for (int time = 0; time < times; time++) {
                scene.at(20_000 * i + 1_000 * time, PING.request(i));
            }
            if (i > 4) {
                scene.at(20_000 * i + 3_500, PING.reply(i));
            }
        }
        assertEquals(findings, Judged.of(scene.end().bytes()).of("LOSS").size());
    }
}
