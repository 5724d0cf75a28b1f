package io.icmpscope.internal.packet;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.number;
import static io.icmpscope.internal.packet.Decoded.ETHERNET;
import static io.icmpscope.internal.packet.Decoded.PING4;
import static io.icmpscope.internal.packet.Decoded.RAW;
import static io.icmpscope.internal.packet.Decoded.ethernet;
import static java.nio.ByteOrder.BIG_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.report.ChecksumStatus;
import io.icmpscope.report.PacketEntry;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tunnels within tunnels: how many, and what the outer ones say of the inner ones. */
class TunnelDepthTest {

    private static final String ENDS = "0a000001 0a000002";
    private static final String ENDS_6 = "20010db8000a00000000000000000001 20010db8000a00000000000000000002";

    private static byte[] in4(int protocol, byte[] carried) {
        byte[] length = number(BIG_ENDIAN, 2, 20 + carried.length);
        byte[] next = number(BIG_ENDIAN, 1, protocol);
        return join(hex("45 00"), length, hex("0001 0000 40"), next, hex("0000", ENDS), carried);
    }

    private static byte[] in6(int next, byte[] carried) {
        byte[] length = number(BIG_ENDIAN, 2, carried.length);
        return join(hex("60000000"), length, number(BIG_ENDIAN, 1, next), hex("40", ENDS_6), carried);
    }

    /** Trap 38. */
    @Test
    void trap38EightIpHeadersAreReadAndNotOneMore() throws IOException {
        byte[] packet = PING4;
        for (int headers = 2; headers <= 8; headers++) {
            packet = in4(4, packet);
            PacketEntry entry = Decoded.frames(RAW, packet).only();
            assertEquals(
                    Collections.nCopies(headers, "ipv4"),
                    entry.path().subList(1, entry.path().size()));
            assertEquals("192.0.2.1", entry.source().toString());
        }
        assertTrue(Decoded.frames(RAW, in4(4, packet)).isEmpty());
        assertTrue(Decoded.frames(RAW, in6(4, packet)).isEmpty());
    }

    /** Trap 38. */
    @Test
    void trap38ATunnelWithinItselfAThousandTimesEnds() throws IOException {
        byte[] gre = PING4;
        byte[] mixed = PING4;
        for (int i = 0; i < 1000; i++) {
            gre = in4(47, join(hex("0000 0800"), gre));
            mixed = i % 2 == 0 ? in6(4, mixed) : in4(41, mixed);
        }
        assertTrue(Decoded.frames(RAW, gre).isEmpty());
        assertTrue(Decoded.frames(RAW, mixed).isEmpty());
    }

    /** Trap 38. */
    @ParameterizedTest
    @CsvSource({"8100 0001, 62", "22f3 0001 0001 0002 020000000002 020000000001, 31"})
    void trap38HeadersThatAreNoIpAreCountedToo(String header, int most) throws IOException {
        for (int headers : List.of(1, most, most + 1, 4000)) {
            byte[] tags = hex(header.repeat(headers));
            byte[] frame = join(hex("020000000002 020000000001"), tags, hex("0800"), PING4);
            int expected = headers <= most ? 1 : 0;
            assertEquals(expected, Decoded.frames(ETHERNET, frame).packets().size(), headers + " headers");
        }
    }

    @Test
    void aStackOfLabelsEndsToo() throws IOException {
        for (int labels : List.of(1, 62, 63, 5000)) {
            byte[] stack = hex("00010040".repeat(labels - 1) + "00010140");
            int found = Decoded.frames(ETHERNET, ethernet("8847", join(stack, PING4)))
                    .packets()
                    .size();
            assertEquals(labels <= 62 ? 1 : 0, found, labels + " labels");
        }
    }

    /** What the outer header leaves out was not sent in this tunnel: nothing behind its end is read, or verified. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void anInnerLengthNeverReachesBeyondTheOuterOne(int missing) throws IOException {
        byte[] packet = join(in4(4, PING4), hex("ff".repeat(20)));
        packet[3] -= (byte) missing;
        PacketEntry entry = Decoded.frames(RAW, packet).only();
        assertEquals(ChecksumStatus.UNVERIFIED, entry.checksumStatus());
        assertEquals(missing > 6, entry.icmpCode() == null);
        packet[3] -= (byte) (8 - missing);
        assertTrue(Decoded.frames(RAW, packet).isEmpty());
    }

    @Test
    void anInnerFrameMayBePaddedLikeAnyOther() throws IOException {
        byte[] padded = join(hex("08000000 00000700"), ethernet("0800", PING4), hex("ee".repeat(18)));
        PacketEntry entry = Decoded.frames(ETHERNET, UdpTunnelsTest.udp(49152, 4789, padded))
                .only();
        assertEquals(ChecksumStatus.GOOD, entry.checksumStatus());
    }

    /** An outer length that was left to the network card says nothing; the inner one does. */
    @Test
    void anInnerLengthHoldsWhenTheOuterOneIsZero() throws IOException {
        byte[] packet = join(in4(4, PING4), hex("ff".repeat(20)));
        packet[2] = 0;
        packet[3] = 0;
        assertEquals(ChecksumStatus.GOOD, Decoded.frames(RAW, packet).only().checksumStatus());
    }
}
