package io.icmpscope.internal.analysis.finding.packet;

import static io.icmpscope.handmade.Bytes.cut;
import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.slice;
import static io.icmpscope.handmade.Bytes.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Judged;
import io.icmpscope.handmade.Ping;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CODE-POINT, ROUTING-HEADER-0 and PROTOCOL-MISMATCH. */
class MessageRulesTest {

    private static Judged v4(int type, int code) throws IOException {
        return Wrapped.packets(Wrapped.ip4("10.0.0.1", "10.0.0.2", Wrapped.message(type, code, zeros(8))));
    }

    private static Judged v6(int type, int code) throws IOException {
        return Wrapped.packets(Wrapped.icmp6("2001:4f8::1", "2001:4f8::2", type, code, zeros(64)));
    }

    @ParameterizedTest
    @CsvSource({
        "44, 0, LOW", // unassigned
        "255, 0, LOW", // reserved
        "8, 1, LOW", // of echo requests there is code 0 alone
        "30, 0, INFO", // deprecated
        "253, 7, INFO" // for experiments
    })
    void typesAndCodesThatAreNotInUseAreFound(int type, int code, Severity severity) throws IOException {
        Finding found = v4(type, code).only("CODE-POINT");
        assertEquals(severity, found.severity());
        assertEquals(List.of(1L), found.evidence().frames());
    }

    @ParameterizedTest
    @CsvSource({"5, 0, LOW", "127, 0, LOW", "100, 3, INFO", "200, 0, INFO", "128, 1, LOW", "202, 0, LOW"})
    void soAreThoseOfIcmpv6(int type, int code, Severity severity) throws IOException {
        assertEquals(severity, v6(type, code).only("CODE-POINT").severity());
    }

    /** Trouble with source quench, information and masks has findings of its own; MRD says an interval by its code. */
    @ParameterizedTest
    @CsvSource({
        "4, 8, 0",
        "4, 13, 0",
        "4, 4, 0",
        "4, 15, 0",
        "4, 17, 0",
        "4, 42, 0",
        "6, 128, 0",
        "6, 151, 20",
        "6, 155, 131"
    })
    void whatIsInUseIsNot(int version, int type, int code) throws IOException {
        Judged judged = version == 4 ? v4(type, code) : v6(type, code);
        assertEquals(0, judged.of("CODE-POINT").size());
    }

    @Test
    void manyNumbersOfOneStateAreOneFinding() throws IOException {
        byte[][] packets = new byte[20][];
        for (int i = 0; i < packets.length; i++) {
            packets[i] = Wrapped.ip4("10.0.0.1", "10.0.0.2", Wrapped.message(60 + i, 0, zeros(8)));
        }
        Finding found = Wrapped.packets(packets).only("CODE-POINT");
        assertEquals(20, found.evidence().count());
        assertEquals(10, found.evidence().frames().size());
        assertTrue(found.title().endsWith("60, 61, 62 and others"), found::title);
    }

    @Test
    void anUnusualCodeOfAPingIsFoundInTheCorpus() throws IOException {
        Finding found =
                Judged.corpus("7cc9003eac_icmp-ping-plus-weird-code.pcap").only("CODE-POINT");
        assertEquals(List.of(2L), found.evidence().frames());
    }

    /** RFC 2460 section 4.4: next header, length in units of eight bytes, type, segments left, reserved, addresses. */
    private static byte[] routed(int type, int segmentsLeft) {
        byte[] ping = Ping.between("2001:4f8::1", "2001:4f8::2").request(1);
        byte[] header =
                join(hex(String.format("3a 02 %02x %02x 00000000", type, segmentsLeft)), Ping.address("2001:4f8::2"));
        return Wrapped.ip6("2001:4f8::1", "2001:4f8::9", 43, join(header, slice(ping, 40, ping.length)));
    }

    @Test
    void aRoutingHeaderOfType0IsFoundEvenWhenItIsUsedUp() throws IOException {
        Finding found = Wrapped.packets(routed(0, 1), routed(0, 0)).only("ROUTING-HEADER-0");
        assertEquals(Severity.MEDIUM, found.severity());
        assertEquals(2, found.evidence().count());
        assertEquals(
                1,
                Judged.corpus("dda7360b5c_ip6-route0-icmp6-good-chksum.pcap")
                        .of("ROUTING-HEADER-0")
                        .size());
    }

    @Test
    void recordedOnesAreFound() throws IOException {
        Finding found = Judged.lab("routing6").only("ROUTING-HEADER-0");
        assertEquals(3, found.evidence().count());
        assertEquals(0, Judged.lab("ping6-clean").of("ROUTING-HEADER-0").size());
    }

    @Test
    void itIsFoundBehindOtherHeaders() throws IOException {
        byte[] packet = routed(0, 1);
        byte[] options = hex("2b 00 0104 00000000"); // PadN of six bytes, then the routing header
        byte[] longer = Wrapped.ip6("2001:4f8::1", "2001:4f8::9", 0, join(options, slice(packet, 40, packet.length)));
        assertEquals(Set.of("ROUTING-HEADER-0"), Wrapped.packets(longer).ids());
    }

    @Test
    void thoseOfMobileAndSegmentRoutingAreInUse() throws IOException {
        assertEquals(
                0,
                Wrapped.packets(routed(2, 1), routed(4, 1))
                        .of("ROUTING-HEADER-0")
                        .size());
    }

    @Test
    void messagesInTheOtherVersionOfIpAreFound() throws IOException {
        byte[] message4 = Wrapped.message(8, 0, zeros(8));
        byte[] in6 = Wrapped.ip6("2001:4f8::1", "2001:4f8::2", 1, message4);
        assertEquals(
                Severity.LOW, Wrapped.packets(in6).only("PROTOCOL-MISMATCH").severity());
        byte[] in4 = Wrapped.ip4("10.0.0.1", "10.0.0.2", 58, 0, hex("8000 0000 0001 0001"));
        assertEquals(
                Set.of("PROTOCOL-MISMATCH"), Wrapped.packets(in4).ids(), "its checksum is not defined, so not bad");
        assertEquals(
                Set.of(),
                Wrapped.packets(cut(Ping.between("10.0.0.1", "10.0.0.2").request(1), 36))
                        .ids());
    }
}
