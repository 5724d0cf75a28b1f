package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.report.ChecksumStatus;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.ErrorGroup;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.PacketEntry;
import io.icmpscope.report.PathMtu;
import io.icmpscope.report.RedirectGroup;
import io.icmpscope.report.Statistics.TypeCount;
import io.icmpscope.report.Traceroute;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Floods, sweeps, tunnels and forged messages, and what only looks like them: as their programs and tshark counted. */
class LabAttacksTest {

    private static final int MARKER = 19787;
    private static final Pattern TSHARK = Pattern.compile("(?m)^ +(\\d+) (?:(\\S+)\t(\\S+)\t)?(\\d+)\t(\\d+)$");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flood4, flood4-interval, flood4-sources, unreachable4-storm, blacknurse4, smurf4",
                "sweep4-fping, sweep4-slow, sweep4-echo, sweep4-timestamp, sweep4-mask, nmap4-os, nmap4-udp",
                "loop4-ping, loop4-inside",
                "tunnel4-ptunnel, tunnel4-ptunnel-lines, tunnel4-ptunnel-ng, tunnel4-hans, tunnel4-hans-ping",
                "tunnel4-icmptx, exfil4, exfil4-pattern, ping4-dead, unreachable4-late, unreachable4-offload",
                "redirect4-several, redirect4-forged, redirect4-rogue, pmtu4-forged, quench4, reset4",
                "fragments4-tiny",
                "monitor4, ping4-random, ping4-sizes, mtr4-targets, balanced4, vrrp4"
            })
    void everyMessageIsOneThatTsharkCounted(String scenes) throws IOException {
        for (String scene : scenes.split(", ")) {
            Map<String, Long> counted = new TreeMap<>();
            TSHARK.matcher(Lab.printed(scene))
                    .results()
                    .forEach(line -> counted.merge(
                            "%s %s %s/%s".formatted(line.group(2), line.group(3), line.group(4), line.group(5)),
                            number(line.group(1)),
                            Long::sum));
            boolean addresses = counted.keySet().stream().noneMatch(key -> key.startsWith("null"));
            Map<String, Long> ours = Lab.packets(scene).stream()
                    .filter(LabAttacksTest::isNoMarker)
                    .collect(Collectors.groupingBy(
                            packet -> "%s %s %d/%d"
                                    .formatted(
                                            addresses ? packet.source() : null,
                                            addresses ? packet.destination() : null,
                                            packet.icmpType(),
                                            packet.icmpCode()),
                            TreeMap::new,
                            Collectors.counting()));
            assertTrue(counted.size() > 0, scene);
            assertEquals(counted, ours, scene);
        }
    }

    private static boolean isNoMarker(PacketEntry packet) {
        return packet.identifier() == null || packet.identifier() != MARKER;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flood4",
                "flood4-interval",
                "exfil4-pattern",
                "ping4-sizes",
                "ping4-dead",
                "balanced4",
                "vrrp4",
                "loop4-ping",
                "redirect4-forged",
                "redirect4-rogue",
                "pmtu4-forged",
                "quench4"
            })
    void whatPingCountedIsOneSessionEach(String scene) throws IOException {
        List<PrintedPing> pings = PrintedPing.of(Lab.printed(scene));
        List<EchoSession> sessions = Lab.inOrder(IcmpAnalyzer.analyze(Lab.capture(scene)));
        assertEquals(pings.size(), sessions.size());
        for (int i = 0; i < pings.size(); i++) {
            assertEquals(pings.get(i).sent(), sessions.get(i).sent());
            assertEquals(pings.get(i).received(), sessions.get(i).received());
            assertEquals(pings.get(i).errors(), sessions.get(i).errors());
            assertEquals(0, sessions.get(i).payloadMismatches());
        }
    }

    /** Ping's own time goes from its first request to its last one. */
    @ParameterizedTest
    @ValueSource(strings = {"flood4", "flood4-interval"})
    void aFloodLastsAsLongAsPingPrinted(String scene) throws IOException {
        EchoSession session = Lab.session(Lab.analyze(scene));
        long printed = number(first("time (\\d+)ms", scene));
        Duration ours = Duration.between(session.firstTime(), session.lastTime());
        assertEquals(printed, ours.toMillis(), 50);
        assertTrue(session.sent() > printed / 10, "more than 100 each second");
    }

    @Test
    void aFloodOfManySourcesIsAsManySessionsAsRequestsThatCameThrough() throws IOException {
        IcmpReport report = Lab.analyze("flood4-sources");
        long through = type(report, 8, 0) - 1; // and the marker
        assertTrue(through > 1_800 && through < number(first("(\\d+) packets transmitted", "flood4-sources")));
        assertEquals(through, report.echo().sessions().total() - 1);
        assertEquals(through, report.echo().received() - 1);
    }

    @ParameterizedTest
    @CsvSource({"sweep4-fping, 30", "sweep4-slow, 30", "sweep4-echo, 64", "sweep4-timestamp, 64", "sweep4-mask, 64"})
    void theHostsOfASweepThatAnsweredAreThoseThatItPrinted(String scene, int targets) throws IOException {
        Set<String> alive = Pattern.compile("(?m)^(?:Nmap scan report for )?(\\S+)(?: is alive|\nHost is up)")
                .matcher(Lab.printed(scene))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> asked = new TreeSet<>();
        Set<String> answered = new TreeSet<>();
        for (PacketEntry packet : Lab.packets(scene)) {
            if (isNoMarker(packet) && packet.identifier() != null) {
                boolean request = packet.source().toString().equals("10.0.1.1");
                (request ? asked : answered).add((request ? packet.destination() : packet.source()).toString());
            }
        }
        assertEquals(targets, asked.size());
        assertEquals(alive, answered);
    }

    @ParameterizedTest
    @CsvSource({
        "unreachable4-storm, 3, 3",
        "blacknurse4, 3, 3",
        "exfil4, 8, 0",
    })
    void whatHpingTransmittedOrGotIsCounted(String scene, int type, int code) throws IOException {
        long marker = type == 8 ? 1 : 0;
        assertEquals(number(first("(\\d+) packets transmitted", scene)) + marker, type(Lab.analyze(scene), type, code));
    }

    @ParameterizedTest
    @CsvSource({"nmap4-udp, closed udp ports", "unreachable4-late, packets asked"})
    void closedPortsThatWereAskedAreAsManyErrors(String scene, String words) throws IOException {
        assertEquals(number(first("(\\d+) " + words, scene)), type(Lab.analyze(scene), 3, 3));
    }

    /** Though the sender's device is to compute those of the datagrams that errors quote. */
    @Test
    void theChecksumsOfMessagesAreRightWithOffload() throws IOException {
        for (PacketEntry packet : Lab.packets("unreachable4-offload")) {
            assertEquals(ChecksumStatus.GOOD, packet.checksumStatus());
        }
    }

    /** The ping in the tunnel is data of the one that carries it. */
    @Test
    void aPingInATunnelIsNoSession() throws IOException {
        EchoSession session = Lab.session(Lab.analyze("tunnel4-hans-ping"));
        assertEquals("10.0.2.2", session.responder().toString());
        PrintedPing inner = PrintedPing.of(Lab.printed("tunnel4-hans-ping")).get(0);
        assertEquals("10.9.0.100", inner.target());
        assertTrue(session.payloadMismatches() > inner.sent());
    }

    @Test
    void fourHostsAnswerEachRequestOfAForgedBroadcast() throws IOException {
        EchoSession session = Lab.session(Lab.analyze("smurf4"));
        assertEquals("10.0.1.1", session.requester().toString());
        assertEquals(number(first("(\\d+) packets transmitted", "smurf4")), session.sent());
        assertEquals(
                "[10.0.1.2, 10.0.1.3, 10.0.1.4, 10.0.1.5]",
                session.otherResponders().toString());
    }

    @Test
    void aFileThatLeavesIsOneSessionWithoutAnswers() throws IOException {
        EchoSession session = Lab.session(Lab.analyze("exfil4"));
        assertEquals(List.of(500), session.payloadSizes());
        assertEquals(session.sent(), session.lost());
    }

    /** Its proxy sends replies of its own to one request, as its statistics say: "ICMP I/O/R". */
    @Test
    void theRepliesOfATunnelAreMoreThanItsRequests() throws IOException {
        MatchResult packets = Pattern.compile("ICMP I/O/R: +(\\d+)/ +(\\d+)/")
                .matcher(Lab.printed("tunnel4-ptunnel"))
                .results()
                .findFirst()
                .orElseThrow();
        EchoSession session = Lab.session(Lab.analyze("tunnel4-ptunnel"));
        assertEquals(number(packets.group(2)), session.sent());
        long ofTheKernel = session.sent();
        assertEquals(
                number(packets.group(1)),
                session.received() + session.duplicates() + session.unsolicited() - ofTheKernel);
    }

    @ParameterizedTest
    @ValueSource(strings = {"redirect4-forged", "redirect4-rogue"})
    void forgedRedirectsAreOneGroup(String scene) throws IOException {
        List<MatchResult> printed = Pattern.compile("from (\\S+) to (\\S+), redirect: (\\S+) via (\\S+)")
                .matcher(Lab.printed(scene))
                .results()
                .toList();
        List<RedirectGroup> groups = Lab.analyze(scene).redirects().entries();
        assertEquals(1, groups.size());
        RedirectGroup group = groups.get(0);
        assertEquals(printed.size(), group.count());
        assertEquals(
                List.of(group.reporter(), group.receiver(), group.destination(), group.gateway())
                        .toString(),
                Stream.of(1, 2, 3, 4).map(printed.get(0)::group).toList().toString());
    }

    @Test
    void aRouterRedirectsForEachHostThatFpingPrinted() throws IOException {
        Map<String, Long> printed = Pattern.compile("ICMP Redirect from 10.0.1.2 for ICMP Echo sent to (\\S+)")
                .matcher(Lab.printed("redirect4-several"))
                .results()
                .collect(Collectors.groupingBy(line -> line.group(1), TreeMap::new, Collectors.counting()));
        assertEquals(
                printed,
                Lab.analyze("redirect4-several").redirects().entries().stream()
                        .collect(Collectors.toMap(
                                group -> String.valueOf(group.destination()),
                                RedirectGroup::count,
                                Long::sum,
                                TreeMap::new)));
    }

    @Test
    void aForgedPathMtuIsReportedAsItWasSent() throws IOException {
        List<PathMtu> paths = Lab.analyze("pmtu4-forged").pathMtu().entries();
        assertEquals(1, paths.size());
        assertEquals(number(first(", mtu (\\d+)", "pmtu4-forged")), paths.get(0).mtu());
        assertEquals(
                number(first("(?m)^(\\d+) sent", "pmtu4-forged")), paths.get(0).events());
    }

    @ParameterizedTest
    @CsvSource({"quench4, 4", "reset4, 3"})
    void forgedErrorsAreAsManyAsWereSent(String scene, int type) throws IOException {
        List<ErrorGroup> groups = Lab.analyze(scene).errors().entries();
        assertEquals(
                number(first("(?m)^(\\d+) sent", scene)),
                groups.stream()
                        .filter(group -> group.icmpType() == type)
                        .mapToLong(ErrorGroup::count)
                        .sum());
        assertTrue(groups.stream()
                .allMatch(group -> group.original().destination().toString().equals("10.0.2.2")));
    }

    /** Tshark joins both all the same. */
    @ParameterizedTest
    @CsvSource({"fragments4-death, beyond the end|66000", "fragments4-overlap, the second lies in the first"})
    void fragmentsThatFitNoDatagramAreNoMessage(String scene, String words) throws IOException {
        long datagrams = Pattern.compile("(?m)^id \\d+, protocol 1")
                .matcher(Lab.printed(scene))
                .results()
                .count();
        long unfit =
                Pattern.compile(words).matcher(Lab.printed(scene)).results().count();
        IcmpReport report = Lab.analyze(scene);
        long marker = 1;
        assertEquals(unfit, report.capture().incompleteFragments());
        assertEquals(datagrams - unfit + marker, type(report, 8, 0));
        assertEquals(tshark(scene, 0) + marker, type(report, 0, 0));
        assertEquals(tshark(scene, 11), type(report, 11, 1));
    }

    private static long tshark(String scene, int type) throws IOException {
        return TSHARK.matcher(Lab.printed(scene))
                .results()
                .filter(line -> number(line.group(4)) == type)
                .mapToLong(line -> number(line.group(1)))
                .sum();
    }

    @Test
    void theHopsOfThreeMtrAreThoseOfThreeTraceroutes() throws IOException {
        List<String> printed = Pattern.compile("(?m)^ +\\d+\\.\\|-- (\\S+) ")
                .matcher(Lab.printed("mtr4-targets"))
                .results()
                .map(line -> line.group(1))
                .toList();
        List<Traceroute> paths = Lab.analyze("mtr4-targets").traceroutes().entries();
        assertEquals(3, paths.size());
        assertEquals(
                printed,
                paths.stream()
                        .flatMap(path -> path.hops().stream())
                        .map(hop -> hop.responders().get(0).address().toString())
                        .toList());
    }

    @Test
    void twoMachinesOfOneAddressAreSeenByTheTimesToLiveThatPingPrinted() throws IOException {
        List<Integer> printed = PrintedPing.of(Lab.printed("balanced4")).get(0).replies().stream()
                .map(PrintedPing.Reply::ttl)
                .distinct()
                .sorted()
                .toList();
        assertEquals(2, printed.size());
        assertEquals(printed, Lab.session(Lab.analyze("balanced4")).replyTtls());
    }

    @Test
    void aMonitorAsksAllItsHostsAsOftenAsFpingPrinted() throws IOException {
        Map<String, String> printed = Pattern.compile("(?m)^(\\S+) +: xmt/rcv/%loss = (\\d+/\\d+)/")
                .matcher(Lab.printed("monitor4"))
                .results()
                .collect(Collectors.toMap(line -> line.group(1), line -> line.group(2)));
        assertEquals(20, printed.size());
        assertEquals(
                printed,
                Lab.sessions(Lab.analyze("monitor4")).stream()
                        .collect(Collectors.toMap(
                                session -> session.responder().toString(),
                                session -> session.sent() + "/" + session.received())));
    }

    private static long type(IcmpReport report, int type, int code) {
        return report.statistics().byType().stream()
                .filter(one -> one.icmpType() == type && one.icmpCode() == code)
                .mapToLong(TypeCount::count)
                .sum();
    }

    private static String first(String pattern, String scene) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Lab.printed(scene))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private static long number(String digits) {
        return Long.parseLong(digits);
    }
}
