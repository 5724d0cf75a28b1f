package io.icmpscope.internal.packet;

import static io.icmpscope.handmade.Bytes.cut;
import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.Trace;
import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.internal.capture.CaptureFormats;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which packets that are not ICMP matter: probes of traceroutes, and segments of TCP that answer one. */
class ProbesTest {

    private static final Trace TRACE = Trace.between("192.0.2.1", "198.51.100.9");
    private static final int SYN_ACK = 0x12;
    private static final int RST = 0x04;
    private static final int ACK = 0x10;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 32})
    void aDatagramOfSmallTimeToLiveIsAProbe(int ttl) throws IOException {
        assertEquals(List.of("probe"), events(TRACE.udp(ttl, 33_434)));
        assertEquals(List.of("probe"), events(TRACE.tcp(ttl, 40_000, 80, 1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 33, 64, 255})
    void aDatagramThatHasFarToGoIsNone(int ttl) throws IOException {
        assertEquals(List.of(), events(TRACE.udp(ttl, 33_434)));
        assertEquals(List.of(), events(TRACE.tcp(ttl, 40_000, 80, 1)));
    }

    /** RFC 5771, RFC 919. */
    @ParameterizedTest
    @ValueSource(strings = {"224.0.0.251", "239.255.255.250", "255.255.255.255"})
    void whatIsForManyHostsIsNoProbe(String group) throws IOException {
        assertEquals(List.of(), events(Trace.between("192.0.2.1", group).udp(1, 1900)));
    }

    @Test
    void theHopLimitOfIpv6IsLookedAtBehindExtensionHeaders() throws IOException {
        String ends = "20010db8000000000000000000000001 20010db8000000000000000000000002";
        byte[] datagram = hex("9c40 829a 0008 0000");
        assertEquals(List.of("probe"), events(join(hex("60000000 0008 11 03", ends), datagram)));
        assertEquals(List.of("probe"), events(join(hex("60000000 0010 3c 03", ends, "1100010400000000"), datagram)));
        assertEquals(List.of(), events(join(hex("60000000 0008 11 40", ends), datagram)));
        String group = "20010db8000000000000000000000001 ff0200000000000000000000000000fb";
        assertEquals(List.of(), events(join(hex("60000000 0008 11 01", group), datagram)));
    }

    @Test
    void theFirstFragmentOfADatagramIsAProbeAndTheOthersAreNone() throws IOException {
        byte[] first = TRACE.udp(3, 33_434);
        first[6] = 0x20; // more fragments
        byte[] later = TRACE.udp(3, 33_434);
        later[7] = 3; // in units of eight bytes
        assertEquals(List.of("probe"), events(first, later));
    }

    @Test
    void theInnermostHeaderOfATunnelDecides() throws IOException {
        byte[] inner = TRACE.udp(2, 33_434);
        byte[] gre = join(hex("4500 0048 0000 0000 40 2f 0000 cb007101 cb007102 0000 0800"), inner);
        byte[] far = join(hex("4500 0048 0000 0000 02 2f 0000 cb007101 cb007102 0000 0800"), TRACE.udp(64, 33_434));
        assertEquals(List.of("probe"), events(gre));
        assertEquals(List.of(), events(far));
    }

    @Test
    void anAnswerOfTcpCountsOnlyWhereAProbeWasSent() throws IOException {
        byte[] probe = TRACE.tcp(5, 40_000, 80, 1000);
        byte[] accepted = TRACE.tcpAnswer(80, 40_000, 1001, SYN_ACK);
        byte[] refused = TRACE.tcpAnswer(80, 40_000, 1001, RST | ACK);
        assertEquals(List.of("probe", "answer", "answer"), events(probe, accepted, refused));
        assertEquals(List.of(), events(accepted, refused));
        assertEquals(List.of("probe"), events(probe, TRACE.tcpAnswer(80, 40_001, 1001, SYN_ACK)));
        assertEquals(List.of("probe"), events(probe, TRACE.tcpAnswer(80, 40_000, 1001, ACK)));
        assertEquals(List.of(), events(TRACE.tcp(64, 40_000, 80, 1000), accepted));
    }

    @Test
    void anAnswerOfTcpMayTakeHalfAMinute() throws IOException {
        byte[] probe = TRACE.tcp(5, 40_000, 80, 1000);
        byte[] answer = TRACE.tcpAnswer(80, 40_000, 1001, RST);
        assertEquals(
                List.of("probe", "answer"), events(capture().record(0, 0, probe).record(30, 0, answer)));
        assertEquals(List.of("probe"), events(capture().record(0, 0, probe).record(31, 0, answer)));
        Pcap later = capture()
                .record(0, 0, probe)
                .record(25, 0, TRACE.tcp(6, 40_001, 80, 1000))
                .record(31, 0, answer);
        assertEquals(List.of("probe", "probe"), events(later));
    }

    @Test
    void manyProbesAreRememberedWithinBounds() throws IOException {
        Pcap capture = capture();
        for (int i = 0; i < 20_000; i++) {
            capture.record(1, 0, TRACE.tcp(5, 20_000 + i, 80, 1));
        }
        capture.record(1, 0, TRACE.tcpAnswer(80, 39_999, 2, RST)).record(1, 0, TRACE.tcpAnswer(80, 20_000, 2, RST));
        assertEquals(20_001, events(capture).size(), "the latest is remembered, the first is not");
    }

    @Test
    void probesAreNoMessages() throws IOException {
        byte[] ping = Ping.between("192.0.2.1", "198.51.100.9").ttl(3).request(1);
        assertEquals(List.of("probe", "message 1"), events(TRACE.udp(3, 33_434), ping));
        assertEquals(
                1,
                Decoded.frames(Decoded.RAW, TRACE.udp(3, 33_434), ping)
                        .packets()
                        .size());
    }

    /** The decoder's short way out loses no probe: cooked frames have none. */
    @Property(tries = 500)
    @StatisticsReport(StatisticsReportMode.OFF)
    void theShortcutLosesNoProbe(@ForAll("packets") List<byte[]> packets) throws IOException {
        Pcap ethernet = Pcap.bigEndian();
        Pcap cooked = Pcap.bigEndian().network(Decoded.SLL);
        for (byte[] packet : packets) {
            ethernet.record(1, 0, Decoded.ethernet("0800", packet));
            cooked.record(1, 0, join(hex("0000 0001 0006 0200000000010000 0800"), packet));
        }
        List<String> events = events(cooked);
        Statistics.collect(events.contains("answer") ? "answer" : events.contains("probe") ? "probe" : "none");
        Statistics.coverage(coverage -> {
            coverage.check("answer").percentage(share -> share > 5);
            coverage.check("none").percentage(share -> share > 5);
        });
        assertEquals(events, events(ethernet));
    }

    @Provide
    Arbitrary<List<byte[]>> packets() {
        Arbitrary<byte[]> whole = Arbitraries.of(List.of(
                TRACE.tcp(5, 40_000, 80, 1),
                TRACE.tcpAnswer(80, 40_000, 2, SYN_ACK),
                TRACE.tcpAnswer(80, 40_000, 2, RST),
                TRACE.tcp(64, 40_000, 80, 1),
                TRACE.udp(1, 33_434),
                TRACE.udp(64, 53),
                TRACE.udp(4, 4789)));
        Arbitrary<byte[]> some = Combinators.combine(
                        whole, Arbitraries.integers().between(20, 200))
                .as((packet, length) -> cut(packet, Math.min(packet.length, length)));
        return some.list().ofMinSize(2).ofMaxSize(8);
    }

    private static Pcap capture() {
        return Pcap.bigEndian().network(Decoded.RAW);
    }

    private static List<String> events(byte[]... packets) throws IOException {
        Pcap capture = capture();
        for (byte[] packet : packets) {
            capture.record(1, 0, packet);
        }
        return events(capture);
    }

    private static List<String> events(Pcap capture) throws IOException {
        List<String> events = new ArrayList<>();
        try (PacketPump pump = new PacketPump(CaptureFormats.open(Sources.of(ByteBuffer.wrap(capture.bytes()))))) {
            PacketView view = pump.view();
            while (pump.nextEvent()) {
                events.add(view.isIcmp() ? "message " + view.messageNumber() : view.isProbe() ? "probe" : "answer");
            }
        }
        return events;
    }
}
