package io.icmpscope.internal.packet;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.number;
import static io.icmpscope.internal.packet.Decoded.ETHERNET;
import static io.icmpscope.internal.packet.Decoded.PING4;
import static io.icmpscope.internal.packet.Decoded.PING6;
import static io.icmpscope.internal.packet.Decoded.ethernet;
import static java.nio.ByteOrder.BIG_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A port is a hint and no proof: what does not look like the tunnel is passed over. */
class UdpTunnelsTest {

    private static final int UDP = 14 + 20; // where it begins in a frame over Ethernet and IPv4
    private static final String IPV4 = "0001 0000 40 11 0000 0a000001 0a000002";

    static Stream<SampleFrame> overIpv4() {
        return SampleFrame.tunnels().filter(row -> row.path().startsWith("ethernet, ipv4, udp"));
    }

    static byte[] udp(int from, int to, byte[] carried) {
        byte[] header = join(n2(from), n2(to), n2(8 + carried.length), n2(0));
        return ethernet("0800", join(hex("45 00"), n2(28 + carried.length), hex(IPV4), header, carried));
    }

    private static byte[] n2(int value) {
        return number(BIG_ENDIAN, 2, value);
    }

    @ParameterizedTest
    @MethodSource("overIpv4")
    void eitherPortMayBeTheTunnels(SampleFrame row) throws IOException {
        byte[] turned = row.bytes().clone();
        System.arraycopy(row.bytes(), UDP, turned, UDP + 2, 2);
        System.arraycopy(row.bytes(), UDP + 2, turned, UDP, 2);
        assertEquals(
                row.path(),
                String.join(", ", Decoded.frames(ETHERNET, turned).only().path()));
    }

    @ParameterizedTest
    @MethodSource("overIpv4")
    void onOtherPortsNothingIsGuessed(SampleFrame row) throws IOException {
        byte[] moved = row.bytes().clone();
        System.arraycopy(hex("c350 c351"), 0, moved, UDP, 4);
        assertTrue(Decoded.frames(ETHERNET, moved).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "4789, 00000000 00000700", // VXLAN that says it has no network
        "4790, 1c000001 00000700", // VXLAN-GPE of another version
        "4790, 0c000006 00000700", // and with another protocol
        "6081, 40 00 0800 00000700", // GENEVE of another version
        "6081, 01 00 0800 00000700", // and with an option that is not there
        "2152, 50 ff 001c 00000001", // GTP-U of another version
        "2152, 20 ff 001c 00000001", // GTP prime
        "2152, 30 01 001c 00000001", // an echo request of GTP's own
        "2152, 34 ff 0024 00000001 0000 00 85 00 1001 00", // an extension header of no length
        "3386, 3e ff 001c 0001 0000 ff ffffff 0000000000000001",
        "3544, 0002 0000",
        "1701, 0004 0008 0009 ff03 0021", // L2TP of another version
        "1701, c802 0028 0008 0009 0000 0000 ff03 0021", // a control message
        "1701, 1002 0008 0009 ff03 0021", // a reserved bit
        "1701, 0003 0000 00000000", // version 3, control
        "6080, 20 04 0000", // GUE, control
        "6080, 00 01 0000", // ICMP without IP
        "6080, 80 04 0000", // another version
        "5247, 10 100200 00000000", // CAPWAP of another version
        "5247, 01 100200 00000000", // behind DTLS
        "5247, 00 100208 00000000", // a keep-alive
        "5247, 00 100280 00000000", // a fragment
        "5247, 00 100500 00000000", // of another kind of radio
        "6635, 00010040", // MPLS without a last label
        "5072, 02 50 10 04 00000000", // AYIYA that does not forward
        "5072, 02 50 11 01 00000000", // ICMP without IP
        "4341, 03 000000 00000001", // LISP that is encrypted
        "5555, 00", // foo over UDP: not at the first byte
    })
    void whatDoesNotLookLikeTheTunnelIsPassedOver(int port, String header) throws IOException {
        assertTrue(Decoded.frames(ETHERNET, udp(49152, port, join(hex(header), PING4)))
                .isEmpty());
    }

    @Test
    void fooOverUdpMustBeJustAsLongAsItsDatagram() throws IOException {
        assertEquals(
                1, Decoded.frames(ETHERNET, udp(49152, 5555, PING4)).packets().size());
        assertTrue(Decoded.frames(ETHERNET, udp(49152, 5555, join(PING4, hex("00"))))
                .isEmpty());
        assertEquals(
                1, Decoded.frames(ETHERNET, udp(49152, 5555, PING6)).packets().size());
        assertTrue(Decoded.frames(ETHERNET, udp(49152, 5555, join(PING6, hex("00"))))
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {53, 123, 443, 4788, 4791, 6082, 65535})
    void otherUdpLeavesAtOnce(int port) throws IOException {
        assertTrue(Decoded.frames(ETHERNET, udp(49152, port, PING4)).isEmpty());
    }

    /** The ports of an IPv4 header with options stand further behind. */
    @Test
    void optionsBeforeUdpAreNoPorts() throws IOException {
        byte[] carried = join(hex("c000 12b5 003a 0000 08000000 00000700"), ethernet("0800", PING4));
        byte[] header = hex("46 00 0052 0001 0000 40 11 0000 0a000001 0a000002 94040000");
        assertEquals(
                List.of("ethernet", "ipv4", "udp", "vxlan 7", "ethernet", "ipv4"),
                Decoded.frames(ETHERNET, ethernet("0800", join(header, carried)))
                        .only()
                        .path());
    }

    @Test
    void aTunnelInFragmentsIsJoined() throws IOException {
        byte[] whole = join(hex("c000 12b5 003a 0000 08000000 00000700"), ethernet("0800", PING4));
        byte[] first = new byte[24];
        byte[] rest = new byte[whole.length - 24];
        System.arraycopy(whole, 0, first, 0, 24);
        System.arraycopy(whole, 24, rest, 0, rest.length);
        byte[] one = join(hex("45 00 002c 0007 2000 40 11 0000 0a000001 0a000002"), first);
        byte[] two = join(hex("45 00 0036 0007 0003 40 11 0000 0a000001 0a000002"), rest);
        Decoded decoded = Decoded.frames(ETHERNET, ethernet("0800", one), ethernet("0800", two));
        assertEquals(
                List.of("ethernet", "ipv4", "udp", "vxlan 7", "ethernet", "ipv4"),
                decoded.only().path());
        assertEquals("192.0.2.1", decoded.only().source().toString());
    }
}
