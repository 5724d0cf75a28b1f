package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Bytes;
import io.icmpscope.handmade.Pcap;
import io.icmpscope.message.MulticastListener;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.PacketEntry;
import io.icmpscope.report.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the packet around a message says reaches the rules that the message can break by it. */
class CarriedMessagesTest {

    private static final int RAW_IP = 101; // LINKTYPE number

    private static final String FROM_TO = "fe800000 00000000 00000000 00000001" // fe80::1
            + "ff020000 00000000 00000000 00000001"; // ff02::1
    private static final String ADVERTISEMENT = "88 00 0000 20000000 20010db8 00000000 00000000 00000001";
    private static final String REPORT = "8f 00 0000 0000 0000";
    private static final String RECORD = "04 00 0000 ff020000 00000000 00000000 000000fb"; // of a report of one record
    private static final String ROUTER_ALERT = "3a 00 05 02 0000 01 00"; // and PadN, before ICMPv6
    private static final String PADDING = "3a 00 01 04 05020000"; // which looks like one
    private static final String ATOMIC_FRAGMENT = "3a 00 0000 12345678"; // the only fragment, before ICMPv6

    @Test
    void aNeighbourAdvertisementFromTheLinkHasNoProblem() throws IOException {
        assertEquals(
                List.of(), entry("60000000 0018 3a ff", FROM_TO, ADVERTISEMENT).problems());
    }

    @Test
    void oneFromBeyondARouterHasOne() throws IOException {
        Problem problem =
                entry("60000000 0018 3a 3f", FROM_TO, ADVERTISEMENT).problems().get(0);
        assertEquals(255, problem.needed());
        assertEquals(63, problem.had());
        assertEquals(40, problem.byteOffset());
    }

    @Test
    void oneBehindAFragmentHeaderHasOneEvenWhenItIsTheOnlyFragment() throws IOException {
        List<Problem> problems = entry("60000000 0020 2c ff", FROM_TO, ATOMIC_FRAGMENT, ADVERTISEMENT)
                .problems();
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).message().contains("fragment header"));
    }

    @Test
    void aReportWithARouterAlertHasNoProblem() throws IOException {
        PacketEntry entry = entry("60000000 0010 00 01", FROM_TO, ROUTER_ALERT, REPORT);
        assertEquals(new MulticastListener.ReportVersion2(0, List.of()), entry.message());
        assertEquals(List.of(), entry.problems());
    }

    @Test
    void aReportWithoutARouterAlertHasOne() throws IOException {
        for (List<String> headers :
                List.of(List.of("60000000 0008 3a 01", FROM_TO), List.of("60000000 0010 00 01", FROM_TO, PADDING))) {
            List<Problem> problems = entry(String.join("", headers), REPORT).problems();
            assertEquals(1, problems.size());
            assertTrue(problems.get(0).message().contains("router alert"));
        }
    }

    @Test
    void aReportInFragmentsIsNotBlamedForARouterAlertThatOnlyTheyHad() throws IOException {
        String alert = "2c 00 05 02 0000 01 00"; // before the fragment header
        String first = "60000000 0018 00 01" + FROM_TO + alert + "3a 00 0001 00000007 8f 00 0000 0000 0001";
        String last = "60000000 0024 00 01" + FROM_TO + alert + "3a 00 0008 00000007" + RECORD;
        PacketEntry entry = entries(first, last).get(0);
        assertEquals(List.of(1L, 2L), entry.fragments());
        assertEquals(List.of(), entry.problems());
    }

    @Test
    void aMessageInIpv4BreaksNoRuleOfIpv6() throws IOException {
        String ipv4 = "45 00 002c 0000 0000 01 3a 0000 c0000201 c0000202";
        assertEquals(
                List.of("ICMPv6 in an IPv4 datagram"),
                entry(ipv4, ADVERTISEMENT).problems().stream()
                        .map(Problem::message)
                        .toList());
    }

    private static PacketEntry entry(String... packet) throws IOException {
        return entries(String.join("", packet)).get(0);
    }

    private static List<PacketEntry> entries(String... packets) throws IOException {
        Pcap capture = Pcap.bigEndian().network(RAW_IP);
        for (String packet : packets) {
            capture.record(0, 0, Bytes.hex(packet));
        }
        return IcmpAnalyzer.analyze(ByteBuffer.wrap(capture.bytes()), AnalysisOptions.defaults())
                .packets();
    }
}
