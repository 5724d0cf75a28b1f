package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.report.ErrorGroup;
import io.icmpscope.report.PathMtu;
import io.icmpscope.report.PathMtu.BlackHole;
import io.icmpscope.report.PayloadClassCount;
import io.icmpscope.report.RedirectGroup;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What ping and traceroute printed of errors, narrow paths and redirects. */
class LabTroubleTest {

    private static final Pattern PINGED = Pattern.compile("PING (\\S+?)[ (].*");
    private static final Pattern REFUSED =
            Pattern.compile("From (\\S+) icmp_seq=\\d+ (?:Destination (?:unreachable: )?)?(.+)");

    /** Ping's words, and the codes of RFC 792, RFC 1122, RFC 1812 and RFC 4443. */
    private static final Map<String, Integer> CODES = Map.ofEntries(
            Map.entry("Net Unreachable", 0),
            Map.entry("Host Unreachable", 1),
            Map.entry("Protocol Unreachable", 2),
            Map.entry("Port Unreachable", 3),
            Map.entry("Net Prohibited", 9),
            Map.entry("Host Prohibited", 10),
            Map.entry("Packet filtered", 13),
            Map.entry("No route", 0),
            Map.entry("Administratively prohibited", 1),
            Map.entry("Address unreachable", 3),
            Map.entry("Port unreachable", 4));

    @ParameterizedTest
    @CsvSource({
        "unreachable4, 3",
        "unreachable6, 3",
        "refused4, 7",
        "refused6, 4",
        "ping4-midway, 1",
        "ping6-midway, 1",
    })
    void theErrorsAboutEveryPingAreThoseThatItPrinted(String scene, int pings) throws IOException {
        Map<String, Long> expected = new TreeMap<>();
        String asked = "";
        for (String line : Lab.printed(scene).lines().toList()) {
            Matcher pinged = PINGED.matcher(line);
            asked = pinged.matches() ? pinged.group(1) : asked;
            Matcher refused = REFUSED.matcher(line);
            if (refused.matches()) {
                expected.merge(refused.group(1) + " " + CODES.get(refused.group(2)) + " " + asked, 1L, Long::sum);
            }
        }
        Map<String, Long> found = new TreeMap<>();
        for (ErrorGroup group : Lab.analyze(scene).errors().entries()) {
            if (group.original().identifier() != null) {
                assertEquals(group.icmpVersion() == 4 ? 3 : 1, group.icmpType());
                found.merge(
                        group.reporter() + " " + group.icmpCode() + " "
                                + group.original().destination(),
                        group.count(),
                        Long::sum);
            }
        }
        assertEquals(pings, expected.size());
        assertEquals(expected, found);
    }

    /** What it marks is the code, RFC 1812 section 5.2.7.1; nothing where the port is closed, nor for a TCP RST. */
    @ParameterizedTest
    @CsvSource({"refused4, 7, 9 10 13", "refused6, 4, 1"})
    void aRefusedSynIsAGroupOfItsPortWithTheCodeThatTracerouteMarked(String scene, int refusals, String prohibited)
            throws IOException {
        Matcher traced = Pattern.compile("traceroute to (\\S+) .*\\n +2  (\\S+)  [0-9.]+ ms ?(!\\w|)")
                .matcher(Lab.printed(scene));
        Map<String, ErrorGroup> groups = new TreeMap<>();
        for (ErrorGroup group : Lab.analyze(scene).errors().entries()) {
            if (group.original().protocol() == 6) {
                groups.put(group.original().destination().toString(), group);
            }
        }
        assertEquals(refusals, groups.size());
        while (traced.find()) {
            ErrorGroup group = groups.remove(traced.group(1));
            if (traced.group(1).equals(traced.group(2))) {
                assertNull(group, "it answered itself");
                continue;
            }
            assertEquals(traced.group(2), group.reporter().toString());
            assertEquals(22, group.original().destinationPort());
            assertEquals(1, group.count());
            assertEquals(traced.group(3), mark(group, List.of(prohibited.split(" "))));
        }
        assertEquals(Map.of(), groups);
    }

    private static String mark(ErrorGroup group, List<String> prohibited) {
        int code = group.icmpCode();
        if (prohibited.contains(String.valueOf(code))) {
            return "!X";
        }
        if (group.icmpVersion() == 6) {
            return List.of("!N", "!X", "!S", "!H", "").get(code);
        }
        return List.of("!N", "!H", "!P", "").get(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"traceroute4-udp", "traceroute6-udp", "traceroute4-router-any"})
    void everyRouterOfATracerouteIsOneGroup(String scene) throws IOException {
        List<ErrorGroup> errors = Lab.analyze(scene).errors().entries();
        assertEquals(4, errors.size(), errors::toString);
        assertTrue(errors.stream().allMatch(group -> group.original().destinationPorts() != null), errors::toString);
    }

    /** The last hop is the target, which answers by TCP; a silent one reports nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"mtr4-loss-tcp", "mtr6-loss-tcp"})
    void everyRouterThatMtrPrintedIsAGroupOfAsManyErrorsAsItHadAnswers(String scene) throws IOException {
        Map<String, Long> expected = new TreeMap<>();
        Matcher hop = Pattern.compile("(?m)^ +\\d+\\.\\|-- (\\S+) +([0-9.]+)%? +(\\d+) ")
                .matcher(Lab.printed(scene));
        String last = "";
        while (hop.find()) {
            last = hop.group(1);
            double lost = Double.parseDouble(hop.group(2)) / 100;
            expected.put(last, Math.round(Long.parseLong(hop.group(3)) * (1 - lost)));
        }
        expected.remove(last);
        expected.remove("???");
        assertEquals(3, expected.size());
        Map<String, Long> found = new TreeMap<>();
        for (ErrorGroup group : Lab.analyze(scene).errors().entries()) {
            assertEquals(80, group.original().destinationPort());
            found.merge(group.reporter().toString(), group.count(), Long::sum);
        }
        assertEquals(expected, found);
    }

    @ParameterizedTest
    @CsvSource({"pmtu4, mtu = (\\d+)", "pmtu6, mtu=(\\d+)"})
    void theMtuOfThePathIsTheOneThatPingPrinted(String scene, String pattern) throws IOException {
        Matcher printed = Pattern.compile(pattern).matcher(Lab.printed(scene));
        assertTrue(printed.find());
        List<PathMtu> paths = Lab.analyze(scene).pathMtu().entries();
        assertEquals(1, paths.size());
        PathMtu path = paths.get(0);
        assertEquals(Long.valueOf(printed.group(1)), path.mtu());
        assertEquals(1, path.events());
        assertEquals(0, path.ignored());
        assertTrue(Lab.printed(scene).contains("From " + path.reporters().get(0)));
        assertTrue(Lab.printed(scene).contains("PING " + path.destination()));
    }

    /** The sender went on for 4 s; its tries within a second of the first report may have been under way. */
    @ParameterizedTest
    @ValueSource(strings = {"pmtu4-ignored", "pmtu6-ignored"})
    void reportsThatASenderDoesNotHeedAreCountedAsIgnored(String scene) throws IOException {
        PrintedPing ping = PrintedPing.of(Lab.printed(scene)).get(0);
        List<PathMtu> paths = Lab.analyze(scene).pathMtu().entries();
        assertEquals(1, paths.size());
        PathMtu path = paths.get(0);
        assertEquals(1300, path.mtu(), "of link 2, see src/lab/README.md");
        assertFalse(path.estimated());
        assertEquals(ping.target(), path.destination().toString());
        assertEquals(Lab.dropped(scene, "dropped"), path.events());
        assertEquals(ping.sent(), path.events());
        double interval = Double.parseDouble(find("-i ([0-9.]+) .* -s 1400", scene));
        assertEquals(ping.sent() - (long) Math.ceil(1 / interval), path.ignored());
        assertNull(path.blackHole(), "the router tells");
    }

    @ParameterizedTest
    @ValueSource(strings = {"blackhole4", "blackhole6"})
    void largePingsThatVanishBesideSmallOnesThatDoNotAreABlackHole(String scene) throws IOException {
        List<PrintedPing> pings = PrintedPing.of(Lab.printed(scene));
        List<PathMtu> paths = Lab.analyze(scene).pathMtu().entries();
        assertEquals(1, paths.size());
        PathMtu path = paths.get(0);
        assertNull(path.mtu());
        assertEquals(0, path.events());
        BlackHole hole = path.blackHole();
        assertNotNull(hole);
        assertEquals(find("-s (56) ", scene), String.valueOf(hole.answeredBytes()));
        assertEquals(find("-s (1400) ", scene), String.valueOf(hole.lostBytes()));
        assertEquals(Lab.dropped(scene, "dropped"), hole.lost());
        int marker = 1;
        assertEquals(pings.get(0).received() + pings.get(2).received() + marker, hole.answered());
    }

    /** Nothing is suspected of a path that answers large pings, or no pings at all. */
    @ParameterizedTest
    @ValueSource(
            strings = {"ping4-fragmented", "ping6-fragmented", "ping4-parallel", "fragments4-loss-near", "ping4-loss"})
    void otherLossesAreNoBlackHole(String scene) throws IOException {
        assertEquals(List.of(), Lab.analyze(scene).pathMtu().entries());
    }

    private static String find(String pattern, String scene) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(Lab.printed(scene));
        assertTrue(matcher.find(), pattern);
        return matcher.group(1);
    }

    @ParameterizedTest
    @CsvSource({"redirect4, 10.0.2.2, 10.0.1.3, 2", "redirect6, 2001:db8:2::2, fe80::ff:fe00:103, 1"})
    void theRedirectIsForThePingedHost(String scene, String destination, String gateway, long count)
            throws IOException {
        List<RedirectGroup> redirects = Lab.analyze(scene).redirects().entries();
        assertEquals(1, redirects.size());
        RedirectGroup redirect = redirects.get(0);
        assertEquals(destination, String.valueOf(redirect.destination()));
        assertEquals(gateway, redirect.gateway().toString());
        assertEquals(count, redirect.count());
        assertTrue(redirect.forHost());
    }

    @ParameterizedTest
    @CsvSource({"ping4-clean, linux-iputils", "ping6-clean, linux-iputils", "ping4-pattern, time-first", "mtr4, zero"})
    void theDataPointsToTheProgramThatSentIt(String scene, String expected) throws IOException {
        List<PayloadClassCount> classes = Lab.analyze(scene).payloadClasses().entries();
        assertEquals(expected, classes.get(0).name());
    }
}
