package io.icmpscope.mcp.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.mcp.HandMade;
import io.icmpscope.mcp.Lab;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Routers, neighbours and groups by the names of the contract. */
class LinkJsonTest {

    private static final String FROM_ROUTER = "333300000001 020000000001 86dd 60000000 %04x 3aff"
            + "fe80000000000000000000000000%04x ff020000000000000000000000000001";
    private static final String ADVERTISEMENT = "8600 0000 40000708 00000000 00000000";

    @Test
    void aRouterSaysWhatTheContractSaysInItsOrder() throws IOException {
        String expected = "{\"address\":\"fe80::ff:fe00:102\",\"link_address\":\"02:00:00:00:01:02\",\"ip_version\":6,"
                + "\"lifetime_seconds\":90,\"preference\":\"medium\",\"managed\":false,\"other\":false,\"hop_limit\":64,"
                + "\"mtu\":1400,\"prefixes\":[{\"prefix\":\"2001:db8:100::/64\",\"on_link\":true,\"autonomous\":true,"
                + "\"valid_seconds\":7200,\"preferred_seconds\":3600}],"
                + "\"rdnss\":[\"2001:db8:100::53\",\"2001:db8:100::54\"],\"dnssl\":[\"lab.example\",\"corp.example\"],"
                + "\"routes\":[],\"first_time\":\"2026-11-23T07:08:18.996766000Z\","
                + "\"last_time\":\"2026-11-23T07:08:35.009542000Z\",\"advertisements\":3,\"first_frame\":1,"
                + "\"rdnss_lifetime_seconds\":[600,600],\"dnssl_lifetime_seconds\":[600,600],\"pref64\":[],"
                + "\"captive_portal\":null}";
        assertEquals(expected, text(entries(lab(), "routers").get(0)));
    }

    @Test
    void aNeighborSaysWhatTheContractSaysInItsOrder() throws IOException {
        String expected = "{\"address\":\"2001:db8:1::2\",\"link_addresses\":[{\"link_address\":\"02:00:00:00:01:02\","
                + "\"first_time\":\"2026-11-23T07:08:23.111394000Z\","
                + "\"last_time\":\"2026-11-23T07:08:41.156968000Z\",\"source\":\"advertisement\"}],\"is_router\":true,"
                + "\"changes\":0,\"dad\":[{\"time\":\"2026-11-23T07:08:25.360060000Z\",\"result\":\"duplicate\","
                + "\"frame\":15}],\"conflicts\":1}";
        assertEquals(expected, text(entries(lab(), "neighbors").get(0)));
    }

    @Test
    void aGroupSaysWhatTheContractSaysInItsOrder() throws IOException {
        String expected = "{\"group\":\"ff02::1:ff00:1\",\"listeners\":[\"fe80::ff:fe00:101\"],\"queriers\":[],"
                + "\"version\":2,\"reports\":4,\"queries\":0}";
        assertEquals(expected, text(entries(lab(), "multicast").get(0)));
    }

    @Test
    void routesTranslationPrefixesAndPortalsAreTold() throws IOException {
        String options = "18 02 30 18 00000258 20010db8000b0000" // RFC 4191: 2001:db8:b::/48, low
                + "26 02 0708 0064ff9b0000000000000000" // RFC 8781: 64:ff9b::/96
                + "25 02 613a1b5b30200000000000000000"; // RFC 8910: a URI with an escape character
        Map<?, ?> router =
                (Map<?, ?>) entries(report(HandMade.pcap().frame(0, frame(1, ADVERTISEMENT + options))), "routers")
                        .get(0);
        assertEquals(
                "[{\"prefix\":\"2001:db8:b::/48\",\"preference\":\"low\",\"lifetime_seconds\":600}]",
                text(router.get("routes")));
        assertEquals("[{\"prefix\":\"64:ff9b::/96\",\"lifetime_seconds\":1800}]", text(router.get("pref64")));
        assertEquals("a:\\u{1b}[0 ", router.get("captive_portal"));
    }

    @Test
    void aSearchDomainCannotSteerWhoReadsIt() throws IOException {
        String domain = "1f 02 0000 00000258 06 1b5b306d0a41 00"; // ESC [ 0 m LF A
        Map<?, ?> router =
                (Map<?, ?>) entries(report(HandMade.pcap().frame(0, frame(1, ADVERTISEMENT + domain))), "routers")
                        .get(0);
        assertEquals(List.of("\\u{1b}[0m\\u{a}A"), router.get("dnssl"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"routers", "neighbors", "multicast"})
    void everyMemberOfAnEntryIsInTheSchema(String name) throws IOException {
        Map<?, ?> properties = (Map<?, ?>) SchemaJson.result().get("properties");
        Map<?, ?> described = (Map<?, ?>) properties.get(name);
        assertDescribed((Map<?, ?>) described.get("items"), entries(lab(), name).get(0), name);
    }

    /** And what is described is there, as far as it does not say what is missing. */
    private static void assertDescribed(Map<?, ?> schema, Object value, String path) {
        if (!(value instanceof Map<?, ?> members)) {
            return;
        }
        Map<?, ?> properties = (Map<?, ?>) schema.get("properties");
        List<?> whole = properties.keySet().stream()
                .filter(key -> !key.toString().contains("_omitted"))
                .toList();
        assertEquals(List.copyOf(members.keySet()), whole, path);
        members.forEach((key, member) -> {
            Map<?, ?> one = (Map<?, ?>) properties.get(key);
            assertFalse(one.get("description").toString().isEmpty(), path + "." + key);
            if (member instanceof List<?> list && !list.isEmpty()) {
                assertDescribed((Map<?, ?>) one.get("items"), list.get(0), path + "." + key);
            }
        });
    }

    @Test
    void whateverRoutersSayTheListsStayShort() throws IOException {
        String domain = "1f08 0000 00000258 34 %02x" + "01".repeat(51) + "000000"; // nothing but control characters
        StringBuilder options = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            options.append("0304 40c0 00000e10 00000e10 00000000 20010db8").append(String.format("%04x", i));
            options.append("00".repeat(10));
            options.append(String.format(domain, 1 + i % 31));
        }
        HandMade capture = HandMade.pcap();
        for (int host = 1; host <= 50; host++) {
            capture.frame(host, frame(host, ADVERTISEMENT + options));
        }
        Map<String, ?> json = ReportJson.brief("f", report(capture), Instant.EPOCH);
        long length = JsonWriter.length(json);
        assertTrue(length < 64 << 10, () -> "length " + length);
        List<?> routers = (List<?>) json.get("routers");
        assertTrue(routers.size() >= 3, () -> "routers " + routers.size());
        assertEquals(50L - routers.size(), json.get("routers_omitted"));
        Map<?, ?> router = (Map<?, ?>) routers.get(0);
        List<?> domains = (List<?>) router.get("dnssl");
        assertTrue(domains.size() <= 16 && (long) router.get("dnssl_omitted") > 0, domains::toString);
        assertEquals(domains.size(), ((List<?>) router.get("dnssl_lifetime_seconds")).size());
    }

    private static String text(Object value) {
        String member = JsonWriter.text(Map.of("", value));
        return member.substring("{\"\":".length(), member.length() - 1);
    }

    private static List<?> entries(IcmpReport report, String name) {
        return (List<?>) ReportJson.brief("f", report, Instant.EPOCH).get(name);
    }

    private static String frame(int router, String message) {
        String digits = message.replace(" ", "");
        return String.format(FROM_ROUTER, digits.length() / 2, router) + digits;
    }

    private static IcmpReport lab() throws IOException {
        return IcmpAnalyzer.analyze(Lab.capture("nd6.pcap"));
    }

    private static IcmpReport report(HandMade capture) throws IOException {
        return IcmpAnalyzer.analyze(ByteBuffer.wrap(capture.bytes()), AnalysisOptions.defaults());
    }
}
