package io.icmpscope.mcp.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.mcp.HandMade;
import io.icmpscope.report.AnalysisOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
    @Test
    void aPingWithALossAndAnErrorIsToldInFigures() throws IOException {
        assertEquals(
                List.of(
                        "The capture holds 5 packets over 11.000 s; it contains 4 ICMP messages (all ICMPv4)"
                                + " between 3 addresses.",
                        "1 ping session sent 2 requests: 1 answered, 1 lost (50 %).",
                        "Round trips from 192.0.2.1 to 192.0.2.2 (id 4711) took 1.500 ms on average"
                                + " (min 1.500, max 1.500, mdev 0.000).",
                        "1 ICMP error was reported: 1 Destination Unreachable.",
                        "The address 198.51.100.9 could not be reached.",
                        "The busiest address is 192.0.2.1 (2 sent, 2 received)."),
                of(HandMade.ping()));
    }

    @Test
    void requestsThatTheEndOfTheCaptureLeavesOpenAreNotLost() throws IOException {
        assertEquals(
                "1 ping session sent 1 request: 0 answered, 0 lost, 1 still open when the capture ended.",
                of(HandMade.pcap().frame(0, HandMade.REQUEST_1).bytes()).get(1));
    }

    @Test
    void aDamagedCaptureIsCalledSo() throws IOException {
        byte[] whole = HandMade.ping();
        List<String> sentences = of(Arrays.copyOf(whole, whole.length - 1));
        assertEquals(
                "The capture is damaged or cut (1 warning); what could be read was analysed.",
                sentences.get(sentences.size() - 1));
    }

    @Test
    void aCaptureWithoutPingsSaysSoInThreeSentencesAtLeast() throws IOException {
        List<String> sentences = of(HandMade.pcap()
                .frame(0, HandMade.REDIRECT)
                .frame(5, HandMade.PACKET_TOO_BIG)
                .bytes());
        assertEquals(
                List.of(
                        "The capture holds 2 packets over 0.000 s; it contains 2 ICMP messages (1 ICMPv4, 1 ICMPv6)"
                                + " between 4 addresses.",
                        "No ping was captured.",
                        "2 ICMP errors were reported: 1 Packet Too Big, 1 Redirect.",
                        "The busiest address is 192.0.2.1 (0 sent, 1 received)."),
                sentences);
    }

    private static List<String> of(byte[] capture) throws IOException {
        return Summary.of(IcmpAnalyzer.analyze(ByteBuffer.wrap(capture), AnalysisOptions.defaults()));
    }
}
