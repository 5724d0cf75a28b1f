package io.icmpscope.internal.analysis.finding.tunnel;

import static io.icmpscope.handmade.Bytes.cut;
import static io.icmpscope.internal.analysis.finding.tunnel.EchoScene.packet;
import static io.icmpscope.internal.analysis.finding.tunnel.EchoScene.random;
import static io.icmpscope.internal.analysis.finding.tunnel.EchoScene.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Judged;
import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What a capture has cut, holds twice, or shows on both sides of a translator is no reason to see a tunnel, nor to miss one. */
class TunnelCaptureTest {

    @Test
    void repliesThatTheCaptureCutShorterThanTheirRequestsAreNotChanged() throws IOException {
        Judged judged = Judged.of(cutAt(1_000, 60, i -> random(i, 200), i -> random(i, 200)));
        assertEquals(List.of(), judged.of("TUNNEL"));
    }

    @Test
    void whatIsLeftOfCutMessagesIsTooLittleToTell() throws IOException {
        Judged judged = Judged.of(cutAt(34, 34, i -> packet(i, 90 + i), i -> packet(50 + i, 70 + i)));
        assertEquals(List.of(), judged.of("TUNNEL"));
    }

    @Test
    void packetsAreRecognisedByTheirHeadersAlone() throws IOException {
        Judged judged = Judged.of(cutAt(50, 50, i -> packet(i, 90 + i), i -> packet(50 + i, 70 + i)));
        assertEquals("TUNNEL", judged.only("TUNNEL").id());
    }

    @Test
    void aPingBeforeAndBehindANatIsNotATunnel() throws IOException {
        Ping inside = Ping.between("10.0.0.5", EchoScene.ASKED);
        Ping outside =
                Ping.between(EchoScene.ASKER, EchoScene.ASKED).identifier(77).ttl(63);
        PingScene scene = new PingScene();
        for (int i = 0; i < 20; i++) {
            byte[] data = random(i, 100 + i % 2);
            scene.at(1_000.0 * i, inside.data(data).request(i))
                    .at(1_000.0 * i + 0.1, outside.data(data).request(i));
            scene.at(1_000.0 * i + 9, outside.data(data).reply(i))
                    .at(1_000.0 * i + 9.1, inside.data(data).reply(i));
        }
        assertEquals(List.of(), Judged.of(scene.end().bytes()).of("TUNNEL"));
    }

    @Test
    void requestsThatWereCapturedTwiceCountOnce() throws IOException {
        PingScene scene = new PingScene();
        Ping ping = Ping.between(EchoScene.ASKER, EchoScene.ASKED);
        for (int i = 0; i < 6; i++) {
            byte[] request = ping.data(text("question number " + i)).request(i);
            byte[] reply = ping.data(text("answer number " + i)).reply(i);
            scene.at(1_000.0 * i, request).at(1_000.0 * i + 0.01, request);
            scene.at(1_000.0 * i + 9, reply).at(1_000.0 * i + 9.01, reply);
        }
        assertEquals(
                12, Judged.of(scene.end().bytes()).only("TUNNEL").evidence().count());
    }

    private static byte[] cutAt(int requests, int replies, IntFunction<byte[]> asked, IntFunction<byte[]> answered) {
        Ping ping = Ping.between(EchoScene.ASKER, EchoScene.ASKED);
        Pcap capture = Pcap.littleEndian().network(101);
        for (int i = 0; i < 20; i++) {
            record(capture, i, requests, ping.data(asked.apply(i)).request(i));
            record(capture, i, replies, ping.data(answered.apply(i)).reply(i));
        }
        return capture.bytes();
    }

    private static void record(Pcap capture, int second, int snaplen, byte[] packet) {
        byte[] kept = cut(packet, Math.min(snaplen, packet.length));
        capture.record(1_000 + second, 0, kept.length, packet.length, kept);
    }
}
