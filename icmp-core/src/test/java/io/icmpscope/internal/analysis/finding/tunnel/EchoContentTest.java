package io.icmpscope.internal.analysis.finding.tunnel;

import static io.icmpscope.handmade.Bytes.cut;
import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.zeros;
import static io.icmpscope.internal.analysis.finding.tunnel.EchoScene.n;
import static io.icmpscope.internal.analysis.finding.tunnel.EchoScene.packet;
import static io.icmpscope.internal.analysis.finding.tunnel.EchoScene.random;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.handmade.Ping;
import io.icmpscope.internal.analysis.finding.Views;
import io.icmpscope.internal.packet.PacketView;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the data of one echo is taken for. */
class EchoContentTest {

    private static PacketView echo(byte[] data) throws IOException {
        return Views.of(Ping.between("192.0.2.1", "192.0.2.2").data(data).request(1));
    }

    private static Embedded embedded(byte[] data) throws IOException {
        return Embedded.in(echo(data), 0);
    }

    /** RFC 791: the header's length in words, the total length, a checksum that holds. */
    @Test
    void packetsOfIpv4AreKnownByTheirHeader() throws IOException {
        assertEquals(Embedded.IPV4, embedded(packet(1, 20)));
        assertEquals(Embedded.IPV4, embedded(join(packet(1, 60), zeros(9))), "padding behind it");
        assertEquals(Embedded.IPV4, embedded(join(random(3, 8), packet(1, 60))));
        assertEquals(Embedded.IPV4, embedded(join(random(3, 28), packet(1, 60))));
        assertEquals(null, embedded(join(random(3, 9), packet(1, 60))));
        assertEquals(null, embedded(cut(packet(1, 60), 59)), "longer than the data");
        assertEquals(null, embedded(cut(packet(1, 20), 19)));
        assertEquals(null, embedded(header("44", 60, 40)), "a header of 16 bytes");
        assertEquals(Embedded.IPV4, embedded(header("46", 24, 0)), "with options");
        assertEquals(null, embedded(header("46", 23, 0)), "a total length within the header");
        assertEquals(null, embedded(cut(header("47", 28, 0), 24)), "a header that is cut");
        byte[] wrong = packet(1, 60);
        wrong[8]++;
        assertEquals(null, embedded(wrong));
    }

    /** A header of 24 bytes and more behind it, of which the checksum is right for as many bytes as it says. */
    private static byte[] header(String first, int total, int more) {
        int length = (Integer.parseInt(first, 16) & 0xF) * 4;
        byte[] addresses = hex("0a000001 0a000002");
        byte[] head = join(hex(first, "00"), n(2, total), hex("0001 0000 4011"));
        byte[] options = zeros(Math.max(0, length - 20));
        byte[] summed = cut(join(head, zeros(2), addresses, options), length);
        return join(head, n(2, Ping.checksum(summed)), addresses, options, zeros(more));
    }

    /** RFC 8200: the payload length ends with the data, and next is TCP, UDP or ICMPv6. */
    @ParameterizedTest
    @CsvSource({
        "60, 8, 6, true",
        "60, 8, 17, true",
        "60, 8, 58, true",
        "60, 8, 59, false",
        "60, 7, 17, false",
        "60, 9, 17, false",
        "60, 0, 6, true",
        "50, 8, 6, false"
    })
    void packetsOfIpv6AreKnownByTheirHeader(String first, int bytes, int next, boolean known) throws IOException {
        int payload = bytes == 0 ? 0 : 8;
        byte[] head = join(hex(first, "000000"), n(2, bytes), n(1, next), n(1, 64), zeros(32), random(5, payload));
        for (int before : new int[] {0, 8, 28}) {
            assertEquals(known ? Embedded.IPV6 : null, embedded(join(zeros(before), head)), "behind " + before);
        }
        assertEquals(null, embedded(cut(head, 39)));
    }

    /** The fields of msg.proto, in their order, and 57005 as a signed number in the sixth. */
    @ParameterizedTest
    @CsvSource({
        "30dafa06, true",
        "30dafa07, false",
        "30dafa, false",
        "30, false",
        "32dafa06, false",
        "1001 30dafa06, true",
        "1001, false",
        "1001 0801 30dafa06, false",
        "1001 1001 30dafa06, false",
        "3801 30dafa06, false",
        "0001 30dafa06, false",
        "0a00 30dafa06, true",
        "0a03616263 30dafa06, true",
        "0a04616263 30dafa06, false",
        "0a20616263 30dafa06, false",
        "0d01 30dafa06, false",
        "088080808001 30dafa06, true",
        "08808080808001 30dafa06, false",
        "0880 30dafa06, false"
    })
    void messagesOfPingtunnelAreWalkedOver(String data, boolean known) throws IOException {
        assertEquals(known, PingTunnel.fits(echo(hex(data))));
    }
}
