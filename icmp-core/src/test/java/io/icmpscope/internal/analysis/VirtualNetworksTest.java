package io.icmpscope.internal.analysis;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Ping;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.EchoSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Virtual networks may use the same addresses; a ping belongs to one of them. */
class VirtualNetworksTest {

    private static final String INNER_ETHERNET = "020000000002 020000000001 0800";

    @Test
    void theSameAddressesInTwoVirtualNetworksAreTwoPings() throws IOException {
        Ping ping = Ping.between("10.0.0.1", "10.0.0.2");
        List<EchoSession> sessions = sessions(Pcap.bigEndian()
                .network(101)
                .record(1, 0, vxlan("000001", ping.request(1)))
                .record(1, 100, vxlan("000002", ping.request(1)))
                .record(1, 200, vxlan("000002", ping.reply(1))));
        assertEquals(List.of(1L, 1L), sessions.stream().map(EchoSession::sent).toList());
        assertEquals(
                List.of(0L, 1L), sessions.stream().map(EchoSession::received).toList());
        assertEquals(
                List.of(0L, 0L),
                sessions.stream().map(EchoSession::captureCopies).toList());
    }

    @Test
    void labelsThatDifferByDirectionDoNotPartARequestFromItsReply() throws IOException {
        Ping ping = Ping.between("10.0.0.1", "10.0.0.2");
        byte[] labelled = join(hex("020000000002 020000000001 8847 0001 01 40"), ping.request(1));
        byte[] plain = join(hex("020000000001 020000000002 0800"), ping.reply(1));
        EchoSession session = sessions(Pcap.bigEndian().record(1, 0, labelled).record(1, 100, plain))
                .get(0);
        assertEquals(1, session.received());
    }

    /** RFC 7348 section 5, over UDP and IPv4: a frame of one virtual network. */
    private static byte[] vxlan(String network, byte[] packet) {
        byte[] inner = join(hex(INNER_ETHERNET), packet);
        int udp = 8 + 8 + inner.length;
        return join(
                hex("45 00", String.format("%04x", 20 + udp), "0000 0000 40 11 0000 c0000201 c0000202"),
                hex("c000 12b5", String.format("%04x", udp), "0000"),
                hex("08 000000", network, "00"),
                inner);
    }

    private static List<EchoSession> sessions(Pcap capture) throws IOException {
        return IcmpAnalyzer.analyze(ByteBuffer.wrap(capture.bytes()), AnalysisOptions.defaults())
                .echo()
                .sessions()
                .entries();
    }
}
