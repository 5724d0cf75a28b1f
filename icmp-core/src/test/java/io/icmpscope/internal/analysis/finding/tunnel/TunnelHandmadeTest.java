package io.icmpscope.internal.analysis.finding.tunnel;

import static io.icmpscope.handmade.Bytes.zeros;
import static io.icmpscope.internal.analysis.finding.tunnel.EchoScene.packet;
import static io.icmpscope.internal.analysis.finding.tunnel.EchoScene.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Judged;
import io.icmpscope.internal.analysis.finding.Wording;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Finding;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everything that is said of echoes made by hand, where the lab has no recording. */
class TunnelHandmadeTest {

    @Test
    void aTunnelOfPackets() throws IOException {
        EchoScene scene = new EchoScene().pings(12, i -> packet(1_000 + i, 60), i -> packet(2_000 + i, 61));
        assertEquals("""
                HIGH, confidence HIGH, SECURITY
                title: Echo data between 192.0.2.1 and 198.51.100.7 is consistent with a tunnel
                summary: 24 echo messages between 192.0.2.1 and 198.51.100.7, repeats and mere echoes of a request \
                not counted, score 90 points (75 for high): 12 replies carry other data than their requests; 24 of \
                24 messages that were looked at carry IPv4 packets; data that no known ping sends; bytes like those \
                of encrypted or compressed data.
                measured: tunnel_score 90.0, from 75.0 on
                count: 24, 1970-01-01T00:16:40Z to 1970-01-01T00:16:51.030Z
                frames: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
                addresses: [192.0.2.1, 198.51.100.7]
                filter: icmp.type in {0, 8} && ip.addr == 192.0.2.1 && ip.addr == 198.51.100.7 && icmp.ident == 4660
                harmless: A tunnel may be wanted, as where only ping passes a firewall; a device that answers pings \
                with data of its own looks the same.
                next: Export the data of these messages (field data.data) and read it as what it begins with; ask \
                which program of the first host sends it.
                references: [RFC 1122 section 3.2.2.6, RFC 4443 section 4.2, MITRE ATT&CK T1095, MITRE ATT&CK T1572]""", Wording.of(scene.found("TUNNEL")));
    }

    @Test
    void commandsAndTheirOutput() throws IOException {
        EchoScene scene = new EchoScene().pings(5, i -> text("output of command " + i), i -> text("command " + i));
        assertEquals("""
                MEDIUM, confidence MEDIUM, SECURITY
                title: Echo data between 192.0.2.1 and 198.51.100.7 is consistent with a tunnel
                summary: 10 echo messages between 192.0.2.1 and 198.51.100.7, repeats and mere echoes of a request \
                not counted, score 55 points (55 for medium): 5 replies carry other data than their requests; data \
                that no known ping sends; data of readable text.
                measured: tunnel_score 55.0, from 55.0 on
                count: 10, 1970-01-01T00:16:40Z to 1970-01-01T00:16:44.030Z
                frames: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
                addresses: [192.0.2.1, 198.51.100.7]
                filter: icmp.type in {0, 8} && ip.addr == 192.0.2.1 && ip.addr == 198.51.100.7 && icmp.ident == 4660
                harmless: A tunnel may be wanted, as where only ping passes a firewall; a device that answers pings \
                with data of its own looks the same.
                next: Compare the data of a request and its reply (field data.data), and ask which program of the \
                first host sends them.
                references: [RFC 1122 section 3.2.2.6, RFC 4443 section 4.2, MITRE ATT&CK T1095, MITRE ATT&CK T1572]""", Wording.of(scene.found("TUNNEL")));
    }

    @Test
    void largeEchoes() throws IOException {
        EchoScene scene = new EchoScene().pings(1, i -> zeros(1_500), i -> zeros(1_473));
        assertEquals("""
                INFO, confidence HIGH, PROTOCOL
                title: Large echo messages between 192.0.2.1 and 198.51.100.7
                summary: 2 echo messages between 192.0.2.1 and 198.51.100.7 carry up to 1,500 bytes of data.
                measured: data_bytes 1500.0, from 1473.0 on
                count: 2, 1970-01-01T00:16:40Z to 1970-01-01T00:16:40.030Z
                frames: [1, 2]
                addresses: [192.0.2.1, 198.51.100.7]
                filter: icmp.type in {0, 8} && ip.addr == 192.0.2.1 && ip.addr == 198.51.100.7
                harmless: Tests of the MTU, of jumbo frames or of throughput send such messages, and a loopback \
                interface carries them whole.
                next: Ask whether someone tests the path between the two; what the data is tells who sends it.
                references: [RFC 1122 section 3.2.2.6, RFC 4443 section 4.2]""", Wording.of(scene.found("BIG-ICMP")));
    }

    /** In one piece or in fragments: the larger threshold that was reached is told. */
    @Test
    void theThresholdThatWasReachedIsTold() throws IOException {
        byte[] capture = new EchoScene()
                .pings(1, i -> zeros(2_000), i -> zeros(10))
                .capture()
                .bytes();
        for (int joined : new int[] {2_000, 2_001}) {
            AnalysisOptions options = AnalysisOptions.defaults().withThreshold("BIG-ICMP.joined", joined);
            Finding large = Judged.of(capture, options).only("BIG-ICMP");
            assertEquals(
                    new Finding.Measured("data_bytes", 2_000, joined == 2_000 ? 2_000 : 1_473),
                    large.evidence().measured());
        }
    }

    @Test
    void anEchoSentTwiceIsToldOnceAndAnOtherOneNot() throws IOException {
        EchoScene scene = new EchoScene();
        for (int i = 0; i < 12; i++) {
            scene.request(i, packet(i, 60)).request(i, packet(i, 60));
        }
        assertEquals(12, scene.only("TUNNEL").evidence().count());
    }

    /** The same data under another number or identifier is another request. */
    @Test
    void whatDiffersInItsNumberIsNoRepeat() throws IOException {
        EchoScene scene = new EchoScene();
        for (int i = 0; i < 12; i++) {
            scene.identifier(5).request(2 * i, packet(i, 60)).request(2 * i + 1, packet(i, 60));
            scene.identifier(6).request(2 * i + 1, packet(i, 60));
        }
        assertEquals(36, scene.only("TUNNEL").evidence().count());
        assertTrue(scene.only("TUNNEL").displayFilter().endsWith(" && icmp.ident in {5, 6}"));
        assertEquals(
                List.of(1L, 2L, 3L), scene.only("TUNNEL").evidence().frames().subList(0, 3));
    }
}
