package io.icmpscope.mcp.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.mcp.HandMade;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The names of the result, written out by hand from the contract. */
class ReportJsonTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @Test
    void theResultSaysWhatTheContractSaysInItsOrder() throws IOException {
        String json = JsonWriter.text(ReportJson.brief("/p.pcap", report(HandMade.ping(), 100, 0), NOW));
        String head =
                "{\"file\":\"/p.pcap\",\"analysis_timestamp\":\"2026-11-23T08:00:00.000000000Z\",\"schema_version\":\"1\","
                        + "\"total_packets\":5,\"icmp_packets_found\":4,\"icmp_packets_analyzed\":4,\"summary\":[";
        assertEquals(head, json.substring(0, head.length()));
        String capture =
                "\"capture\":{\"format\":\"pcap\",\"byte_order\":\"little-endian\",\"compressed\":false,\"size_bytes\":366,"
                        + "\"link_types\":[\"ETHERNET\"],\"interfaces\":[{\"id\":0,\"name\":null,\"link_type\":\"ETHERNET\","
                        + "\"snaplen\":65535,\"filter\":null,\"received\":null,\"dropped\":null}],"
                        + "\"first_time\":\"2023-11-14T22:13:20.000000000Z\",\"last_time\":\"2023-11-14T22:13:31.000000000Z\","
                        + "\"duration_seconds\":11,\"truncated_frames\":0,\"incomplete_fragments\":0,"
                        + "\"unsupported_link_types\":[],\"comments\":[],\"warnings\":[],\"limits_hit\":[]},";
        String statistics = "\"statistics\":{\"icmp_type_counts\":"
                + "{\"Echo Reply\":1,\"Destination Unreachable\":1,\"Echo Request\":2},"
                + "\"unique_sources_count\":3,\"unique_destinations_count\":2,"
                + "\"unique_sources\":[\"192.0.2.1\",\"192.0.2.2\",\"192.0.2.254\"],"
                + "\"unique_destinations\":[\"192.0.2.1\",\"192.0.2.2\"],\"echo_sessions\":1,"
                + "\"echo_pairs\":{\"4711\":{\"requests\":2,\"replies\":1}},"
                + "\"unreachable_destinations_count\":1,\"unreachable_destinations\":[\"198.51.100.9\"],"
                + "\"unreachable_error_receivers\":[\"192.0.2.1\"],\"by_type\":["
                + "{\"ip_version\":4,\"icmp_type\":0,\"icmp_code\":0,\"name\":\"Echo Reply\",\"count\":1,\"bytes\":50},"
                + "{\"ip_version\":4,\"icmp_type\":3,\"icmp_code\":1,"
                + "\"name\":\"Destination Unreachable: Host Unreachable\",\"count\":1,\"bytes\":70},"
                + "{\"ip_version\":4,\"icmp_type\":8,\"icmp_code\":0,\"name\":\"Echo Request\",\"count\":2,\"bytes\":100}],"
                + "\"talkers\":[{\"ip\":\"192.0.2.1\",\"sent\":2,\"received\":2,\"bytes\":220},"
                + "{\"ip\":\"192.0.2.2\",\"sent\":1,\"received\":2,\"bytes\":150},"
                + "{\"ip\":\"192.0.2.254\",\"sent\":1,\"received\":0,\"bytes\":70}],"
                + "\"pairs\":[{\"src_ip\":\"192.0.2.1\",\"dst_ip\":\"192.0.2.2\",\"count\":2,\"bytes\":100},"
                + "{\"src_ip\":\"192.0.2.2\",\"dst_ip\":\"192.0.2.1\",\"count\":1,\"bytes\":50},"
                + "{\"src_ip\":\"192.0.2.254\",\"dst_ip\":\"192.0.2.1\",\"count\":1,\"bytes\":70}],"
                + "\"rate\":{\"bucket_seconds\":1,\"buckets\":["
                + "{\"time\":\"2023-11-14T22:13:20.000000000Z\",\"count\":2,\"bytes\":100},"
                + "{\"time\":\"2023-11-14T22:13:21.000000000Z\",\"count\":2,\"bytes\":120}],"
                + "\"peak\":{\"time\":\"2023-11-14T22:13:20.000000000Z\",\"per_second\":2}},"
                + "\"sizes\":[{\"from\":32,\"to\":63,\"count\":3},{\"from\":64,\"to\":127,\"count\":1}],"
                + "\"ttls\":[{\"from\":49,\"to\":63,\"count\":1},{\"from\":64,\"to\":64,\"count\":3}],"
                + "\"share_of_capture_percent\":80},";
        String echo =
                "\"echo\":{\"requests\":2,\"replies\":1,\"lost\":1,\"pending\":0,\"loss_percent\":50,\"sessions\":[{"
                        + "\"requester\":\"192.0.2.1\",\"responder\":\"192.0.2.2\",\"ip_version\":4,\"icmp_id\":4711,"
                        + "\"sent\":2,\"received\":1,\"lost\":1,\"loss_percent\":50,\"pending\":0,\"duplicates\":0,"
                        + "\"retransmissions\":0,\"late\":0,\"out_of_order\":0,\"errors\":0,\"unsolicited\":0,\"capture_copies\":0,"
                        + "\"payload_mismatches\":0,\"other_responders\":[],"
                        + "\"rtt_ms\":{\"min\":1.5,\"avg\":1.5,\"max\":1.5,\"mdev\":0,\"stddev\":null,"
                        + "\"median\":1.5,\"p90\":1.5,\"p95\":1.5,\"p99\":1.5,\"jitter\":0},"
                        + "\"payload_sizes\":[8],\"ttls\":[63],"
                        + "\"first_time\":\"2023-11-14T22:13:20.000000000Z\",\"last_time\":\"2023-11-14T22:13:21.000000000Z\","
                        + "\"first_frame\":1,\"last_frame\":3,\"loss_bursts\":[{\"first_time\":\"2023-11-14T22:13:21.000000000Z\","
                        + "\"last_time\":\"2023-11-14T22:13:21.000000000Z\",\"count\":1,\"icmp_seq_first\":2,\"icmp_seq_last\":2}]}],"
                        + "\"queries\":[]},\"outages\":[],\"traceroutes\":[],";
        String errors = "\"errors\":[{\"reporter\":\"192.0.2.254\",\"ip_version\":4,\"icmp_type\":3,\"icmp_code\":1,"
                + "\"name\":\"Destination Unreachable: Host Unreachable\","
                + "\"meaning\":\"the router of the last link cannot reach 198.51.100.9: it is off, or not there\","
                + "\"original\":{\"src_ip\":\"192.0.2.1\",\"dst_ip\":\"198.51.100.9\",\"protocol\":17,\"dst_port\":33434,"
                + "\"icmp_id\":null},\"service\":null,\"count\":1,\"first_time\":\"2023-11-14T22:13:21.200000000Z\","
                + "\"last_time\":\"2023-11-14T22:13:21.200000000Z\",\"frames\":[4],\"original_frames\":[]}],"
                + "\"path_mtu\":[],\"redirects\":[],\"payload_classes\":[{\"class\":\"other\",\"implies\":\"nothing known\","
                + "\"confidence\":\"low\",\"count\":2,\"example_frame\":1}],"
                + "\"routers\":[],\"neighbors\":[],\"multicast\":[],\"findings\":[{\"id\":\"";
        String rest = capture + statistics + echo + errors;
        int from = json.indexOf("\"capture\":");
        assertEquals(rest, json.substring(from, from + rest.length()));
        assertTrue(json.contains("]}],\"packets\":[{\"packet_number\":1,\"frame_number\":1,"), json);
        assertTrue(json.endsWith("\"quoted_bytes\":28}}]}"), "nothing was limited: " + json);
    }

    @Test
    void aRequestInAListNamesTheFrameThatAnswersIt() throws IOException {
        String json = JsonWriter.text(ReportJson.brief("f", report(HandMade.ping(), 1, 0), NOW));
        assertTrue(json.contains("\"path\":[\"ethernet\",\"ipv4\"],\"reply_frame\":2,\"payload_size\":8}]"), json);
    }

    @Test
    void aCaptureWithoutIcmpSaysSo() throws IOException {
        byte[] arp = HandMade.pcap().frame(0, HandMade.ARP).bytes();
        Map<String, ?> result = ReportJson.brief("f", report(arp, 100, 0), NOW);
        assertEquals(
                List.of("file", "total_packets", "icmp_packets_found", "message", "capture"),
                List.copyOf(result.keySet()));
        assertEquals("No ICMP packets found in this capture", result.get("message"));
        assertEquals(1L, result.get("total_packets"));
        assertEquals(0, result.get("icmp_packets_found"));
    }

    @Test
    void fragmentsThatMakeNoMessageMayBeFoundAllTheSame() throws IOException {
        byte[] fragment = HandMade.pcap().frame(0, HandMade.OVERSIZED_FRAGMENT).bytes();
        Map<String, ?> result = ReportJson.brief("f", report(fragment, 100, 0), NOW);
        assertEquals(
                List.of("file", "total_packets", "icmp_packets_found", "message", "capture", "findings"),
                List.copyOf(result.keySet()));
        Map<?, ?> finding = (Map<?, ?>) ((List<?>) result.get("findings")).get(0);
        assertEquals("PING-OF-DEATH", finding.get("id"));
        assertEquals("critical", finding.get("severity"));
    }

    @Test
    void withoutFindingsTheirListIsEmpty() throws IOException {
        AnalysisOptions without = AnalysisOptions.defaults().withFindings(false);
        Map<String, ?> result =
                ReportJson.brief("f", IcmpAnalyzer.analyze(ByteBuffer.wrap(HandMade.ping()), without), NOW);
        assertEquals(List.of(), result.get("findings"));
    }

    @Test
    void aLimitedListSaysWhatIsMissingAndHowToGetIt() throws IOException {
        Map<String, ?> result = ReportJson.full("f", report(HandMade.ping(), 2, 1), NOW);
        assertEquals(2L, result.get("packets_omitted"));
        assertEquals(3L, result.get("next_offset"));
        assertEquals(
                "Of 4 packet entries, 2 to 3 are listed (limit: max_packets = 2); the statistics cover all of them.",
                result.get("note"));
    }

    @Test
    void theLastPageHasNoNextOne() throws IOException {
        Map<String, ?> result = ReportJson.full("f", report(HandMade.ping(), 100, 3), NOW);
        assertEquals(3L, result.get("packets_omitted"));
        assertFalse(result.containsKey("next_offset"));
        assertEquals(
                "Of 4 packet entries, 4 to 4 are listed (offset = 3); the statistics cover all of them.",
                result.get("note"));
    }

    @Test
    void anOffsetBeyondTheEndListsNothing() throws IOException {
        Map<String, ?> result = ReportJson.full("f", report(HandMade.ping(), 100, 9), NOW);
        assertEquals(List.of(), result.get("packets"));
        assertEquals(4L, result.get("packets_omitted"));
        assertFalse(result.containsKey("next_offset"));
        assertEquals(
                "None of the 4 packet entries is listed (offset = 9); the statistics cover all of them.",
                result.get("note"));
    }

    @Test
    void withoutAWishForPacketsTheResultStaysBelow64KiB() throws IOException {
        IcmpReport report = report(manySources(4_000), 4_000, 0);
        Map<String, Object> result = ReportJson.brief("f", report, NOW);
        assertTrue(JsonWriter.length(result) <= 64 << 10, () -> "length " + JsonWriter.length(result));
        int listed = ((List<?>) result.get("packets")).size();
        assertTrue(listed >= 10, "listed " + listed);
        assertEquals((long) listed, result.get("next_offset"));
        assertTrue(result.get("note").toString().contains("64 KiB"), result.get("note")::toString);
        Map<?, ?> statistics = (Map<?, ?>) result.get("statistics");
        int sources = ((List<?>) statistics.get("unique_sources")).size();
        assertTrue(sources >= 30, "sources " + sources);
        assertEquals(4_000L - sources, statistics.get("unique_sources_omitted"));
    }

    @Test
    void whatWasTooMuchToKeepIsAnEstimateAndTheLimitIsNamed() throws IOException {
        AnalysisOptions few =
                AnalysisOptions.defaults().withLimits(Limits.defaults().withEntries(10));
        IcmpReport report = IcmpAnalyzer.analyze(ByteBuffer.wrap(manySources(100)), few);
        Map<String, Object> result = ReportJson.brief("f", report, NOW);
        Map<?, ?> statistics = (Map<?, ?>) result.get("statistics");
        assertEquals(true, statistics.get("unique_sources_count_estimated"));
        assertEquals(true, statistics.get("talkers_omitted_estimated"));
        assertFalse(statistics.containsKey("unreachable_destinations_count_estimated"));
        List<?> limits = (List<?>) ((Map<?, ?>) result.get("capture")).get("limits_hit");
        List<?> names =
                limits.stream().map(limit -> ((Map<?, ?>) limit).get("limit")).toList();
        assertTrue(
                names.containsAll(List.of("destination addresses", "pairs of addresses", "source addresses")),
                names::toString);
        assertEquals(10L, ((Map<?, ?>) limits.get(0)).get("value"));
    }

    @Test
    void messagesFullOfOptionsDoNotBreakTheBudgetEither() throws IOException {
        String portal = "2504" + "01".repeat(30); // RFC 8910: the URI is thirty control characters
        String message = "86000000 40000000 00000000 00000000" + portal.repeat(40);
        HandMade capture = HandMade.pcap();
        for (int host = 0; host < 100; host++) {
            capture.frame(
                    host,
                    "020000000002020000000001 86dd 60000000" + String.format("%04x", 16 + 40 * 32) + "3aff"
                            + "fe80000000000000000000000000" + String.format("%04x", host)
                            + "ff020000000000000000000000000001" + message);
        }
        Map<String, Object> result = ReportJson.brief("f", report(capture.bytes(), 100, 0), NOW);
        assertTrue(JsonWriter.length(result) <= 64 << 10, () -> "length " + JsonWriter.length(result));
        List<?> listed = (List<?>) result.get("packets");
        assertTrue(listed.size() >= 10, "listed " + listed.size());
        Map<?, ?> entry = (Map<?, ?>) listed.get(0);
        assertEquals(40L, ((List<?>) entry.get("options")).size() + (long) entry.get("options_omitted"));
    }

    @Test
    void aWishForPacketsLiftsTheBudget() throws IOException {
        Map<String, Object> result = ReportJson.full("f", report(manySources(4_000), 4_000, 0), NOW);
        assertEquals(4_000, ((List<?>) result.get("packets")).size());
        assertFalse(result.containsKey("packets_omitted"));
    }

    /** As many hosts, each of which asks another one once; over IPv6, whose addresses are the longest. */
    private static byte[] manySources(int many) {
        HandMade capture = HandMade.pcap();
        for (int host = 0; host < many; host++) {
            capture.frame(
                    host * 59_000, // so that there are as many buckets of time as there can be
                    "020000000002020000000001 86dd 6000000000083a40"
                            + String.format("20010db8aaaabbbbccccddddeeee%04x", host)
                            + String.format("20010db8aaaabbbbccccdddd1111%04x", host)
                            + String.format("80000000%04x0001", host));
        }
        return capture.bytes();
    }

    private static IcmpReport report(byte[] capture, int maxPackets, long firstPacket) throws IOException {
        return IcmpAnalyzer.analyze(
                ByteBuffer.wrap(capture),
                AnalysisOptions.defaults().withMaxPackets(maxPackets).withFirstPacket(firstPacket));
    }
}
