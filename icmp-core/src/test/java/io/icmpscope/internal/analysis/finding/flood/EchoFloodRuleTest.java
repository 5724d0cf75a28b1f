package io.icmpscope.internal.analysis.finding.flood;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Judged;
import io.icmpscope.handmade.Pcapng;
import io.icmpscope.handmade.Ping;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

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
