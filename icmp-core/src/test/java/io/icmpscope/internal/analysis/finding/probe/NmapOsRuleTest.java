package io.icmpscope.internal.analysis.finding.probe;

import static io.icmpscope.handmade.Bytes.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Judged;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NmapOsRuleTest {

    private static final byte[] FIRST = probe(9, 295, 120);
    private static final byte[] SECOND = probe(0, 296, 150);

    @Test
    void theTwoProbesAreFound() throws IOException {
        Finding probes =
                Judged.of(new PingScene().at(0, FIRST).at(30, SECOND).bytes()).only("PROBE-NMAP-OS");
        assertEquals(Severity.MEDIUM, probes.severity());
        assertEquals(Confidence.HIGH, probes.confidence());
        assertEquals(List.of(1L), probes.evidence().frames());
        assertEquals("icmp.type == 8 && ip.src == 10.0.0.1 && icmp.code == 9", probes.displayFilter());
    }

    @Test
    void theFirstWithoutTheSecondIsLessSure() throws IOException {
        PingScene scene = new PingScene().at(0, FIRST).at(1_001, SECOND);
        assertEquals(
                Confidence.MEDIUM,
                Judged.of(scene.bytes()).only("PROBE-NMAP-OS").confidence());
    }

    @Test
    void theSecondAloneMayBeAnyPing() throws IOException {
        assertEquals(List.of(), Judged.of(new PingScene().at(0, SECOND).bytes()).of("PROBE-NMAP-OS"));
    }

    @Test
    void aPingOfZerosThatHasComeToThisNumberIsNone() throws IOException {
        PingScene scene = new PingScene().at(0, probe(0, 295, 120)).at(30, SECOND);
        assertEquals(List.of(), Judged.of(scene.bytes()).of("PROBE-NMAP-OS"));
    }

    @Test
    void theProbeByIpv6HasAnIdentifierOfItsOwn() throws IOException {
        assertEquals(
                Severity.MEDIUM, Judged.of(probe6(0xABCD)).only("PROBE-NMAP-OS").severity());
        assertEquals(List.of(), Judged.of(probe6(0xABCE)).of("PROBE-NMAP-OS"));
    }

    private static byte[] probe6(int identifier) {
        byte[] echo = Packets.echo(128, 9, identifier, 0, zeros(120));
        return new PingScene()
                .at(0, Packets.packet("2001:db8::1", "2001:db8::2", echo))
                .bytes();
    }

    private static byte[] probe(int code, int sequence, int bytes) {
        return Packets.packet("10.0.0.1", "10.0.0.2", Packets.echo(8, code, 0x1234, sequence, zeros(bytes)));
    }
}
