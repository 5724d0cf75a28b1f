package io.icmpscope.internal.analysis.finding.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Judged;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.handmade.Trace;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UdpScanRuleTest {

    private static final String SCANNER = "10.0.0.1";
    private static final String SCANNED = "10.0.0.2";

    @Test
    void tenClosedPortsAreAScan() throws IOException {
        Finding scan = Judged.of(closed(10, 100, 45_000, 100)).only("SCAN-UDP");
        assertEquals(Severity.MEDIUM, scan.severity());
        assertEquals("Many closed UDP ports of 10.0.0.2 were tried by 10.0.0.1", scan.title());
        assertEquals(
                LongStream.rangeClosed(1, 10).boxed().toList(), scan.evidence().frames());
        assertEquals(10, scan.evidence().measured().value());
        assertEquals(
                "icmp.type == 3 && icmp.code == 3 && ip.src == 10.0.0.1 && ip.dst == 10.0.0.2", scan.displayFilter());
    }

    @Test
    void datagramsWithMuchDataAreThoseOfACallThatEnded() throws IOException {
        assertEquals(Severity.LOW, withData(100).severity());
        assertEquals(Severity.MEDIUM, withData(99).severity());
    }

    private static Finding withData(int bytes) throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < 10; i++) {
            byte[] datagram = Trace.between(SCANNER, SCANNED).udp(64, 45_000, 100 + i, 0);
            datagram[3] = (byte) (28 + bytes); // what the IP header says; as much as is quoted is there
            scene.at(i, Trace.error(SCANNED, 3, 3, datagram));
        }
        return Judged.of(scene.bytes()).only("SCAN-UDP");
    }

    @Test
    void severalErrorsAboutEachPortAreThoseOfACallThatEnded() throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < 20; i++) {
            scene.at(i, Packets.closed(SCANNER, SCANNED, 45_000, 100 + i / 2));
        }
        assertEquals(Severity.LOW, Judged.of(scene.bytes()).only("SCAN-UDP").severity());
    }

    @Test
    void nineAreNone() throws IOException {
        assertEquals(List.of(), Judged.of(closed(9, 100, 45_000, 100)).of("SCAN-UDP"));
    }

    @Test
    void tenInTenMinutesAreNone() throws IOException {
        assertEquals(List.of(), Judged.of(closed(10, 60_000, 45_000, 100)).of("SCAN-UDP"));
    }

    @Test
    void onePortAgainAndAgainIsNone() throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < 20; i++) {
            scene.at(i, Packets.closed(SCANNER, SCANNED, 45_000 + i, 161));
        }
        assertEquals(List.of(), Judged.of(scene.bytes()).of("SCAN-UDP"));
    }

    @Test
    void aThousandPortsAreSaidToBeMany() throws IOException {
        Finding scan = Judged.of(closed(1_000, 10, 45_000, 1)).only("SCAN-UDP");
        assertEquals(1_000, scan.evidence().count());
        assertTrue(scan.summary().contains("at least 64 different ports"), scan.summary());
    }

    @Test
    void portsOfClientsAreScannedToo() throws IOException {
        assertEquals(1, Judged.of(closed(30, 10, 45_000, 40_000)).of("SCAN-UDP").size());
    }

    /** A resolver's answers that came when nobody waited for them any more. */
    @ParameterizedTest
    @ValueSource(ints = {53, 123, 1_900, 5_353})
    void lateAnswersOfAServiceAreNone(int port) throws IOException {
        assertEquals(List.of(), Judged.of(closed(50, 10, port, 50_000)).of("SCAN-UDP"));
    }

    @Test
    void theProbesOfATracerouteAreNone() throws IOException {
        assertEquals(List.of(), Judged.of(closed(90, 10, 45_000, 33_434)).of("SCAN-UDP"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "traceroute4-udp",
                "traceroute6-udp",
                "traceroute4-q1",
                "mtr4-loss-udp",
                "mtr6-loss-udp",
                "refused4"
            })
    void recordedTraceroutesAreNone(String scene) throws IOException {
        assertEquals(List.of(), Judged.lab(scene).of("SCAN-UDP"));
    }

    @Test
    void aScanByIpv6IsOne() throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < 10; i++) {
            scene.at(i, Packets.closed("2001:db8::1", "2001:db8::2", 45_000, 100 + i));
        }
        Finding scan = Judged.of(scene.bytes()).only("SCAN-UDP");
        assertEquals(
                "icmpv6.type == 1 && icmpv6.code == 4 && ipv6.src == 2001:db8::1 && ipv6.dst == 2001:db8::2",
                scan.displayFilter());
    }

    private static byte[] closed(int ports, double millis, int sourcePort, int firstPort) {
        PingScene scene = new PingScene();
        for (int i = 0; i < ports; i++) {
            scene.at(millis * i, Packets.closed(SCANNER, SCANNED, sourcePort, firstPort + i));
        }
        return scene.bytes();
    }
}
