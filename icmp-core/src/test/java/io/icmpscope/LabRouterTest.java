package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.message.NeighborDiscovery;
import io.icmpscope.report.Neighbor;
import io.icmpscope.report.PacketEntry;
import io.icmpscope.report.Router;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two routers of one link, one of which takes itself back in the end, are those that rdisc6 printed. */
class LabRouterTest {

    private static final String STAYS = "fe80::ff:fe00:102";
    private static final String LEAVES = "fe80::ff:fe00:103"; // see ra6 in src/lab/scenes-queries.sh

    @Test
    void everyRouterThatRdisc6FoundIsOne() throws IOException {
        Set<String> printed = new TreeSet<>();
        Pattern.compile("(?m)^ from (\\S+)")
                .matcher(Lab.printed("ra6"))
                .results()
                .forEach(line -> printed.add(line.group(1)));
        assertEquals(Set.of(STAYS, LEAVES), printed);
        assertEquals(
                List.copyOf(printed),
                Lab.analyze("ra6").routers().entries().stream()
                        .map(router -> router.address().toString())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {STAYS, LEAVES})
    void everyRouterIsAsRdisc6PrintedIt(String address) throws IOException {
        String printed = printed(address);
        Router router = router(address);
        assertEquals(word(printed, "Hop limit +: +(\\d+)"), String.valueOf(router.hopLimit()));
        assertEquals(word(printed, "Stateful address conf\\. +: +(\\w+)"), router.managed() ? "Yes" : "No");
        assertEquals(word(printed, "Stateful other conf\\. +: +(\\w+)"), router.other() ? "Yes" : "No");
        assertEquals(word(printed, "Router preference +: +(\\w+)"), router.preference());
        assertEquals(word(printed, "Source link-layer address: (\\S+)"), router.linkAddress());
        Router.Prefix prefix = router.prefixes().entries().get(0);
        assertEquals(word(printed, "Prefix +: +(\\S+)"), prefix.prefix() + "/" + prefix.length());
        assertEquals(word(printed, "Valid time +: +(\\d+)"), String.valueOf(prefix.validSeconds()));
        assertEquals(word(printed, "Pref\\. time +: +(\\d+)"), String.valueOf(prefix.preferredSeconds()));
        Router.Route route = router.routes().entries().get(0);
        assertEquals(word(printed, " Route +: +(\\S+)"), route.prefix() + "/" + route.length());
        assertEquals(word(printed, "Route preference +: +(\\w+)"), route.preference());
        Router.DnsServer server = router.dnsServers().entries().get(0);
        assertEquals(
                word(printed, "Recursive DNS server +: +(\\S+)"),
                server.address().toString());
        assertEquals(1, router.prefixes().total());
        assertEquals(1, router.routes().total());
        assertEquals(1, router.dnsServers().total());
    }

    @Test
    void theLifetimesOfTheRouterThatStaysAreThoseThatRdisc6Printed() throws IOException {
        String printed = printed(STAYS);
        Router router = router(STAYS);
        assertEquals(word(printed, "Router lifetime +: +(\\d+)"), String.valueOf(router.lifetimeSeconds()));
        assertEquals(
                word(printed, "Route lifetime +: +(\\d+)"),
                String.valueOf(router.routes().entries().get(0).lifetimeSeconds()));
        assertEquals(
                word(printed, "DNS server lifetime +: +(\\d+)"),
                String.valueOf(router.dnsServers().entries().get(0).lifetimeSeconds()));
    }

    /** Rdisc6 saw it before. */
    @Test
    void theLatestWordOfARouterThatTookItselfBackIsALifetimeOfZero() throws IOException {
        assertTrue(Integer.parseInt(word(printed(LEAVES), "Router lifetime +: +(\\d+)")) > 0);
        Router router = router(LEAVES);
        assertEquals(0, router.lifetimeSeconds());
        assertEquals(0, router.routes().entries().get(0).lifetimeSeconds());
        assertEquals(0, router.dnsServers().entries().get(0).lifetimeSeconds());
    }

    @ParameterizedTest
    @ValueSource(strings = {STAYS, LEAVES})
    void everyAdvertisementCounts(String address) throws IOException {
        List<PacketEntry> sent = Lab.packets("ra6").stream()
                .filter(packet -> packet.message() instanceof NeighborDiscovery.RouterAdvertisement)
                .filter(packet -> packet.source().toString().equals(address))
                .toList();
        Router router = router(address);
        assertEquals(sent.size(), router.advertisements());
        assertEquals(sent.get(0).frameNumber(), router.firstFrame());
        assertEquals(sent.get(0).time(), router.firstTime());
        Instant last = sent.get(sent.size() - 1).time();
        assertEquals(last, router.lastTime());
        assertTrue(router.lastTime().isAfter(router.firstTime()));
    }

    @ParameterizedTest
    @ValueSource(strings = {STAYS, LEAVES})
    void aRouterIsANeighborToo(String address) throws IOException {
        Neighbor neighbor = Lab.analyze("ra6").neighbors().entries().stream()
                .filter(one -> one.address().toString().equals(address))
                .findFirst()
                .orElseThrow();
        assertTrue(neighbor.router());
        assertEquals(
                word(printed(address), "Source link-layer address: (\\S+)"),
                neighbor.linkAddresses().entries().get(0).linkAddress());
        assertEquals(0, neighbor.changes());
        assertEquals(0, neighbor.conflicts());
    }

    private static Router router(String address) throws IOException {
        return Lab.analyze("ra6").routers().entries().stream()
                .filter(router -> router.address().toString().equals(address))
                .findFirst()
                .orElseThrow();
    }

    /** What rdisc6 printed of one router, the first time. */
    private static String printed(String address) throws IOException {
        for (String block : Lab.printed("ra6").split("(?m)^(?=Hop limit)")) {
            if (block.contains(" from " + address)) {
                return block;
            }
        }
        throw new AssertionError(address);
    }

    private static String word(String printed, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(printed);
        assertTrue(matcher.find(), pattern);
        return matcher.group(1);
    }
}
