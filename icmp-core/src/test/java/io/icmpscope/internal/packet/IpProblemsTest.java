package io.icmpscope.internal.packet;

import static io.icmpscope.internal.packet.Decoded.ADDRESSES;
import static io.icmpscope.internal.packet.Decoded.ECHO;
import static io.icmpscope.internal.packet.Decoded.ECHO6;
import static io.icmpscope.internal.packet.Decoded.ETHERNET;
import static io.icmpscope.internal.packet.Decoded.ethernet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.handmade.Bytes;
import io.icmpscope.report.Problem;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is odd about an IP header is told with the message that it carries. */
class IpProblemsTest {

    private static final String ENDS = "c0000201 c0000202";

    @Test
    void aHeaderChecksumThatHoldsIsNoProblem() throws IOException {
        assertEquals(
                List.of(),
                Decoded.ip("45 00 001c 0001 0000 40 01 f6dc", ENDS, ECHO).only().problems());
    }

    @Test
    void aHeaderChecksumThatDoesNotHoldIsTold() throws IOException {
        List<Problem> problems =
                Decoded.ip("45 00 001c 0001 0000 40 01 f6dd", ENDS, ECHO).only().problems();
        assertEquals(List.of(new Problem("ipv4", 0, 0xFFFF, 1, "its header checksum does not hold")), problems);
    }

    @Test
    void aHeaderChecksumOfZeroIsLeftToTheNetworkCard() throws IOException {
        assertEquals(
                List.of(),
                Decoded.ip("45 00 001c 0001 0000 40 01 0000", ENDS, ECHO).only().problems());
    }

    @Test
    void aTotalLengthBeyondTheFrameSaysHowManyBytesThereAre() throws IOException {
        byte[] packet = Bytes.hex("45 00 0064 0001 0000 40 01 0000", ENDS, ECHO);
        Problem problem = Decoded.frames(ETHERNET, ethernet("0800", packet))
                .only()
                .problems()
                .get(0);
        assertEquals("ipv4", problem.layer());
        assertEquals(14, problem.byteOffset());
        assertEquals(100, problem.needed());
        assertEquals(28, problem.had());
    }

    @Test
    void aTotalLengthOfZeroIsTold() throws IOException {
        Problem problem = Decoded.ip("45 00 0000 0001 0000 40 01 0000", ENDS, ECHO)
                .only()
                .problems()
                .get(0);
        assertEquals("its total length is 0, left to the network card; the frame's length is used", problem.message());
    }

    @Test
    void aPayloadLengthBeyondTheFrameIsTold() throws IOException {
        Problem problem = Decoded.ip("60000000 0010 3a 40", ADDRESSES, ECHO6)
                .only()
                .problems()
                .get(0);
        assertEquals("ipv6", problem.layer());
        assertEquals(56, problem.needed());
        assertEquals(48, problem.had());
    }

    @Test
    void theOtherVersionsIcmpIsTold() throws IOException {
        assertEquals(
                "ICMPv6 in an IPv4 datagram",
                Decoded.ip("45 00 001c 0001 0000 40 3a 0000", ENDS, ECHO6)
                        .only()
                        .problems()
                        .get(0)
                        .message());
        assertEquals(
                "ICMP for IPv4 in an IPv6 packet",
                Decoded.ip("60000000 0008 01 40", ADDRESSES, ECHO)
                        .only()
                        .problems()
                        .get(0)
                        .message());
    }
}
