package io.icmpscope.mcp.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.IcmpPackets;
import io.icmpscope.mcp.HandMade;
import io.icmpscope.mcp.Lab;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.PacketEntry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The names of a packet entry, each line written out by hand from the contract. */
class PacketJsonTest {
    @Test
    void aRequestSaysEverythingOfItsHeaders() throws IOException {
        assertEquals(
                "{\"file\":\"f\",\"packet_number\":1,\"frame_number\":2,\"timestamp\":\"2023-11-14T22:13:20.000001000Z\","
                        + "\"src_ip\":\"192.0.2.1\",\"dst_ip\":\"192.0.2.2\",\"ip_version\":4,\"ttl\":64,"
                        + "\"packet_size\":50,\"wire_size\":50,\"icmp_type\":8,\"icmp_code\":0,"
                        + "\"icmp_type_name\":\"Echo Request\",\"icmp_code_name\":\"Code 0\",\"icmp_id\":4711,\"icmp_seq\":1,"
                        + "\"checksum\":11248,\"checksum_status\":\"good\",\"path\":[\"ethernet\",\"ipv4\"],"
                        + "\"payload_size\":8}",
                lines(HandMade.pcap().frame(0, HandMade.ARP).frame(1, HandMade.REQUEST_1))
                        .get(0));
    }

    @Test
    void aReplySaysWhichRequestItAnswersAndHowLongThatTook() throws IOException {
        String reply = lines(HandMade.pcap().frame(0, HandMade.REQUEST_1).frame(1_500, HandMade.REPLY_1))
                .get(1);
        assertEquals(
                "{\"file\":\"f\",\"packet_number\":2,\"frame_number\":2,\"timestamp\":\"2023-11-14T22:13:20.001500000Z\","
                        + "\"src_ip\":\"192.0.2.2\",\"dst_ip\":\"192.0.2.1\",\"ip_version\":4,\"ttl\":63,"
                        + "\"packet_size\":50,\"wire_size\":50,\"icmp_type\":0,\"icmp_code\":0,"
                        + "\"icmp_type_name\":\"Echo Reply\",\"icmp_code_name\":\"Code 0\",\"icmp_id\":4711,\"icmp_seq\":1,"
                        + "\"checksum\":13296,\"checksum_status\":\"good\",\"path\":[\"ethernet\",\"ipv4\"],"
                        + "\"rtt_ms\":1.5,\"request_frame\":1,\"payload_size\":8}",
                reply);
    }

    @Test
    void aReplyWithoutItsRequestHasNoRoundTripTimeAndSaysSo() throws IOException {
        String reply = lines(HandMade.pcap().frame(0, HandMade.REPLY_1)).get(0);
        assertEquals("\"rtt_ms\":null,\"payload_size\":8}", from("\"rtt_ms\"", reply));
    }

    @Test
    void anErrorHasNoIdAndQuotesTheOriginal() throws IOException {
        String error =
                lines(HandMade.pcap().frame(0, HandMade.HOST_UNREACHABLE)).get(0);
        assertEquals(
                "\"icmp_type\":3,\"icmp_code\":1,\"icmp_type_name\":\"Destination Unreachable\","
                        + "\"icmp_code_name\":\"Host Unreachable\",\"icmp_id\":null,\"icmp_seq\":null,"
                        + "\"checksum\":56855,\"checksum_status\":\"good\",\"path\":[\"ethernet\",\"ipv4\"],"
                        + "\"original\":{\"src_ip\":\"192.0.2.1\",\"dst_ip\":\"198.51.100.9\",\"protocol\":17,"
                        + "\"src_port\":40000,\"dst_port\":33434,\"ip_version\":4,\"ttl\":1,\"total_length\":32,"
                        + "\"identification\":7,\"fragment_offset\":0,\"quoted_bytes\":28}}",
                from("\"icmp_type\"", error));
    }

    @Test
    void theMtuStandsOnTheMessagesThatCarryOne() throws IOException {
        List<String> lines =
                lines(HandMade.pcap().frame(0, HandMade.FRAGMENTATION_NEEDED).frame(1, HandMade.PACKET_TOO_BIG));
        assertContains("\"mtu\":1300,\"original\":", lines.get(0));
        assertContains("\"mtu\":1280,\"original\":", lines.get(1));
    }

    @Test
    void aRedirectNamesItsGatewayAndAParameterProblemItsPointer() throws IOException {
        List<String> lines = lines(HandMade.pcap().frame(0, HandMade.REDIRECT).frame(1, HandMade.PARAMETER_PROBLEM));
        assertContains("\"gateway\":\"192.0.2.253\",", lines.get(0));
        assertContains("\"pointer\":9,", lines.get(1));
    }

    @Test
    void neighbourDiscoveryNamesItsTargetAndItsRedirectTheGateway() throws IOException {
        List<String> lines =
                lines(HandMade.pcap().frame(0, HandMade.NEIGHBOR_SOLICITATION).frame(1, HandMade.REDIRECT_V6));
        assertContains(
                "\"checksum_status\":\"good\",\"path\":[\"ethernet\",\"ipv6\"],\"target\":\"fe80::2\"}", lines.get(0));
        assertContains(
                "\"path\":[\"ethernet\",\"ipv6\"],\"gateway\":\"fe80::fd\","
                        + "\"message\":{\"kind\":\"redirect_message\",\"destination\":\"2001:db8::9\"}}",
                lines.get(1));
    }

    @Test
    void aRouterAdvertisementSaysWhatHostsLearnFromIt() throws IOException {
        String advertisement = line("nd6.pcap", 134);
        assertEquals(
                "\"path\":[\"ethernet\",\"ipv6\"],\"options\":["
                        + "{\"type\":3,\"kind\":\"prefix_information\",\"prefix\":\"2001:db8:100::\",\"prefix_length\":64,"
                        + "\"on_link\":true,\"autonomous\":true,\"router_address\":false,\"delegation\":false,"
                        + "\"valid_lifetime_seconds\":7200,\"preferred_lifetime_seconds\":3600},"
                        + "{\"type\":25,\"kind\":\"recursive_dns_servers\",\"lifetime_seconds\":600,"
                        + "\"addresses\":[\"2001:db8:100::53\",\"2001:db8:100::54\"]},"
                        + "{\"type\":31,\"kind\":\"dns_search_list\",\"lifetime_seconds\":600,"
                        + "\"domains\":[\"lab.example\",\"corp.example\"]},"
                        + "{\"type\":5,\"kind\":\"mtu\",\"mtu\":1400},"
                        + "{\"type\":1,\"kind\":\"link_layer_address\",\"address\":\"02:00:00:00:01:02\"}],"
                        + "\"message\":{\"kind\":\"router_advertisement\",\"hop_limit\":64,\"managed_addresses\":false,"
                        + "\"other_configuration\":false,\"home_agent\":false,\"preference\":0,\"proxy\":false,\"flags\":0,"
                        + "\"router_lifetime_seconds\":90,\"reachable_time_millis\":0,\"retrans_timer_millis\":0}}",
                from("\"path\"", advertisement));
    }

    @Test
    void aRedirectOverIpv6QuotesTheOriginalToo() throws IOException {
        assertContains(
                "\"gateway\":\"fe80::ff:fe00:103\",\"original\":{\"src_ip\":\"2001:db8:1::1\",\"dst_ip\":\"2001:db8:2::2\",",
                line("redirect6.pcap", 137));
    }

    @Test
    void extensionsOfAnErrorStandBesideTheirStructure() throws IOException {
        assertContains(
                "\"quoted_bytes\":128},\"extensions\":[{\"class\":1,\"c_type\":1,\"kind\":\"mpls_label_stack\","
                        + "\"entries\":[{\"label\":24001,\"traffic_class\":5,\"bottom\":true,\"ttl\":1}]}],"
                        + "\"extension_structure\":{\"version\":2,\"checksum\":\"good\",\"legacy\":false}}",
                lines(HandMade.pcap().frame(0, HandMade.TIME_EXCEEDED_WITH_LABELS))
                        .get(0));
    }

    @Test
    void overIpv6TheHopLimitTakesThePlaceOfTheTimeToLive() throws IOException {
        String line = lines(HandMade.pcap().frame(0, HandMade.PACKET_TOO_BIG)).get(0);
        assertContains(
                "\"src_ip\":\"2001:db8::fe\",\"dst_ip\":\"2001:db8::1\",\"ip_version\":6,\"hop_limit\":64,\"packet_size\":110",
                line);
    }

    @Test
    void aWrongChecksumIsShownAsCaptured() throws IOException {
        String line = lines(HandMade.pcap().frame(0, HandMade.BAD_CHECKSUM)).get(0);
        assertContains("\"checksum\":4660,\"checksum_status\":\"bad\"", line);
    }

    @Test
    void theLastLineCountsAndWarns() throws IOException {
        byte[] whole = HandMade.ping();
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 3);
        try (IcmpPackets packets = IcmpAnalyzer.packets(new ByteArrayInputStream(cut), AnalysisOptions.defaults())) {
            while (packets.next() != null) {}
            String end = JsonWriter.text(
                    PacketLines.end("f", packets.totalPackets(), packets.icmpPackets(), packets.capture()));
            assertContains(
                    "{\"file\":\"f\",\"end\":true,\"total_packets\":4,\"icmp_packets_found\":4,"
                            + "\"warnings\":[{\"code\":\"CUT_SHORT\",\"file\":\"f\",\"byte_offset\":308,\"frame\":5,\"message\":",
                    end);
        }
    }

    private static String line(String capture, int type) throws IOException {
        return lines(IcmpAnalyzer.packets(Lab.capture(capture), AnalysisOptions.defaults())).stream()
                .filter(line -> line.contains("\"icmp_type\":" + type + ","))
                .findFirst()
                .orElseThrow();
    }

    private static void assertContains(String part, String line) {
        assertTrue(line.contains(part), () -> "no " + part + " in " + line);
    }

    private static String from(String start, String line) {
        return line.substring(line.indexOf(start));
    }

    private static List<String> lines(HandMade capture) throws IOException {
        return lines(IcmpAnalyzer.packets(new ByteArrayInputStream(capture.bytes()), AnalysisOptions.defaults()));
    }

    private static List<String> lines(IcmpPackets capture) throws IOException {
        List<String> lines = new ArrayList<>();
        try (capture) {
            for (PacketEntry packet = capture.next(); packet != null; packet = capture.next()) {
                lines.add(JsonWriter.text(PacketLines.packet("f", packet)));
            }
        }
        return lines;
    }
}
