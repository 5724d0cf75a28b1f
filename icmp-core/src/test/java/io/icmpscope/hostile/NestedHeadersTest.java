package io.icmpscope.hostile;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.number;
import static io.icmpscope.handmade.Bytes.slice;
import static java.nio.ByteOrder.BIG_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Ping;
import io.icmpscope.message.DestinationUnreachable;
import io.icmpscope.report.IcmpReport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers in headers in headers: they are gone through one by one, not one within the other, and not for ever. */
@SmallHeap
class NestedHeadersTest {

    private static final int ETHERNET = 1;
    private static final int RAW_IP = 101;
    private static final int FRAMES = 200; // of up to 64 KiB each
    private static final byte[] PING4 = Ping.between("192.0.2.1", "192.0.2.2").request(1);
    private static final String ENDS6 = "20010db8000a00000000000000000001 20010db8000a00000000000000000002";
    private static final String ECHO6 = "8000 0000 1234 0001";

    /** Header types are hop-by-hop 0, routing 43, destination 60, mobility 135; in a chain as long as a packet can be. */
    @ParameterizedTest
    @ValueSource(strings = {"00", "2b", "3c", "87"})
    void aChainOfThousandsOfIpv6HeadersEnds(String type) {
        int headers = 8_000;
        byte[] chain =
                hex((type + "00 0000 00000000").replace(" ", "").repeat(headers - 1), "3a00 0000 00000000", ECHO6);
        goesOn(RAW_IP, join(hex("60000000"), number(BIG_ENDIAN, 2, chain.length), hex(type, "40", ENDS6), chain));
    }

    @Test
    void aChainOfFragmentHeadersEnds() {
        byte[] chain = hex("2c00 0000 00000007".replace(" ", "").repeat(7_000), "3a00 0000 00000007", ECHO6);
        goesOn(RAW_IP, join(hex("60000000"), number(BIG_ENDIAN, 2, chain.length), hex("2c 40", ENDS6), chain));
    }

    @ParameterizedTest
    @CsvSource({"4, ''", "47, 0000 0800", "17, 12b5 12b5 0000 0000 0800 0000 0000 0700 020000000002 020000000001 0800"})
    void aTunnelWithinItselfThousandsOfTimesEnds(int protocol, String header) {
        byte[] packet = PING4;
        byte[] between = hex(header);
        while (packet.length + between.length + 20 < 65_000) {
            byte[] length = number(BIG_ENDIAN, 2, 20 + between.length + packet.length);
            byte[] next = number(BIG_ENDIAN, 1, protocol);
            packet =
                    join(hex("4500"), length, hex("00010000 40"), next, hex("0000 0a000001 0a000002"), between, packet);
        }
        goesOn(RAW_IP, packet);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8100 0001", "88a8 0001", "22f3 0001 0001 0002 020000000002 020000000001", "8847 00010040"})
    void tagsAndLabelsAsManyAsFitEnd(String tag) {
        int many = 60_000 / (tag.replace(" ", "").length() / 2);
        goesOn(ETHERNET, join(hex("020000000002 020000000001"), hex(tag.repeat(many)), hex("0800"), PING4));
    }

    /** An error that quotes an error that quotes an error; at the bottom a datagram to a closed port. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 100, 2_300})
    void anErrorAboutErrorsAboutErrorsIsOneMessage(int depth) {
        byte[] packet = hex("4500001c 00010000 40110000 c0000201 c0000202 1234 0035 0008 0000");
        for (int i = 0; i < depth; i++) {
            byte[] length = number(BIG_ENDIAN, 2, 28 + packet.length);
            packet = join(hex("4500"), length, hex("00010000 4001 0000 c0000202 c0000201 0303 0000 00000000"), packet);
        }
        IcmpReport report = goesOn(RAW_IP, packet);
        assertEquals(FRAMES + 1, report.icmpPackets(), "one a frame, however deep, and the ping");
        DestinationUnreachable outer =
                (DestinationUnreachable) report.packets().get(0).message();
        assertNotNull(outer.quoted());
        assertEquals(1, outer.quoted().protocol(), "the quote is an ICMP message, and is not opened");
    }

    /** Reads many such frames, and the ping behind them. */
    private static IcmpReport goesOn(int linkType, byte[] frame) {
        Pcap file = Pcap.bigEndian().network(linkType);
        byte[] header = linkType == ETHERNET ? hex("020000000002 020000000001 0800") : new byte[0];
        byte[] record = Pcap.bigEndian().record(1, 0, frame).bytes();
        byte[] last = Pcap.bigEndian().record(2, 0, join(header, PING4)).bytes();
        IcmpReport report = Opened.report(
                new Repeated(file.bytes(), behindFileHeader(record), FRAMES, (piece, i) -> {}, behindFileHeader(last)));
        assertEquals(FRAMES + 1, report.totalPackets());
        assertEquals(
                "192.0.2.1",
                report.packets().get(report.packets().size() - 1).source().toString());
        assertEquals(
                FRAMES + 1L, report.packets().get(report.packets().size() - 1).frameNumber());
        assertEquals(List.of(), report.capture().warnings().entries());
        return report;
    }

    private static byte[] behindFileHeader(byte[] file) {
        return slice(file, 24, file.length);
    }
}
