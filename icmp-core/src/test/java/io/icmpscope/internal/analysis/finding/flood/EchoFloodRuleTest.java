package io.icmpscope.internal.analysis.finding.flood;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Judged;
import io.icmpscope.handmade.Pcapng;
import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.Limits;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EchoFloodRuleTest {

    private static final String TARGET = "203.0.113.5";
    private static final Ping PING = Ping.between("198.51.100.7", TARGET);

    @Test
    void hundredsOfRequestsASecondAreFound() throws IOException {
        Finding flood = new Scene().rate(250, 750, PING::request).judged().only("FLOOD-ECHO");
        assertEquals(Severity.MEDIUM, flood.severity());
        assertEquals(750, flood.evidence().count());
        assertEquals(TARGET, flood.evidence().addresses().entries().get(0).toString());
        assertEquals(1L, flood.evidence().frames().get(0));
        assertTrue(flood.summary().contains("one host, 198.51.100.7; 0 %"), flood::summary);
    }

    @Test
    void thousandsAreGraver() throws IOException {
        Finding flood = new Scene().rate(1_000, 3_000, PING::request).judged().only("FLOOD-ECHO");
        assertEquals(Severity.HIGH, flood.severity());
    }

    @Test
    void soAreFewerThatAreLarge() throws IOException {
        Ping large = Ping.between("198.51.100.7", TARGET).data(new byte[30_000]);
        Finding flood = new Scene().rate(200, 600, large::request).judged().only("FLOOD-ECHO");
        assertEquals(Severity.HIGH, flood.severity());
        assertEquals("megabytes_per_second", flood.evidence().measured().metric());
    }

    @Test
    void justTooFewASecondAreNone() throws IOException {
        assertEquals(
                0,
                new Scene()
                        .rate(99, 990, PING::request)
                        .judged()
                        .of("FLOOD-ECHO")
                        .size());
    }

    @Test
    void howManyAreAFloodCanBeChosen() throws IOException {
        Scene scene = new Scene().rate(99, 990, PING::request);
        assertEquals(1, scene.judged("FLOOD-ECHO.rate", 99).of("FLOOD-ECHO").size());
    }

    /** Trap 30. */
    @Test
    void oneBusySecondIsNoneHoweverFast() throws IOException {
        assertEquals(
                0,
                new Scene()
                        .rate(5_000, 4_999, PING::request)
                        .judged()
                        .of("FLOOD-ECHO")
                        .size());
    }

    @Test
    void aFloodPingOfANeighbourThatIsAnsweredIsLow() throws IOException {
        Ping near = Ping.between("192.168.1.2", "192.168.1.1");
        Scene scene = new Scene().rate(500, 1_500, i -> i % 2 == 0 ? near.request(i / 2) : near.reply(i / 2));
        assertEquals(Severity.LOW, scene.judged().only("FLOOD-ECHO").severity());
    }

    /** The flood is one host's, and so many others sent so many requests each. */
    @ParameterizedTest
    @CsvSource({
        "1, 3, true", // half of the hosts sent three
        "1, 4, false",
        "2, 4, false",
        "9, 4, true" // ten hosts
    })
    void fewRequestsOfMostSendersAreDistributedAsManySendersAre(int others, int each, boolean distributed)
            throws IOException {
        Scene scene = new Scene().rate(250, 750, PING::request);
        for (int i = 0; i < others * each; i++) {
            scene.now(Ping.between("198.51.100." + (10 + i % others), TARGET).request(i));
        }
        String summary = scene.judged().only("FLOOD-ECHO").summary();
        assertTrue(summary.contains("from " + (others + 1) + " addresses"), summary);
        assertEquals(distributed, summary.contains("so it was distributed"), summary);
    }

    @Test
    void manySendersAreCounted() throws IOException {
        Finding flood = new Scene()
                .rate(
                        300,
                        900,
                        i -> Ping.between("198.51." + i % 100 + ".7", TARGET).request(i))
                .judged()
                .only("FLOOD-ECHO");
        assertTrue(flood.summary().contains("100 addresses, so it was distributed"), flood::summary);
        assertEquals(10, flood.evidence().addresses().entries().size());
        assertEquals(91, flood.evidence().addresses().omitted());
    }

    @Test
    void beyondTheLimitsTheNumbersAreSaidToBeTooSmall() throws IOException {
        Scene scene = new Scene()
                .rate(
                        500,
                        3_000,
                        i -> Ping.between("10.0." + i / 250 + "." + i % 250, TARGET)
                                .request(i));
        Finding whole = scene.judged().only("FLOOD-ECHO");
        assertTrue(whole.summary().contains("They came from 3,000 addresses"), whole::summary);
        assertFalse(whole.summary().contains("More pings came"), whole::summary);
        Limits few = Limits.defaults().withSessions(2_500).withEntries(1_000);
        Finding part = scene.judged(AnalysisOptions.defaults().withLimits(few)).only("FLOOD-ECHO");
        assertTrue(part.summary().matches(".*They came from about [\\d,]+ addresses.*"), part::summary);
        assertTrue(
                part.summary()
                        .endsWith(
                                "More pings came than could be kept, so that the flood was larger than these numbers."),
                part::summary);
    }

    /** One ping all the time, so that its other requests are dealt out over an hour. */
    @Test
    void aFloodInTheMiddleOfALongSlowPingIsFound() throws IOException {
        Finding flood = new Scene()
                .rate(1, 1_800, PING::request)
                .rate(400, 1_200, i -> PING.request(1_800 + i))
                .rate(1, 1_797, i -> PING.request(3_000 + i))
                .judged()
                .only("FLOOD-ECHO");
        assertEquals(1_200, flood.evidence().count());
        assertEquals(400, flood.evidence().measured().value());
        assertEquals(List.of(1_850L, 2_250L, 2_650L), flood.evidence().frames());
        assertEquals(Instant.ofEpochSecond(1_000 + 1_800), flood.evidence().firstTime());
        assertEquals(Instant.ofEpochSecond(1_000 + 1_803), flood.evidence().lastTime());
    }

    @Test
    void aLongSlowPingAloneIsNone() throws IOException {
        assertEquals(
                0,
                new Scene()
                        .rate(1, 3_600, PING::request)
                        .judged("FLOOD-ECHO.rate", 2)
                        .of("FLOOD-ECHO")
                        .size());
    }

    private static Scene monitors(int hosts, int seconds) {
        return new Scene()
                .rate(
                        hosts,
                        hosts * seconds,
                        i -> Ping.between("198.51.100." + i % hosts, TARGET).request(i / hosts));
    }

    @Test
    void aHundredMonitorsThatAskOnceASecondAreJustAsMuchAsAFlood() throws IOException {
        Finding flood = monitors(100, 60).judged().only("FLOOD-ECHO");
        assertEquals(Severity.MEDIUM, flood.severity());
        assertEquals(6_000, flood.evidence().count());
        assertEquals(100, flood.evidence().measured().value());
        assertEquals(
                List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L),
                flood.evidence().frames());
        assertEquals(0, monitors(99, 60).judged().of("FLOOD-ECHO").size());
    }

    /** As a port of a switch mirrors them: what is sent and what is received. */
    @Test
    void copiesOfRequestsCountAndThoseOfRepliesDoNot() throws IOException {
        IntFunction<byte[]> twice = i -> i % 4 < 2 ? PING.request(i / 4) : PING.reply(i / 4);
        Finding flood = new Scene().rate(4 * 60, 4 * 600, twice).judged().only("FLOOD-ECHO");
        assertEquals(1_200, flood.evidence().count());
        assertEquals(120, flood.evidence().measured().value());
    }

    @Test
    void whatIsBusyForLongerThanIsKeptInDetailIsOneFlood() throws IOException {
        Finding flood =
                new Scene().rate(120, 120 * 1_500, PING::request).judged().only("FLOOD-ECHO");
        assertEquals(120, flood.evidence().measured().value());
        assertEquals(120 * 1_500, flood.evidence().count(), 10);
    }

    @Test
    void aClockThatJumpsMakesNoFlood() throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < 2_000; i++) {
            scene.at(i % 2 == 0 ? i * 1_000.0 : 3e12 + i, PING.request(i));
        }
        assertEquals(0, Judged.of(scene.bytes()).of("FLOOD-ECHO").size());
    }

    /** A tool that takes another identifier each time, so that no ping is busy. */
    @Test
    void aFloodOfOneHostUnderManyIdentifiersIsFound() throws IOException {
        Ping large = Ping.between("198.51.100.7", TARGET).data(new byte[972]); // 1,000 bytes in all
        Finding flood = new Scene()
                .rate(2_000, 8_000, i -> large.identifier(i * 7 % 3_000).request(i))
                .judged()
                .only("FLOOD-ECHO");
        assertEquals(Severity.HIGH, flood.severity());
        assertEquals(8_000, flood.evidence().count(), 10);
        assertEquals(2_000, flood.evidence().measured().value(), 400); // about, as no second is told alone
        assertTrue(flood.summary().contains("(2.3 MB) a second"), flood::summary);
    }

    @Test
    void withoutTimesThereIsNoRate() throws IOException {
        Pcapng capture = Pcapng.littleEndian().iface(101, 0);
        for (int i = 0; i < 2_000; i++) {
            byte[] request = PING.request(i);
            capture.simple(request.length, request);
        }
        assertEquals(0, Judged.of(capture.bytes()).of("FLOOD-ECHO").size());
    }

    @Test
    void aDenialOfServiceToolIsFound() throws IOException {
        Finding flood = Judged.corpus("8117aba7f8_denial6-5.pcap").only("FLOOD-ECHO");
        assertEquals(Severity.HIGH, flood.severity());
    }
}
