package io.icmpscope.internal.analysis.link;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.internal.analysis.link.LinkScene.MAC_A;
import static io.icmpscope.internal.analysis.link.LinkScene.n;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Ping;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Limits;
import io.icmpscope.report.MulticastGroup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who listens to what: RFC 2710 section 3, RFC 9777 section 5. */
class MulticastFoldTest {

    private static final String A = "fe80::a";
    private static final String B = "fe80::b";
    private static final String GROUP = "ff02::fb";
    private static final String V2_REPORTS = "ff02::16";

    @Test
    void aReportMakesAListener() throws Exception {
        MulticastGroup group = only(new LinkScene()
                .at(0, MAC_A, B, GROUP, version1(131, GROUP))
                .at(1, MAC_A, A, GROUP, version1(131, GROUP))
                .at(2, MAC_A, A, GROUP, version1(131, GROUP))
                .report());
        assertEquals(GROUP, group.group().toString());
        assertEquals(List.of(A, B), texts(group.listeners().entries()), "by address");
        assertEquals(1, group.version());
        assertEquals(3, group.reports());
        assertEquals(0, group.queries());
    }

    @Test
    void whoLeavesWasAListener() throws Exception {
        MulticastGroup group = only(new LinkScene()
                .at(0, MAC_A, A, GROUP, version1(131, GROUP))
                .at(1, MAC_A, A, "ff02::2", version1(132, GROUP))
                .at(2, MAC_A, B, "ff02::2", version1(132, GROUP))
                .report());
        assertEquals(List.of(A), texts(group.listeners().entries()), "who only left never reported to listen");
        assertEquals(3, group.reports());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0",
        "1, 1, 1", // include
        "2, 0, 1",
        "2, 1, 1", // exclude
        "3, 0, 0",
        "3, 1, 1", // to include: nobody is to leave
        "4, 0, 1",
        "4, 1, 1", // to exclude
        "5, 0, 0",
        "5, 1, 1", // allow
        "6, 1, 0", // block
        "7, 1, 0" // unknown
    })
    void aRecordListensWhenItWantsAnySource(int type, int sources, int listeners) throws Exception {
        byte[] record = join(n(1, type), n(1, 0), n(2, sources), Ping.address(GROUP), sources(sources));
        MulticastGroup group = only(
                new LinkScene().at(0, MAC_A, A, V2_REPORTS, version2(1, record)).report());
        assertEquals(listeners, group.listeners().total());
        assertEquals(2, group.version());
        assertEquals(1, group.reports());
    }

    @Test
    void aGeneralQueryIsAboutAllGroupsAndStandsUnderTheUnspecifiedAddress() throws Exception {
        MulticastGroup group = only(new LinkScene()
                .at(0, MAC_A, A, "ff02::1", version1(130, "::"))
                .at(1, MAC_A, B, "ff02::1", join(version1(130, "::"), hex("02 7d 0000")))
                .report());
        assertEquals("::", group.group().toString());
        assertEquals(List.of(A, B), texts(group.queriers().entries()));
        assertEquals(2, group.version(), "the latest");
        assertEquals(2, group.queries());
    }

    @Test
    void aQueryAboutAGroupIsNoListener() throws Exception {
        MulticastGroup group = only(
                new LinkScene().at(0, MAC_A, A, GROUP, version1(130, GROUP)).report());
        assertEquals(List.of(A), texts(group.queriers().entries()));
        assertEquals(0, group.listeners().total());
    }

    @Test
    void whoHasNoAddressYetReportsWithoutBeingListed() throws Exception {
        byte[] record = join(hex("04 00 0000"), Ping.address(GROUP));
        MulticastGroup group = only(new LinkScene()
                .at(0, MAC_A, "::", V2_REPORTS, version2(1, record))
                .report());
        assertEquals(0, group.listeners().total());
        assertEquals(1, group.reports());
    }

    @Test
    void whatIsNoMulticastAddressIsNoGroup() throws Exception {
        IcmpReport report = new LinkScene()
                .at(0, MAC_A, A, V2_REPORTS, version1(131, "fe80::1"))
                .at(1, MAC_A, A, "ff02::1", version1(130, "fe80::1"))
                .report();
        assertEquals(List.of(), report.multicast().entries());
    }

    @Test
    void aReportThatPromises65535RecordsHasThoseThatAreThere() throws Exception {
        byte[] record = join(hex("04 00 0000"), Ping.address(GROUP));
        MulticastGroup group = only(new LinkScene()
                .at(0, MAC_A, A, V2_REPORTS, version2(0xFFFF, record))
                .report());
        assertEquals(1, group.reports());
        assertEquals(List.of(A), texts(group.listeners().entries()));
    }

    @Test
    void aFloodOfGroupsAndListenersIsBoundedAndTheReportSaysSo() throws Exception {
        LinkScene flood = new LinkScene();
        for (int i = 1; i <= 1_000; i++) {
            String number = Integer.toHexString(i);
            flood.at(i, MAC_A, "fe80::" + number, GROUP, version1(131, "ff02::1:" + number));
            flood.at(i, MAC_A, "fe80::" + number, GROUP, version1(131, "ff01::1"));
        }
        AnalysisOptions few =
                AnalysisOptions.defaults().withLimits(Limits.defaults().withEntries(64));
        IcmpReport report = flood.report(few);
        assertTrue(report.multicast().entries().size() <= 64);
        assertTrue(
                report.limitsHit().stream()
                        .anyMatch(limit -> limit.limit().equals("multicast groups") && limit.value() == 64),
                report.limitsHit()::toString);
        MulticastGroup crowded = flood.report().multicast().entries().get(0);
        assertEquals("ff01::1", crowded.group().toString());
        assertEquals(16, crowded.listeners().entries().size());
        assertTrue(crowded.listeners().estimated());
        assertEquals(1_000, crowded.reports());
    }

    /** Query, report or done of version 1. */
    private static byte[] version1(int type, String group) {
        return join(n(1, type), hex("00 0000 0000 0000"), Ping.address(group));
    }

    private static byte[] version2(int records, byte[] record) {
        return join(hex("8f00 0000 0000"), n(2, records), record);
    }

    private static byte[] sources(int count) {
        return count == 0 ? new byte[0] : Ping.address("2001:db8::5");
    }

    private static MulticastGroup only(IcmpReport report) {
        assertEquals(1, report.multicast().entries().size());
        return report.multicast().entries().get(0);
    }

    private static List<String> texts(List<IpAddress> addresses) {
        return addresses.stream().map(IpAddress::toString).toList();
    }
}
