package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.message.NeighborDiscovery;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.MulticastGroup;
import io.icmpscope.report.Neighbor;
import io.icmpscope.report.Neighbor.DuplicateCheck;
import io.icmpscope.report.Neighbor.DuplicateCheck.Result;
import io.icmpscope.report.PacketEntry;
import io.icmpscope.report.PathMtu;
import io.icmpscope.report.RedirectGroup;
import io.icmpscope.report.Router;
import io.icmpscope.report.Statistics.TypeCount;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks on an IPv6 link, and what looks like them, are in the report as tshark counted and the victim printed them. */
class LabLinkAttacksTest {

    private static final String ROUTER = "fe80::ff:fe00:103"; // r3 of src/lab/scenes-link.sh
    private static final String ATTACKER = "fe80::ff:fe00:104"; // x4
    private static final String ATTACKER_MAC = "02:00:00:00:01:04";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "slaac6, rogue6, rogue6-26, kill-router6, router-ends6, parasite6",
                "advertise6, advertise6-known, scan6-nmap, scan6-alive, scan6-fping",
                "flood-router6, flood-router26, flood-rs6, flood-solicit6, flood-advertise6",
                "flood-mld6, flood-mld26, flood-ping6, dad6-denied, dad6-conflict",
                "smurf6, rsmurf6, redirect6-forged, toobig6-forged",
                "mld6-forged, fragments6-atomic",
                "routing6, nodeinfo6, rdnss6-even, parameter6",
                "vrrp6, vrrp6-vmac, proxy6"
            })
    void thereAreAsManyMessagesOfEveryTypeAsTsharkCounted(String scenes) throws IOException {
        for (String scene : scenes.split(", ")) {
            assertEquals(counted(scene), found(scene), scene);
        }
    }

    /** Of those tshark counts each; RFC 5722. The host answered the fourth, as Linux looks at lengths only. */
    @Test
    void anEchoRequestWhoseFragmentsContradictEachOtherIsNone() throws IOException {
        List<String> sent = words(Lab.printed("fragments6-overlap"), "echo request \\d: (.*)");
        long sound = sent.stream()
                .filter(line -> !line.matches(".*(others|again).*"))
                .count();
        EchoSession session = Lab.session(Lab.analyze("fragments6-overlap"));
        assertEquals(2, sound);
        assertEquals(sound, session.sent());
        assertEquals(sound, session.received());
        assertEquals(1, session.unsolicited());
    }

    /**
     * Such an echo request, RFC 5722, or one behind more headers than we follow, INTERPRETATION.md: cases 1 to 4, 6 to 8,
     * 11 and 12 of fragmentation6; 4, 8, 16 and 17 of implementation6; case 4 of denial6, 14 times.
     */
    @ParameterizedTest
    @CsvSource({"fragments6-overlap, 4", "fragments6-nd, 2", "fragments6-cases, 9", "headers6-cases, 4", "denial6, 14"})
    void onlyWhatHasOverlapsOrTooManyHeadersIsNoMessage(String scene, long echoes) throws IOException {
        Map<Integer, Long> more = counted(scene);
        found(scene).forEach((type, count) -> more.merge(type, -count, Long::sum));
        more.values().removeIf(count -> count == 0);
        assertTrue(Set.of(128, 129).containsAll(more.keySet()), more::toString);
        assertEquals(echoes, more.values().stream().mapToLong(Long::longValue).sum());
    }

    /** The last that ip printed; {@code expires} runs. */
    @ParameterizedTest
    @ValueSource(strings = {"slaac6", "rogue6", "rogue6-26"})
    void theRoutersAreTheDefaultRoutersOfTheHost(String scene) throws IOException {
        assertEquals(
                words(Lab.printed(scene), "default via (\\S+ dev .* pref \\w+)").stream()
                        .map(route -> route.replaceAll(" .* ", " "))
                        .collect(Collectors.toSet()),
                Lab.analyze(scene).routers().entries().stream()
                        .map(router -> router.address() + " " + router.preference())
                        .collect(Collectors.toSet()));
    }

    @Test
    void aRogueRouterOffersWhatItsOptionsSaid() throws IOException {
        String command = word(Lab.printed("rogue6-26"), "(atk6-fake_router26 .*)");
        Router router = router("rogue6-26", ATTACKER);
        Router.Prefix prefix = router.prefixes().entries().get(0);
        assertEquals(word(command, "-A (\\S+)"), prefix.prefix() + "/" + prefix.length());
        Router.Route route = router.routes().entries().get(0);
        assertEquals(word(command, "-R (\\S+)"), route.prefix() + "/" + route.length());
        assertEquals(
                word(command, "-D (\\S+)"),
                router.dnsServers().entries().get(0).address().toString());
        assertEquals(
                word(command, "-L (\\S+)"),
                router.searchDomains().entries().get(0).name());
        assertEquals(word(command, "-M (\\S+)"), String.valueOf(router.mtu()));
        assertEquals(word(command, "-p (\\S+)"), router.preference());
        assertEquals(word(command, "-n (\\S+)"), String.valueOf(router.advertisements()));
        assertEquals(true, router.managed());
    }

    /** In the name of the router that is there still, from another machine. */
    @Test
    void theAdvertisementsWithALifetimeOfZeroAreThoseFromTheMacOfTheAttacker() throws IOException {
        assertFalse(words(Lab.printed("kill-router6"), "(RA kill packet)").isEmpty());
        long ends = 0;
        for (PacketEntry packet : Lab.packets("kill-router6")) {
            if (packet.message() instanceof NeighborDiscovery.RouterAdvertisement advertisement) {
                assertEquals(ROUTER, packet.source().toString());
                ends += advertisement.routerLifetimeSeconds() == 0 ? 1 : 0;
            }
        }
        assertEquals(countedOf("kill-router6", ATTACKER_MAC, 134), ends);
    }

    @Test
    void aRouterThatIsShutDownEndsWithALifetimeOfZero() throws IOException {
        assertEquals(1, words(Lab.printed("router-ends6"), "(default via)").size(), "before, not after");
        assertEquals(0, router("router-ends6", ROUTER).lifetimeSeconds());
    }

    /** It was {@code parasite6}, {@code fake_advertise6}, or a program that moves an address rightly. */
    @ParameterizedTest
    @CsvSource({
        "parasite6, 2001:db8:1::2, 02:00:00:00:01:02 02:00:00:00:01:04",
        "parasite6, 2001:db8:1::3, 02:00:00:00:01:03 02:00:00:00:01:04",
        "advertise6, 2001:db8:1::2, 02:00:00:00:01:02 02:00:00:00:01:04",
        "advertise6-known, 2001:db8:1::2, 02:00:00:00:01:04",
        "vrrp6, 2001:db8:1::77, 02:00:00:00:01:02 02:00:00:00:01:03",
        "vrrp6-vmac, 2001:db8:1::77, 00:00:5e:00:02:07",
    })
    void aNeighborHasEveryMacThatItWasSaidToHave(String scene, String address, String macs) throws IOException {
        Set<String> expected = new TreeSet<>(List.of(macs.split(" ")));
        assertTrue(expected.contains(word(Lab.printed(scene), address + "(?: dev e1)? lladdr (\\S+)")));
        assertEquals(expected, macs(neighbor(scene, address)));
    }

    @Test
    void theNeighborsBehindAProxyHaveItsMac() throws IOException {
        List<String> printed = words(Lab.printed("proxy6"), "(\\S+::b:\\d lladdr \\S+)");
        assertEquals(5, printed.size());
        for (String line : printed) {
            String[] words = line.split(" ");
            assertEquals(Set.of(words[2]), macs(neighbor("proxy6", words[0])));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"slaac6", "dad6-denied", "dad6-conflict"})
    void anAddressIsADuplicateForTheHostThatPrintedSo(String scene) throws IOException {
        String host = Lab.printed(scene).replaceFirst("(?s)(\\$ ip -6 addr show.*?)\\$ .*", "$1");
        List<String> printed = words(host, "inet6 (.*)");
        assertTrue(printed.size() > 2);
        for (String line : printed) {
            if (!line.contains("nodad")) {
                Neighbor neighbor = neighbor(scene, line.replaceFirst("/.*", ""));
                assertEquals(line.contains("dadfailed"), neighbor.conflicts() > 0, line);
            }
        }
    }

    @Test
    void everyAddressThatWasDeniedIsOneThatTheAttackerPrinted() throws IOException {
        assertEquals(
                Set.copyOf(words(Lab.printed("dad6-denied"), "Spoofed packet for existing ip6 as (\\S+)")),
                Lab.analyze("dad6-denied").neighbors().entries().stream()
                        .filter(neighbor -> neighbor.duplicateChecks().entries().stream()
                                .map(DuplicateCheck::result)
                                .anyMatch(Result.DUPLICATE::equals))
                        .map(neighbor -> neighbor.address().toString())
                        .collect(Collectors.toSet()));
    }

    /** Nobody has to be asked for that. */
    @ParameterizedTest
    @CsvSource({"scan6-nmap, 128", "scan6-fping, 96"})
    void aScanAsksForEveryAddressButItsOwn(String scene, int addresses) throws IOException {
        Set<String> asked = new TreeSet<>();
        for (PacketEntry packet : Lab.packets(scene)) {
            if (packet.message() instanceof NeighborDiscovery.NeighborSolicitation question
                    && packet.source().toString().matches("2001:db8:1::4|" + ATTACKER)) {
                asked.add(question.target().toString());
            }
        }
        asked.removeIf(target -> !target.startsWith("2001:db8:1::"));
        assertEquals(addresses - 1, asked.size(), asked::toString);
    }

    /** The marker has one of each. */
    @Test
    void theVictimOfASmurfGetsTheRepliesOfEveryHost() throws IOException {
        List<EchoSession> sessions = Lab.sessions(Lab.analyze("smurf6"));
        assertEquals(
                countedOf("smurf6", "00:00:de:ad:be:ef", 128),
                sessions.stream().mapToLong(EchoSession::sent).sum());
        assertTrue(sessions.stream()
                .allMatch(session -> session.requester().toString().equals("2001:db8:1::1")));
    }

    @Test
    void aForgedRedirectNamesTheGatewayThatTheVictimPrinted() throws IOException {
        String route = word(Lab.printed("redirect6-forged"), "(2001:db8:2::1 from .*)");
        List<RedirectGroup> redirects =
                Lab.analyze("redirect6-forged").redirects().entries();
        assertEquals(1, redirects.size());
        assertEquals(ROUTER, redirects.get(0).reporter().toString());
        assertEquals("2001:db8:1::1", redirects.get(0).receiver().toString());
        assertEquals("2001:db8:2::1", String.valueOf(redirects.get(0).destination()));
        assertEquals(word(route, "via (\\S+)"), redirects.get(0).gateway().toString());
    }

    @Test
    void theSmallestForgedMtuIsTheLastThatTheAttackerPrinted() throws IOException {
        List<PathMtu> paths = Lab.analyze("toobig6-forged").pathMtu().entries();
        List<String> printed = words(Lab.printed("toobig6-forged"), "and MTU (\\d+) sent");
        assertEquals(1, paths.size());
        assertEquals("2001:db8:2::1", paths.get(0).destination().toString());
        assertEquals(printed.get(1), String.valueOf(paths.get(0).mtu()));
        assertEquals(printed.size(), paths.get(0).events());
    }

    @Test
    void aForgedQuerierIsOneBesideTheBridge() throws IOException {
        String own = word(Lab.printed("mld6-forged"), "fake_mld26 e1 query :: :: 1 (\\S+)");
        assertEquals(
                Set.of(own, ATTACKER, "fe80::ff:fe00:199"),
                texts(group("mld6-forged", "::").queriers().entries()));
    }

    /** x4 reports for a, and leaves for h2, which had joined itself. */
    @Test
    void whoIsReportedByAnotherIsAListener() throws IOException {
        assertEquals(
                Set.of("fe80::ff:fe00:101"),
                texts(group("mld6-forged", "ff0e::bad").listeners().entries()));
        assertTrue(
                texts(group("mld6-forged", "ff0e::1234").listeners().entries()).contains("fe80::ff:fe00:102"));
    }

    private static MulticastGroup group(String scene, String address) throws IOException {
        return only(Lab.analyze(scene).multicast().entries(), MulticastGroup::group, address);
    }

    private static Router router(String scene, String address) throws IOException {
        return only(Lab.analyze(scene).routers().entries(), Router::address, address);
    }

    private static Neighbor neighbor(String scene, String address) throws IOException {
        return only(Lab.analyze(scene).neighbors().entries(), Neighbor::address, address);
    }

    private static <T> T only(List<T> all, Function<T, Object> key, String value) {
        List<T> found = all.stream()
                .filter(one -> key.apply(one).toString().equals(value))
                .toList();
        assertEquals(1, found.size(), () -> value + " in " + all);
        return found.get(0);
    }

    private static Set<String> macs(Neighbor neighbor) {
        return neighbor.linkAddresses().entries().stream()
                .map(Neighbor.LinkAddress::linkAddress)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> texts(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.toSet());
    }

    private static Map<Integer, Long> found(String scene) throws IOException {
        return Lab.analyze(scene).statistics().byType().stream()
                .collect(Collectors.groupingBy(
                        TypeCount::icmpType, TreeMap::new, Collectors.summingLong(TypeCount::count)));
    }

    private static Map<Integer, Long> counted(String scene) throws IOException {
        return counted(scene, "(?:\\S+\\t)?").stream()
                .collect(Collectors.groupingBy(
                        line -> Integer.parseInt(line.group(2)),
                        TreeMap::new,
                        Collectors.summingLong(line -> Long.parseLong(line.group(1)))));
    }

    /** tshark's lines: how many, of whom where it says so, the type. */
    private static List<MatchResult> counted(String scene, String sender) throws IOException {
        String[] printed = Lab.printed(scene).split("\\$ tshark .*\n");
        assertEquals(2, printed.length);
        return Pattern.compile("(?m)^ *(\\d+) " + sender + "(\\d+)$")
                .matcher(printed[1])
                .results()
                .toList();
    }

    private static long countedOf(String scene, String mac, int type) throws IOException {
        return counted(scene, mac + "\\t").stream()
                .filter(line -> line.group(2).equals(String.valueOf(type)))
                .mapToLong(line -> Long.parseLong(line.group(1)))
                .sum();
    }

    private static String word(String printed, String pattern) {
        List<String> words = words(printed, pattern);
        assertFalse(words.isEmpty(), pattern);
        return words.get(words.size() - 1);
    }

    private static List<String> words(String printed, String pattern) {
        return Pattern.compile(pattern)
                .matcher(printed)
                .results()
                .map(line -> line.group(1))
                .toList();
    }
}
