package io.icmpscope.internal.analysis.link;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.internal.analysis.link.LinkScene.ALL_NODES;
import static io.icmpscope.internal.analysis.link.LinkScene.MAC_A;
import static io.icmpscope.internal.analysis.link.LinkScene.MAC_B;
import static io.icmpscope.internal.analysis.link.LinkScene.prefix;
import static io.icmpscope.internal.analysis.link.LinkScene.routes;
import static io.icmpscope.internal.analysis.link.LinkScene.sourceIs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Ping;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Limits;
import io.icmpscope.report.Router;
import io.icmpscope.report.Router.DnsServer;
import io.icmpscope.report.Router.Prefix;
import io.icmpscope.report.Router.Route;
import io.icmpscope.report.Router.SearchDomain;
import io.icmpscope.report.Router.TranslationPrefix;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Routers by what they advertise: RFC 4861 section 4.2, RFC 4191, RFC 8106, RFC 8781, RFC 8910, and RFC 1256. */
class RouterFoldTest {

    private static final String R1 = "fe80::1";
    private static final String R2 = "fe80::2";

    @Test
    void aRouterTellsWhatItsAdvertisementSays() throws Exception {
        byte[] said = routes(
                "40 c8 0708", // hop limit 64; M, O and preference 01b; 1800 s
                sourceIs(MAC_A),
                hex("05 01 0000 000005dc"), // MTU 1500
                prefix("2001:db8:a::", 64, "c0", 7200, 3600),
                hex("18 02 30 18 00000258 20010db8000b0000"), // route 2001:db8:b::/48, preference 11b, 600 s
                join(hex("19 03 0000 0000012c"), Ping.address("2001:db8::53")), // RDNSS, 300 s
                hex("1f 03 0000 00000258 03 6c6162 07 6578616d706c65 00 000000"), // lab.example, 600 s
                hex("26 02 0708 0064ff9b0000000000000000"), // PREF64 64:ff9b::/96, 1800 s
                hex("25 03 68747470733a2f2f706f7274616c2e6578616d 706c65 00")); // https://portal.example
        Router router = only(new LinkScene().at(5, MAC_A, R1, ALL_NODES, said).report());
        assertEquals(R1, router.address().toString());
        assertEquals(MAC_A, router.linkAddress());
        assertEquals(1800, router.lifetimeSeconds());
        assertEquals("high", router.preference());
        assertEquals(true, router.managed());
        assertEquals(true, router.other());
        assertEquals(64, router.hopLimit());
        assertEquals(1500, router.mtu());
        assertEquals(
                List.of(new Prefix(at("2001:db8:a::"), 64, true, true, 7200, 3600)),
                router.prefixes().entries());
        assertEquals(
                List.of(new Route(at("2001:db8:b::"), 48, "low", 600)),
                router.routes().entries());
        assertEquals(
                List.of(new DnsServer(at("2001:db8::53"), 300)),
                router.dnsServers().entries());
        assertEquals(
                List.of(new SearchDomain("lab.example", 600)),
                router.searchDomains().entries());
        assertEquals(
                List.of(new TranslationPrefix(at("64:ff9b::"), 96, 1800)),
                router.translationPrefixes().entries());
        assertEquals("https://portal.example", router.captivePortal());
        assertEquals(Instant.parse("1970-01-01T00:16:40.005Z"), router.firstTime());
        assertEquals(router.firstTime(), router.lastTime());
        assertEquals(1, router.firstFrame());
        assertEquals(1, router.advertisements());
    }

    @Test
    void theLatestWordOnEverythingCounts() throws Exception {
        Router router = only(new LinkScene()
                .at(
                        0,
                        MAC_A,
                        R1,
                        ALL_NODES,
                        routes("40 80 0708", prefix("2001:db8:a::", 64, "c0", 7200, 3600), hex("05 01 0000 000005dc")))
                .at(
                        900,
                        MAC_A,
                        R1,
                        ALL_NODES,
                        routes("20 18 0000", prefix("2001:db8:a::", 64, "80", 100, 0), hex("05 01 0000 00000500")))
                .report());
        assertEquals(0, router.lifetimeSeconds(), "it is leaving");
        assertEquals("low", router.preference());
        assertEquals(false, router.managed());
        assertEquals(32, router.hopLimit());
        assertEquals(1280, router.mtu());
        assertEquals(
                List.of(new Prefix(at("2001:db8:a::"), 64, true, false, 100, 0)),
                router.prefixes().entries());
        assertEquals(2, router.advertisements());
        assertEquals(Instant.parse("1970-01-01T00:16:40.900Z"), router.lastTime());
    }

    @Test
    void whatALaterAdvertisementIsSilentAboutStillCounts() throws Exception {
        Router router = only(new LinkScene()
                .at(
                        0,
                        MAC_A,
                        R1,
                        ALL_NODES,
                        routes(
                                "40 00 0708",
                                sourceIs(MAC_A),
                                hex("05 01 0000 000005dc"),
                                prefix("2001:db8:a::", 64, "c0", 7200, 3600)))
                .at(1, MAC_A, R1, ALL_NODES, routes("00 00 0708", prefix("2001:db8:9::", 64, "c0", 60, 60)))
                .report());
        assertEquals(MAC_A, router.linkAddress());
        assertEquals(1500, router.mtu());
        assertEquals(64, router.hopLimit(), "0 suggests none");
        assertEquals(
                List.of("2001:db8:a::", "2001:db8:9::"),
                router.prefixes().entries().stream()
                        .map(prefix -> prefix.prefix().toString())
                        .toList(),
                "in the order in which they were said first");
    }

    @Test
    void whatNoAdvertisementSaysIsNull() throws Exception {
        Router router = only(new LinkScene()
                .at(0, MAC_A, R1, ALL_NODES, routes("00 00 0000"))
                .report());
        assertNull(router.linkAddress());
        assertNull(router.hopLimit());
        assertNull(router.mtu());
        assertNull(router.captivePortal());
        assertEquals(List.of(), router.prefixes().entries());
    }

    @Test
    void aWithdrawnServerStaysWithALifetimeOfZero() throws Exception {
        byte[] server = Ping.address("2001:db8::53");
        Router router = only(new LinkScene()
                .at(0, MAC_A, R1, ALL_NODES, routes("40 00 0708", join(hex("19 03 0000 0000012c"), server)))
                .at(1, MAC_A, R1, ALL_NODES, routes("40 00 0708", join(hex("19 03 0000 00000000"), server)))
                .report());
        assertEquals(
                List.of(new DnsServer(at("2001:db8::53"), 0)),
                router.dnsServers().entries());
    }

    @ParameterizedTest
    @CsvSource({
        "0, ::",
        "48, 2001:db8:a::",
        "64, 2001:db8:a:b::",
        "72, 2001:db8:a:b:ff00::",
        "128, 2001:db8:a:b:ffff::1"
    })
    void bitsBeyondThePrefixAreZero(int length, String expected) throws Exception {
        Router router = only(new LinkScene()
                .at(0, MAC_A, R1, ALL_NODES, routes("40 00 0708", prefix("2001:db8:a:b:ffff::1", length, "c0", 1, 1)))
                .report());
        assertEquals(expected, router.prefixes().entries().get(0).prefix().toString());
    }

    @Test
    void routersAreToldApartByTheAddressThatTheyAdvertiseFrom() throws Exception {
        IcmpReport report = new LinkScene()
                .at(0, MAC_A, R2, ALL_NODES, routes("40 00 0708", sourceIs(MAC_A)))
                .at(1, MAC_A, R1, ALL_NODES, routes("40 00 0001", sourceIs(MAC_A)))
                .report();
        assertEquals(
                List.of(R1, R2),
                report.routers().entries().stream()
                        .map(router -> router.address().toString())
                        .toList());
    }

    @Test
    void inIpv4EveryAdvertisedAddressIsARouterWithASignedPreference() throws Exception {
        byte[] packet = hex(
                "45 00 002c 0001 0000 01 01 0000 c00002fe e0000001", // 192.0.2.254 to 224.0.0.1
                "09 00 0000 02 02 0708", // two addresses of two words, 1800 s
                "c0000201 ffffffff", // 192.0.2.1, -1
                "c0000202 80000000"); // 192.0.2.2, never
        List<Router> routers =
                new LinkScene().packet(0, packet).report().routers().entries();
        assertEquals(
                List.of("192.0.2.1", "192.0.2.2"),
                routers.stream().map(router -> router.address().toString()).toList());
        assertEquals(
                List.of("-1", "-2147483648"),
                routers.stream().map(Router::preference).toList());
        assertEquals(1800, routers.get(0).lifetimeSeconds());
        assertNull(routers.get(0).managed());
        assertNull(routers.get(0).linkAddress());
    }

    @Test
    void ofManyPrefixesSixteenAreListedAndTheOthersEstimated() throws Exception {
        byte[][] many = IntStream.range(0, 1_000)
                .mapToObj(i -> prefix("2001:db8:" + Integer.toHexString(i) + "::", 64, "c0", 1, 1))
                .toArray(byte[][]::new);
        Router router = only(new LinkScene()
                .at(0, MAC_A, R1, ALL_NODES, routes("40 00 0708", many))
                .report());
        assertEquals(16, router.prefixes().entries().size());
        assertTrue(router.prefixes().estimated());
        long omitted = router.prefixes().omitted();
        assertTrue(omitted > 300 && omitted < 3_000, "omitted " + omitted);
    }

    @Test
    void aFloodOfRoutersIsBoundedAndTheReportSaysSo() throws Exception {
        LinkScene flood = new LinkScene();
        for (int i = 1; i <= 1_000; i++) {
            flood.at(i, MAC_B, "fe80::" + Integer.toHexString(i), ALL_NODES, routes("40 00 0708"));
        }
        IcmpReport report = flood.report(AnalysisOptions.defaults()
                .withLimits(Limits.defaults().withEntries(64).withListed(10)));
        assertEquals(10, report.routers().entries().size());
        assertTrue(report.routers().omitted() > 500);
        assertTrue(
                report.limitsHit().stream().anyMatch(limit -> limit.limit().equals("routers") && limit.value() == 64),
                report.limitsHit()::toString);
    }

    @Test
    void anOptionThatIsCutHidesNothingElse() throws Exception {
        byte[] whole = routes("40 00 0708", hex("05 01 0000 000005dc"), prefix("2001:db8:a::", 64, "c0", 1, 1));
        for (int kept = 16; kept < whole.length; kept++) {
            Router router = only(new LinkScene()
                    .at(0, MAC_A, R1, ALL_NODES, Arrays.copyOf(whole, kept))
                    .report());
            assertEquals(kept >= 24 ? Long.valueOf(1500) : null, router.mtu(), "of " + kept + " bytes");
            assertEquals(List.of(), router.prefixes().entries());
        }
    }

    private static Router only(IcmpReport report) {
        assertEquals(1, report.routers().entries().size());
        return report.routers().entries().get(0);
    }

    private static IpAddress at(String text) {
        byte[] bytes = Ping.address(text);
        ByteBuffer words = ByteBuffer.wrap(bytes);
        return IpAddress.v6(words.getLong(), words.getLong());
    }
}
