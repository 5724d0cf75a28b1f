package io.icmpscope.internal.analysis.link;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.internal.analysis.link.LinkScene.ALL_NODES;
import static io.icmpscope.internal.analysis.link.LinkScene.MAC_A;
import static io.icmpscope.internal.analysis.link.LinkScene.MAC_B;
import static io.icmpscope.internal.analysis.link.LinkScene.asks;
import static io.icmpscope.internal.analysis.link.LinkScene.has;
import static io.icmpscope.internal.analysis.link.LinkScene.routes;
import static io.icmpscope.internal.analysis.link.LinkScene.sourceIs;
import static io.icmpscope.internal.analysis.link.LinkScene.targetIs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Ping;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Limits;
import io.icmpscope.report.Neighbor;
import io.icmpscope.report.Neighbor.LinkAddress;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is on the link, by the options and flags of neighbour discovery: RFC 4861. */
class NeighborFoldTest {

    private static final String A = "fe80::a";
    private static final String B = "fe80::b";
    private static final String MAC_C = "02:00:5e:00:00:0c";

    @Test
    void theSourceOptionIsAboutTheSenderAndTheTargetOptionAboutTheTarget() throws Exception {
        IcmpReport report = new LinkScene()
                .at(0, MAC_A, A, "ff02::1:ff00:b", asks(B, sourceIs(MAC_A)))
                .at(1, MAC_B, B, A, has(B, "60", targetIs(MAC_B)))
                .report();
        assertEquals(
                List.of(new LinkAddress(MAC_A, time(0), time(0), "solicitation")),
                of(report, A).linkAddresses().entries());
        assertEquals(
                List.of(new LinkAddress(MAC_B, time(1), time(1), "advertisement")),
                of(report, B).linkAddresses().entries());
        assertEquals(2, report.neighbors().total());
    }

    @Test
    void aLinkAddressSaysWhereItWasSeenFirstAndWhenLast() throws Exception {
        IcmpReport report = new LinkScene()
                .at(0, MAC_A, A, "ff02::2", join(hex("8500 0000 00000000"), sourceIs(MAC_A)))
                .at(500, MAC_A, A, "ff02::1:ff00:b", asks(B, sourceIs(MAC_A)))
                .report();
        assertEquals(
                List.of(new LinkAddress(MAC_A, time(0), time(500), "router solicitation")),
                of(report, A).linkAddresses().entries());
    }

    @Test
    void aTargetThatNobodyAnswersForIsNoNeighbor() throws Exception {
        IcmpReport report = new LinkScene()
                .at(0, MAC_A, A, "ff02::1:ff00:b", asks(B, sourceIs(MAC_A)))
                .report();
        assertEquals(
                List.of(A),
                report.neighbors().entries().stream()
                        .map(neighbor -> neighbor.address().toString())
                        .toList());
    }

    @Test
    void aRedirectNamesTheLinkAddressOfItsTarget() throws Exception {
        byte[] redirect =
                join(hex("8900 0000 00000000"), Ping.address(B), Ping.address("2001:db8::9"), targetIs(MAC_B));
        IcmpReport report = new LinkScene().at(0, MAC_A, A, "fe80::c", redirect).report();
        assertEquals(
                List.of(new LinkAddress(MAC_B, time(0), time(0), "redirect")),
                of(report, B).linkAddresses().entries());
    }

    @Test
    void whoEverSaidToBeARouterIsOne() throws Exception {
        IcmpReport report = new LinkScene()
                .at(0, MAC_A, A, ALL_NODES, routes("40 00 0708", sourceIs(MAC_A)))
                .at(1, MAC_B, B, ALL_NODES, has(B, "a0", targetIs(MAC_B)))
                .at(2, MAC_B, B, ALL_NODES, has(B, "20", targetIs(MAC_B)))
                .at(3, MAC_C, "fe80::c", ALL_NODES, has("fe80::c", "20", targetIs(MAC_C)))
                .report();
        assertTrue(of(report, A).router());
        assertTrue(of(report, B).router());
        assertFalse(of(report, "fe80::c").router());
    }

    @Test
    void everyOtherLinkAddressThanTheOneBeforeIsAChange() throws Exception {
        IcmpReport report = new LinkScene()
                .at(0, MAC_A, A, ALL_NODES, has(A, "20", targetIs(MAC_A)))
                .at(1, MAC_B, A, ALL_NODES, has(A, "20", targetIs(MAC_B)))
                .at(2, MAC_B, A, ALL_NODES, has(A, "20", targetIs(MAC_B)))
                .at(3, MAC_A, A, ALL_NODES, has(A, "20", targetIs(MAC_A)))
                .at(4, MAC_C, B, ALL_NODES, has(B, "20", targetIs(MAC_C)))
                .report();
        Neighbor spoofed = of(report, A);
        assertEquals(2, spoofed.changes());
        assertEquals(
                List.of(
                        new LinkAddress(MAC_A, time(0), time(3), "advertisement"),
                        new LinkAddress(MAC_B, time(1), time(2), "advertisement")),
                spoofed.linkAddresses().entries());
        assertEquals(0, of(report, B).changes());
        assertEquals(spoofed, report.neighbors().entries().get(0), "what changes stands first");
    }

    @Test
    void theFrameTellsTheLinkAddressOnlyWhenNoOptionDoes() throws Exception {
        IcmpReport report = new LinkScene()
                .at(0, MAC_C, A, B, has(A, "60")) // a proxy's frame
                .at(1, MAC_B, B, A, has(B, "60"))
                .at(2, MAC_A, A, B, has(A, "60", targetIs(MAC_A)))
                .report();
        assertEquals(
                List.of(new LinkAddress(MAC_A, time(2), time(2), "advertisement")),
                of(report, A).linkAddresses().entries());
        assertEquals(
                List.of(new LinkAddress(MAC_B, time(1), time(1), "frame")),
                of(report, B).linkAddresses().entries());
        assertEquals(0, of(report, A).changes());
    }

    @Test
    void withoutAnEthernetHeaderTheFrameTellsNothing() throws Exception {
        IcmpReport report = new LinkScene().at(0, MAC_B, B, A, has(B, "60")).rawReport();
        assertEquals(List.of(), of(report, B).linkAddresses().entries());
    }

    @Test
    void theZerosOfALoopbackInterfaceAreNoLinkAddress() throws Exception {
        IcmpReport report =
                new LinkScene().at(0, "00:00:00:00:00:00", B, A, has(B, "60")).report();
        assertEquals(List.of(), of(report, B).linkAddresses().entries());
    }

    @Test
    void withoutTimesTheTimesAreNull() throws Exception {
        LinkAddress seen = of(
                        new LinkScene()
                                .at(0, MAC_B, B, A, has(B, "60", targetIs(MAC_B)))
                                .timelessReport(),
                        B)
                .linkAddresses()
                .entries()
                .get(0);
        assertNull(seen.firstTime());
        assertNull(seen.lastTime());
    }

    @Test
    void groupsAndNobodyAreNoNeighbors() throws Exception {
        IcmpReport report = new LinkScene()
                .at(0, MAC_A, "::", "ff02::2", join(hex("8500 0000 00000000"), sourceIs(MAC_A)))
                .at(1, MAC_A, "ff02::5", ALL_NODES, has("ff02::9", "20", targetIs(MAC_A)))
                .report();
        assertEquals(List.of(), report.neighbors().entries());
    }

    @Test
    void ofManyLinkAddressesSixteenAreListedAndEveryChangeIsCounted() throws Exception {
        LinkScene storm = new LinkScene();
        for (int i = 0; i < 300; i++) {
            String mac = String.format("02:00:00:00:%02x:%02x", i >> 8, i & 0xFF);
            storm.at(i, mac, A, ALL_NODES, has(A, "20", targetIs(mac)));
        }
        Neighbor neighbor = of(storm.report(), A);
        assertEquals(299, neighbor.changes());
        assertEquals(16, neighbor.linkAddresses().entries().size());
        assertTrue(neighbor.linkAddresses().estimated());
    }

    @Test
    void aFloodOfNeighborsIsBoundedAndTheReportSaysSo() throws Exception {
        LinkScene flood = new LinkScene();
        for (int i = 1; i <= 1_000; i++) {
            String address = "fe80::" + Integer.toHexString(i);
            flood.at(i, MAC_B, address, ALL_NODES, has(address, "20", targetIs(MAC_B)));
        }
        IcmpReport report = flood.report(AnalysisOptions.defaults()
                .withLimits(Limits.defaults().withEntries(64).withListed(10)));
        assertEquals(10, report.neighbors().entries().size());
        assertTrue(report.neighbors().omitted() > 500);
        assertTrue(
                report.limitsHit().stream().anyMatch(limit -> limit.limit().equals("neighbors") && limit.value() == 64),
                report.limitsHit()::toString);
    }

    static Neighbor of(IcmpReport report, String address) {
        return report.neighbors().entries().stream()
                .filter(neighbor -> neighbor.address().toString().equals(address))
                .findFirst()
                .orElseThrow(() -> new AssertionError(report.neighbors().toString()));
    }

    private static Instant time(long millis) {
        return Instant.ofEpochMilli(1_000_000 + millis);
    }
}
