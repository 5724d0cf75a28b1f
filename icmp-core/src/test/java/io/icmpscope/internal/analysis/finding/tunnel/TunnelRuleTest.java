package io.icmpscope.internal.analysis.finding.tunnel;

import static io.icmpscope.internal.analysis.finding.tunnel.EchoScene.packet;
import static io.icmpscope.internal.analysis.finding.tunnel.EchoScene.random;
import static io.icmpscope.internal.analysis.finding.tunnel.EchoScene.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Judged;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TunnelRuleTest {

    @Test
    void aRecordedTunnelIsFound() throws IOException {
        Finding tunnel = Judged.corpus("d163e6192f_icmp-tunnel.pcap").only("TUNNEL");
        assertEquals(Severity.HIGH, tunnel.severity());
        assertEquals(List.of(3L, 4L, 5L), tunnel.evidence().frames().subList(0, 3));
    }

    @Test
    void packetsInEchoDataAreATunnel() throws IOException {
        Finding tunnel = new EchoScene()
                .pings(12, i -> packet(i, 60 + 40 * (i % 3)), i -> packet(100 + i, 52 + 10 * i))
                .only("TUNNEL");
        assertEquals(Severity.HIGH, tunnel.severity());
        assertEquals(Confidence.HIGH, tunnel.confidence());
        assertTrue(tunnel.summary().contains("12 replies carry other data"), tunnel::summary);
        assertTrue(tunnel.summary().contains("IPv4 packets"), tunnel::summary);
        assertEquals(24, tunnel.evidence().count());
        assertEquals(
                List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L),
                tunnel.evidence().frames());
    }

    @Test
    void commandsAndTheirOutputAreATunnel() throws IOException {
        Finding tunnel = new EchoScene()
                .pings(6, i -> text("output of command " + i), i -> text("command " + i + "\n"))
                .only("TUNNEL");
        assertEquals(Severity.MEDIUM, tunnel.severity());
        assertTrue(tunnel.summary().contains("readable text"), tunnel::summary);
    }

    @Test
    void packetsThatAServerSendsUnaskedAreATunnel() throws IOException {
        EchoScene scene = new EchoScene().request(1, packet(0, 84));
        for (int i = 0; i < 9; i++) {
            scene.reply(100 + i, packet(i, 84 + i));
        }
        Finding tunnel = scene.only("TUNNEL");
        assertTrue(tunnel.summary().contains("9 replies answer no request"), tunnel::summary);
    }

    @Test
    void pingsThatCarryAFileInTheirPatternsAreLow() throws IOException {
        Finding file = Judged.lab("exfil4-pattern").only("TUNNEL");
        assertEquals(Severity.LOW, file.severity());
        assertTrue(file.summary().contains("40 pings have another pattern of data each"), file::summary);
    }

    @Test
    void fewerMessagesAreNotEnough() throws IOException {
        EchoScene nine = new EchoScene().pings(4, i -> packet(i, 90 + i), i -> packet(50 + i, 70 + i));
        assertEquals(0, nine.request(9, packet(99, 100)).found("TUNNEL").size());
        byte[] ten = nine.request(10, packet(98, 101)).capture().bytes();
        assertEquals(1, Judged.of(ten).of("TUNNEL").size());
        AnalysisOptions more = AnalysisOptions.defaults().withThreshold("TUNNEL.messages", 11);
        assertEquals(0, Judged.of(ten, more).of("TUNNEL").size());
    }

    /** Trap 32. */
    @Test
    void aProbeWithRandomDataThatComesBackIsNone() throws IOException {
        EchoScene probe = new EchoScene().pings(30, i -> random(i, 200), i -> random(i, 200));
        assertEquals(List.of(), probe.found("TUNNEL"));
    }

    @Test
    void whatComesBackUnchangedIsNeverMoreThanLow() throws IOException {
        Finding strange = new EchoScene()
                .pings(30, i -> random(i, 100 + 37 * i % 101), i -> random(i, 100 + 37 * i % 101))
                .only("TUNNEL");
        assertEquals(Severity.LOW, strange.severity());
        assertEquals(Confidence.LOW, strange.confidence());
    }

    @Test
    void aMonitorThatSendsTheSameAgainAndAgainIsNone() throws IOException {
        byte[] words = text("are you there, printer of the second floor?");
        byte[] pattern = text("0123456789".repeat(20));
        assertEquals(
                List.of(),
                new EchoScene().pings(50, i -> words, i -> text("yes, I am")).found("TUNNEL"));
        assertEquals(
                List.of(), new EchoScene().pings(50, i -> pattern, i -> pattern).found("TUNNEL"));
    }

    @Test
    void aSearchForTheMtuIsNone() throws IOException {
        EchoScene upwards = new EchoScene().pings(20, i -> random(i, 100 + 70 * i), i -> random(i, 100 + 70 * i));
        assertEquals(List.of(), upwards.found("TUNNEL"));
        int[] halving = {1472, 736, 1104, 1288, 1380, 1334, 1357, 1369, 1363, 1360, 1358, 1359};
        EchoScene closingIn = new EchoScene().pings(12, i -> random(i, halving[i]), i -> random(i, halving[i]));
        assertEquals(List.of(), closingIn.found("TUNNEL"));
    }

    @Test
    void aKeepaliveOfANatIsNone() throws IOException {
        assertEquals(
                List.of(),
                new EchoScene().pings(40, i -> text("ka"), i -> text("ka")).found("TUNNEL"));
    }

    @Test
    void aDeviceThatWritesItsOwnTimeIntoTheReplyIsNone() throws IOException {
        EchoScene device =
                new EchoScene().pings(40, i -> counting(random(i, 16)), i -> counting(random(1_000 + i, 16)));
        assertEquals(List.of(), device.found("TUNNEL"));
    }

    @Test
    void repliesWithoutRequestsInTheCaptureAreNone() throws IOException {
        EchoScene oneWay = new EchoScene();
        for (int i = 0; i < 40; i++) {
            oneWay.reply(i, random(i, 56));
        }
        assertEquals(List.of(), oneWay.found("TUNNEL"));
    }

    /** Trap 32. */
    @Test
    void realPingsAreNone() throws IOException {
        for (String scene :
                List.of("ping4-clean", "ping6-mixture", "ping4-pattern", "ping4-random", "ping4-sizes", "monitor4")) {
            assertEquals(List.of(), Judged.lab(scene).of("TUNNEL"), scene);
        }
    }

    private static byte[] counting(byte[] time) {
        byte[] data = new byte[56];
        System.arraycopy(time, 0, data, 0, time.length);
        for (int i = time.length; i < data.length; i++) {
            data[i] = (byte) i;
        }
        return data;
    }
}
