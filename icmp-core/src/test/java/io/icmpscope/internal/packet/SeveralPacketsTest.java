package io.icmpscope.internal.packet;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.number;
import static io.icmpscope.handmade.Bytes.slice;
import static io.icmpscope.internal.packet.Decoded.ETHERNET;
import static io.icmpscope.internal.packet.Decoded.PING4;
import static io.icmpscope.internal.packet.Decoded.PING6;
import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.report.PacketEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames that carry more than one packet. */
class SeveralPacketsTest {

    private static final int WLAN = 105;
    private static final int NETLINK = 253;

    private static final byte[] AGGREGATE =
            hex("8801 0000 020000000003 020000000001 020000000002 1000", "8000"); // IEEE 802.11 section 9.3.2.1
    private static final byte[] ENDS = hex("020000000002 020000000001");
    private static final byte[] LLC4 = hex("aaaa03 000000 0800");
    private static final byte[] LLC6 = hex("aaaa03 000000 86dd");
    private static final byte[] TCP = hex("45 00 0028 0001 0000 40 06 0000 c0000201 c0000202", "00".repeat(20));

    private static final byte[] NETLINK_HEADER = hex("0004 0338 0000 0000000000000000 000c");
    private static final byte[] NFLOG = hex("02 00 0001 2000 0900");

    private static byte[] msdu(byte[]... carried) {
        byte[] packet = join(carried);
        return join(ENDS, number(BIG_ENDIAN, 2, packet.length), packet);
    }

    private static byte[] padded(byte[] msdu) {
        return join(msdu, new byte[-msdu.length & 3]);
    }

    private static byte[] netlink(int type, byte[]... carried) {
        byte[] packet = join(carried);
        byte[] length = number(LITTLE_ENDIAN, 4, 16 + packet.length);
        return join(length, number(LITTLE_ENDIAN, 2, type), hex("0000 00000000 00000000"), packet);
    }

    private static List<String> paths(Decoded decoded) {
        List<String> paths = new ArrayList<>();
        decoded.packets().forEach(packet -> paths.add(String.join(", ", packet.path())));
        return paths;
    }

    @Test
    void everyPacketOfAnAggregateGivesItsMessage() throws IOException {
        byte[] frame =
                join(AGGREGATE, padded(msdu(LLC4, PING4)), padded(msdu(LLC4, TCP, hex("00"))), msdu(LLC6, PING6));
        Decoded decoded = Decoded.frames(WLAN, frame, join(AGGREGATE, msdu(LLC4, PING4)));
        assertEquals(
                List.of("wlan, a-msdu, llc, ipv4", "wlan, a-msdu, llc, ipv6", "wlan, a-msdu, llc, ipv4"),
                paths(decoded));
        assertEquals(
                List.of(1L, 1L, 2L),
                decoded.packets().stream().map(PacketEntry::frameNumber).toList());
        assertEquals(
                List.of(1L, 2L, 3L),
                decoded.packets().stream().map(PacketEntry::packetNumber).toList());
    }

    @Test
    void aFrameAfterAnAggregateBeginsAnew() throws IOException {
        byte[] open = join(AGGREGATE, padded(msdu(LLC4, PING4)), msdu(LLC4, TCP));
        byte[] plain = join(hex("0801 0000 020000000003 020000000001 020000000002 1000"), LLC4, PING4);
        assertEquals(
                List.of("wlan, a-msdu, llc, ipv4", "wlan, llc, ipv4"),
                paths(Decoded.frames(WLAN, open, plain, AGGREGATE)));
    }

    @Test
    void packetsOfNoLengthAreGonePast() throws IOException {
        byte[] empty = padded(join(ENDS, hex("0000")));
        byte[] frame = join(AGGREGATE, empty, empty, empty, msdu(LLC4, PING4), new byte[1000]);
        assertEquals(List.of("wlan, a-msdu, llc, ipv4"), paths(Decoded.frames(WLAN, frame)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0023, 0xFFFF})
    void aPacketWhoseLengthIsALieEndsTheFrame(int length) throws IOException {
        byte[] lie = join(ENDS, number(BIG_ENDIAN, 2, length), LLC4, PING4);
        Decoded decoded = Decoded.frames(WLAN, join(AGGREGATE, lie));
        assertEquals(List.of("wlan, a-msdu, llc, ipv4"), paths(decoded));
    }

    /** An aggregate within a tunnel within an aggregate: the inner rest comes before the outer. */
    @Test
    void aggregatesMayStandWithinEachOther() throws IOException {
        byte[] inner = join(hex("00 100300 00000000"), AGGREGATE, padded(msdu(LLC4, PING4)), msdu(LLC6, PING6));
        byte[] udp = UdpTunnelsTest.udp(49152, 5247, inner);
        byte[] ip = new byte[udp.length - 14];
        System.arraycopy(udp, 14, ip, 0, ip.length);
        byte[] frame = join(AGGREGATE, padded(msdu(LLC4, ip)), msdu(LLC4, PING4));
        String before = "wlan, a-msdu, llc, ipv4, udp, capwap, wlan, a-msdu, llc, ";
        assertEquals(
                List.of(before + "ipv4", before + "ipv6", "wlan, a-msdu, llc, ipv4"),
                paths(Decoded.frames(WLAN, frame)));
    }

    /** The rest of an aggregate lies in the joined datagram, no longer in the frame. */
    @Test
    void anAggregateInFragmentsGivesAllItsMessages() throws IOException {
        byte[] inner = join(hex("00 100300 00000000"), AGGREGATE, padded(msdu(LLC4, PING4)), msdu(LLC6, PING6));
        byte[] udp = UdpTunnelsTest.udp(49152, 5247, inner);
        byte[] first = new byte[14 + 20 + 40];
        byte[] rest = new byte[udp.length - 40];
        System.arraycopy(udp, 0, first, 0, first.length);
        System.arraycopy(udp, 0, rest, 0, 14 + 20);
        System.arraycopy(udp, first.length, rest, 14 + 20, udp.length - first.length);
        System.arraycopy(hex("003c 0001 2000"), 0, first, 16, 6);
        System.arraycopy(join(number(BIG_ENDIAN, 2, rest.length - 14), hex("0001 0005")), 0, rest, 16, 6);
        String before = "ethernet, ipv4, udp, capwap, wlan, a-msdu, llc, ";
        Decoded decoded = Decoded.frames(ETHERNET, first, rest);
        assertEquals(List.of(before + "ipv4", before + "ipv6"), paths(decoded));
        assertEquals("2001:db8::1", decoded.packets().get(1).source().toString());
    }

    /** And the rest of one that completes a datagram lies in the frame again. */
    @Test
    void whatFollowsALastFragmentInAnAggregateIsReadToo() throws IOException {
        byte[] echo = hex("0800 5ec4 1234 0001 0000000000000000 3301"); // RFC 792, in two fragments
        byte[] one = join(hex("45 00 0024 0007 2000 40 01 0000 c0000201 c0000202"), slice(echo, 0, 16));
        byte[] two = join(hex("45 00 0016 0007 0002 40 01 0000 c0000201 c0000202"), slice(echo, 16, 18));
        byte[] frame = join(
                AGGREGATE,
                padded(msdu(LLC4, one)),
                padded(msdu(LLC4, two)),
                padded(msdu(LLC6, PING6)),
                msdu(LLC4, PING4));
        Decoded decoded = Decoded.frames(WLAN, frame);
        String path = "wlan, a-msdu, llc, ipv";
        assertEquals(List.of(path + "4", path + "6", path + "4"), paths(decoded));
        assertEquals(
                List.of("192.0.2.1", "2001:db8::1", "192.0.2.1"),
                decoded.packets().stream()
                        .map(packet -> packet.source().toString())
                        .toList());
    }

    @Test
    void everyLoggedPacketOfAFrameGivesItsMessage() throws IOException {
        byte[] logged = netlink(0x0400, NFLOG, PING4);
        byte[] other = netlink(0x0003, hex("00000000"));
        String path = "netlink, netfilter, nflog, ipv4";
        Decoded decoded = Decoded.frames(NETLINK, join(NETLINK_HEADER, other, logged, other, logged, logged, other));
        assertEquals(List.of(path, path, path), paths(decoded));
    }

    @Test
    void aNetlinkMessageOfNoLengthEndsTheFrame() throws IOException {
        byte[] none = hex("00000000 0004 0000 00000000 00000000");
        byte[] logged = netlink(0x0400, NFLOG, PING4);
        assertTrue(Decoded.frames(NETLINK, join(NETLINK_HEADER, none, logged)).isEmpty());
        assertEquals(
                1,
                Decoded.frames(NETLINK, join(NETLINK_HEADER, logged, none))
                        .packets()
                        .size());
    }
}
