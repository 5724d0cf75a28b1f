package io.icmpscope.internal.analysis.finding.flood;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Judged;
import io.icmpscope.handmade.Ping;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pings to groups: {@link SmurfRule}, and {@link MulticastRule} where that finds nothing. */
class SmurfRuleTest {

    private static final String VICTIM = "192.0.2.1";
    private static final String GROUP = "192.0.2.255";

    /** So many requests, each answered by so many hosts. */
    private static Judged smurf(double perSecond, int requests, int repliers) throws IOException {
        int each = 1 + repliers;
        Ping ping = Ping.between(VICTIM, GROUP);
        return new Scene()
                .rate(
                        (int) (perSecond * each),
                        requests * each,
                        i -> i % each == 0
                                ? ping.asked(GROUP).request(i / each)
                                : ping.asked("192.0.2." + (100 + i % each)).reply(i / each))
                .judged();
    }

    @Test
    void requestsThatSeveralHostsAnswerAreFound() throws IOException {
        Finding smurf = smurf(4, 12, 4).only("SMURF");
        assertEquals(Severity.MEDIUM, smurf.severity());
        assertEquals(4.0, smurf.evidence().measured().value());
        assertEquals(60, smurf.evidence().count());
        assertEquals(VICTIM, smurf.evidence().addresses().entries().get(0).toString());
    }

    @Test
    void thatManyHostsAnswerIsGraver() throws IOException {
        assertEquals(Severity.HIGH, smurf(4, 12, 10).only("SMURF").severity());
    }

    @Test
    void twoThatAnswerAreNone() throws IOException {
        assertEquals(0, smurf(4, 12, 2).of("SMURF").size());
    }

    @Test
    void unlessTheRequestsComeFast() throws IOException {
        assertEquals(Severity.MEDIUM, smurf(50, 100, 2).only("SMURF").severity());
    }

    @Test
    void aPingThatSomebodyLetsRunIsLow() throws IOException {
        assertEquals(Severity.LOW, smurf(1, 60, 12).only("SMURF").severity());
    }

    @Test
    void whoLooksAroundWithFewRequestsIsToldWithoutWorry() throws IOException {
        List<Finding> broadcast = Judged.lab("broadcast4").of("SMURF");
        assertEquals(2, broadcast.size(), "to the broadcast address and to all hosts");
        assertEquals(Severity.INFO, broadcast.get(0).severity());
        assertEquals(Severity.INFO, Judged.lab("multicast6").only("SMURF").severity());
    }

    @Test
    void requestsFromAGroupAreFound() throws IOException {
        Ping reverse = Ping.between("ff02::1", "2001:db8::1");
        Finding smurf = new Scene().rate(100, 10, reverse::request).judged().only("SMURF");
        assertEquals(Severity.MEDIUM, smurf.severity());
        assertTrue(smurf.title().contains("the group ff02::1"), smurf::title);
    }

    @Test
    void aToolThatSendsThemIsFound() throws IOException {
        Judged judged = Judged.corpus("aa7eab4deb_rsmurf6.pcap");
        assertEquals(1_000, judged.only("SMURF").evidence().count());
        assertEquals(0, judged.of("MULTICAST-DESTINATION").size(), "one trouble, one finding");
    }
}
