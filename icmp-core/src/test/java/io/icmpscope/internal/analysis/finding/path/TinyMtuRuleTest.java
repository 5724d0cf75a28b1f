package io.icmpscope.internal.analysis.finding.path;

import static io.icmpscope.internal.analysis.finding.path.Errors.ROUTER;
import static io.icmpscope.internal.analysis.finding.path.Errors.ROUTER6;
import static io.icmpscope.internal.analysis.finding.path.Errors.error4;
import static io.icmpscope.internal.analysis.finding.path.Errors.error6;
import static io.icmpscope.internal.analysis.finding.path.Errors.udp4;
import static io.icmpscope.internal.analysis.finding.path.Errors.udp6;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Judged;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TinyMtuRuleTest {

    private static final String ID = "PTB-TINY";

    private static Judged four(int mtu, int length) throws IOException {
        byte[] quoted = udp4("192.0.2.1", 40_000, "198.51.100.9", 443, length);
        return Judged.of(
                new PingScene().at(0, error4(ROUTER, 3, 4, mtu, quoted)).bytes());
    }

    private static Judged six(int mtu) throws IOException {
        byte[] quoted = udp6("2001:db8:1::1", "2001:db8:2::2", 1_500);
        return Judged.of(
                new PingScene().at(0, error6(ROUTER6, 2, 0, mtu, quoted)).bytes());
    }

    @Test
    void theSmallerTheGraver() throws IOException {
        assertEquals(Severity.CRITICAL, four(67, 1_500).only(ID).severity());
        assertEquals(Severity.MEDIUM, four(68, 1_500).only(ID).severity());
        assertEquals(Severity.MEDIUM, four(511, 1_500).only(ID).severity());
        assertEquals(Severity.LOW, four(512, 1_500).only(ID).severity());
        assertEquals(Severity.LOW, four(575, 1_500).only(ID).severity());
    }

    @Test
    void whatEveryHostTakesIsNotTiny() throws IOException {
        assertEquals(0, four(576, 1_500).of(ID).size());
        assertEquals(0, six(1_280).of(ID).size());
    }

    @Test
    void noLinkOfIpv6IsBelow1280() throws IOException {
        assertEquals(Severity.MEDIUM, six(1_279).only(ID).severity());
    }

    @Test
    void anOldRouterThatDoesNotKnowItsMtuReportsNone() throws IOException {
        assertEquals(0, four(0, 1_500).of(ID).size());
    }

    @Test
    void aPacketThatWouldHaveFittedIsOdd() throws IOException {
        Finding found = four(1_400, 1_400).only(ID);
        assertEquals(Severity.LOW, found.severity());
        assertEquals(Confidence.LOW, found.confidence());
        assertEquals(0, four(1_400, 1_401).of(ID).size());
    }

    @Test
    void aTinyMtuForAPacketThatWouldHaveFittedIsForged() throws IOException {
        assertEquals(Severity.HIGH, four(511, 511).only(ID).severity());
        assertEquals(Severity.MEDIUM, four(511, 512).only(ID).severity());
        Finding found = Judged.lab("pmtu4-forged").only(ID);
        assertEquals(Severity.HIGH, found.severity());
        assertTrue(found.summary().contains("would have fitted"), found.summary());
    }

    @Test
    void aPacketThatRoutersMayFragmentIsNeverTooBig() throws IOException {
        byte[] quoted = udp4("192.0.2.1", 40_000, "198.51.100.9", 443, 1_500);
        quoted[6] = 0; // without DF
        Judged judged = Judged.of(
                new PingScene().at(0, error4(ROUTER, 3, 4, 511, quoted)).bytes());
        assertEquals(Severity.HIGH, judged.only(ID).severity());
    }

    @Test
    void aDestinationThatReportsItselfIsSaidToBeUnusual() throws IOException {
        String summary = Judged.lab("toobig6-forged").only(ID).summary();
        assertTrue(summary.contains("The destination itself"), summary);
        assertFalse(six(1_200).only(ID).summary().contains("itself"));
    }
}
