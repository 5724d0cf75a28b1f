package io.icmpscope;

import static io.icmpscope.report.Neighbor.DuplicateCheck.Result.DUPLICATE;
import static io.icmpscope.report.Neighbor.DuplicateCheck.Result.UNIQUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Neighbor;
import io.icmpscope.report.Neighbor.DuplicateCheck;
import io.icmpscope.report.Neighbor.DuplicateCheck.Result;
import io.icmpscope.report.Router;
import io.icmpscope.report.Router.DnsServer;
import io.icmpscope.report.Router.Prefix;
import io.icmpscope.report.Router.SearchDomain;
import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The routers and neighbours that we read from recordings are those that rdisc6, ndisc6 and ip printed. */
class LabLinkTest {

    private static final String ROUTER = "02:00:00:00:01:02"; // see src/lab/lib.sh
    private static final String HOST = "02:00:00:00:01:01";

    @Test
    void theRouterIsTheOneThatRdisc6Printed() throws IOException {
        String printed = Lab.printed("nd6");
        List<Router> routers = Lab.analyze("nd6").routers().entries();
        assertEquals(1, routers.size());
        Router router = routers.get(0);
        assertEquals(
                word(printed, "(?m)^Hop limit +: +(\\d+)"), router.hopLimit().toString());
        assertEquals(word(printed, "Stateful address conf\\. +: +(\\w+)"), router.managed() ? "Yes" : "No");
        assertEquals(word(printed, "Stateful other conf\\. +: +(\\w+)"), router.other() ? "Yes" : "No");
        assertEquals(word(printed, "Router preference +: +(\\w+)"), router.preference());
        assertEquals(word(printed, "Router lifetime +: +(\\d+)"), Integer.toString(router.lifetimeSeconds()));
        assertEquals(word(printed, "MTU +: +(\\d+)"), router.mtu().toString());
        assertEquals(word(printed, "Source link-layer address: (\\S+)"), router.linkAddress());
        assertEquals(
                word(printed, "(?s)Source link-layer address:.*?from (\\S+)"),
                router.address().toString());
        assertEquals(3, router.advertisements(), "as tshark counts");
        assertEquals(1, router.firstFrame());
    }

    @Test
    void whatItOffersIsWhatRdisc6Printed() throws IOException {
        String printed = Lab.printed("nd6");
        Router router = Lab.analyze("nd6").routers().entries().get(0);
        Prefix prefix = router.prefixes().entries().get(0);
        assertEquals(1, router.prefixes().total());
        assertEquals(word(printed, "Prefix +: +(\\S+)"), prefix.prefix() + "/" + prefix.length());
        assertEquals(word(printed, "On-link +: +(\\w+)"), prefix.onLink() ? "Yes" : "No");
        assertEquals(word(printed, "Autonomous address conf.: +(\\w+)"), prefix.autonomous() ? "Yes" : "No");
        assertEquals(word(printed, "Valid time +: +(\\d+)"), Long.toString(prefix.validSeconds()));
        assertEquals(word(printed, "Pref. time +: +(\\d+)"), Long.toString(prefix.preferredSeconds()));
        assertEquals(
                words(printed, "Recursive DNS server +: +(\\S+)"),
                router.dnsServers().entries().stream()
                        .map(server -> server.address().toString())
                        .toList());
        assertEquals(
                List.of(word(printed, "DNS search list +: (.*?) *\n").split(" ")),
                router.searchDomains().entries().stream()
                        .map(SearchDomain::name)
                        .toList());
        String lifetime = word(printed, "DNS servers lifetime +: +(\\d+)");
        for (DnsServer server : router.dnsServers().entries()) {
            assertEquals(lifetime, Long.toString(server.lifetimeSeconds()));
        }
    }

    @Test
    void theLinkAddressIsTheOneThatNdisc6Printed() throws IOException {
        String printed = word(Lab.printed("nd6"), "Target link-layer address: (\\S+)");
        Neighbor router = neighbor(Lab.analyze("nd6"), "2001:db8:1::2");
        assertEquals(printed, linkAddress(router));
        assertTrue(router.router());
        assertEquals(0, router.changes());
    }

    @Test
    void whomNdisc6DidNotFindIsNoNeighbor() throws IOException {
        assertTrue(Lab.printed("nd6").contains("Soliciting 2001:db8:1::99"));
        assertFalse(Lab.analyze("nd6").neighbors().entries().stream()
                .anyMatch(neighbor -> neighbor.address().toString().equals("2001:db8:1::99")));
    }

    @ParameterizedTest
    @CsvSource({"2001:db8:1::2, DUPLICATE", "2001:db8:1::5, UNIQUE", "2001:db8:100::ff:fe00:101, UNIQUE"})
    void theAddressWhoseCheckFailedIsTheOneThatIpPrinted(String address, Result expected) throws IOException {
        String line = word(Lab.printed("nd6"), "inet6 (" + address + "/64.*)");
        assertEquals(line.contains("dadfailed"), expected == DUPLICATE);
        Neighbor neighbor = neighbor(Lab.analyze("nd6"), address);
        assertEquals(
                List.of(expected),
                neighbor.duplicateChecks().entries().stream()
                        .map(DuplicateCheck::result)
                        .toList());
        assertEquals(expected == UNIQUE ? HOST : ROUTER, linkAddress(neighbor));
    }

    @Test
    void theHostListensToTheGroupsOfItsAddresses() throws IOException {
        assertEquals(
                List.of(
                        "ff02::1:ff00:1",
                        "ff02::1:ff00:2",
                        "ff02::1:ff00:5",
                        "ff02::1:ff00:101"), // RFC 4291 section 2.7.1
                Lab.analyze("nd6").multicast().entries().stream()
                        .filter(group -> group.listeners().entries().toString().equals("[fe80::ff:fe00:101]"))
                        .map(group -> group.group().toString())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ping6-clean", "ping6-loss", "pmtu6", "traceroute6-udp", "unreachable6"})
    void twoNodesThatCheckEachOtherAreTwoNeighborsWithoutAChange(String scene) throws IOException {
        IcmpReport report = Lab.analyze(scene);
        for (Neighbor neighbor : report.neighbors().entries()) {
            assertEquals(0, neighbor.changes());
            assertEquals(0, neighbor.conflicts());
        }
        assertEquals(HOST, linkAddress(neighbor(report, "fe80::ff:fe00:101")));
        assertEquals(ROUTER, linkAddress(neighbor(report, "fe80::ff:fe00:102")));
        assertEquals(List.of(), report.routers().entries());
    }

    private static String linkAddress(Neighbor neighbor) {
        assertEquals(1, neighbor.linkAddresses().total());
        return neighbor.linkAddresses().entries().get(0).linkAddress();
    }

    private static Neighbor neighbor(IcmpReport report, String address) {
        return report.neighbors().entries().stream()
                .filter(neighbor -> neighbor.address().toString().equals(address))
                .findFirst()
                .orElseThrow(() -> new AssertionError(report.neighbors().toString()));
    }

    private static String word(String printed, String pattern) {
        List<String> words = words(printed, pattern);
        assertFalse(words.isEmpty(), pattern);
        return words.get(0);
    }

    private static List<String> words(String printed, String pattern) {
        return Pattern.compile(pattern)
                .matcher(printed)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
