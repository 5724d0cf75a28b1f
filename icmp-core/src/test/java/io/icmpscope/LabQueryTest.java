package io.icmpscope;

import static io.icmpscope.report.QueryKind.ADDRESS_MASK;
import static io.icmpscope.report.QueryKind.ECHO;
import static io.icmpscope.report.QueryKind.INFORMATION;
import static io.icmpscope.report.QueryKind.NODE_INFORMATION;
import static io.icmpscope.report.QueryKind.TIMESTAMP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.report.EchoSession;
import io.icmpscope.report.QueryKind;
import io.icmpscope.report.RttSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nping, hping3, nmap, fping and pings of groups printed. */
class LabQueryTest {

    private static final double TOLERANCE_MILLIS = 0.2;

    private static final Pattern COMMAND = Pattern.compile("(?m)^\\$ ((?:nping|hping3) .*)$");
    private static final Pattern COUNTS = Pattern.compile(
            "Raw packets sent: (\\d+) .*Rcvd: (\\d+)|(\\d+) packets transmitted, (\\d+) packets received");

    /** What one of the programs sent. */
    private record Asked(QueryKind kind, String target, long sent, long received) {}

    private static List<Asked> asked(String printed) {
        List<MatchResult> commands = COMMAND.matcher(printed).results().toList();
        List<MatchResult> counts = COUNTS.matcher(printed).results().toList();
        assertEquals(commands.size(), counts.size());
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            String command = commands.get(i).group(1);
            MatchResult count = counts.get(i);
            int at = count.group(1) == null ? 3 : 1;
            asked.add(new Asked(
                    kind(command),
                    command.substring(command.lastIndexOf(' ') + 1),
                    Long.parseLong(count.group(at)),
                    Long.parseLong(count.group(at + 1))));
        }
        return asked;
    }

    private static QueryKind kind(String command) {
        if (command.contains("timestamp") || command.contains("--icmp-ts")) {
            return TIMESTAMP;
        }
        return command.contains("information") ? INFORMATION : ADDRESS_MASK;
    }

    /** Of nping's queries that all have the number 0, those after the first are the same sent again. */
    @Test
    void everySessionOfQueriesIsOneRunOfAProgram() throws IOException {
        List<Asked> ours = Lab.analyze("queries4").echo().queries().entries().stream()
                .sorted(Comparator.comparingLong(EchoSession::firstFrame))
                .map(session -> new Asked(
                        session.kind(),
                        session.responder().toString(),
                        session.sent() + session.retransmissions(),
                        session.received()))
                .toList();
        assertEquals(asked(Lab.printed("queries4")), ours);
    }

    @Test
    void theTimesOfAQueryAreThoseThatNpingPrinted() throws IOException {
        MatchResult printed = Pattern.compile("Max rtt: ([0-9.]+)ms \\| Min rtt: ([0-9.]+)ms \\| Avg rtt: ([0-9.]+)ms")
                .matcher(Lab.printed("queries4"))
                .results()
                .findFirst()
                .orElseThrow();
        RttSummary ours = Lab.analyze("queries4").echo().queries().entries().stream()
                .min(Comparator.comparingLong(EchoSession::firstFrame))
                .orElseThrow()
                .rtt();
        assertEquals(Double.parseDouble(printed.group(1)), ours.max().toNanos() / 1e6, TOLERANCE_MILLIS);
        assertEquals(Double.parseDouble(printed.group(2)), ours.min().toNanos() / 1e6, TOLERANCE_MILLIS);
        assertEquals(Double.parseDouble(printed.group(3)), ours.avg().toNanos() / 1e6, TOLERANCE_MILLIS);
    }

    @Test
    void queriesAreNoPings() throws IOException {
        assertEquals(List.of(), Lab.sessions(Lab.analyze("queries4")));
        assertTrue(Lab.analyze("queries4").echo().queries().entries().stream()
                .noneMatch(session -> session.kind() == ECHO));
    }

    @Test
    void aQueryToAHostThatIsNotThereEndsWithAnError() throws IOException {
        EchoSession session = Lab.analyze("queries4").echo().queries().entries().stream()
                .filter(one -> one.responder().toString().equals("10.0.2.99"))
                .findFirst()
                .orElseThrow();
        assertEquals(session.sent(), session.errors());
        assertEquals(0, session.received());
    }

    @ParameterizedTest
    @CsvSource({"sweep4, 3", "sweep6, 3"})
    void everyTargetOfFpingIsASessionWithItsCounts(String scene, int targets) throws IOException {
        List<MatchResult> lines = Pattern.compile("(?m)^(\\S+) +: xmt/rcv/%loss = (\\d+)/(\\d+)/(\\d+)%"
                        + "(?:, min/avg/max = ([0-9.]+)/([0-9.]+)/([0-9.]+))?")
                .matcher(Lab.printed(scene))
                .results()
                .toList();
        assertEquals(targets, lines.size());
        List<EchoSession> sessions = Lab.sessions(Lab.analyze(scene)).stream()
                .filter(session -> session.payloadSizes().equals(List.of(56))) // nmap's have no data
                .toList();
        assertEquals(targets, sessions.size());
        assertEquals(
                1,
                sessions.stream().mapToInt(EchoSession::identifier).distinct().count());
        for (MatchResult line : lines) {
            EchoSession session = sessions.stream()
                    .filter(one -> one.responder().toString().equals(line.group(1)))
                    .findFirst()
                    .orElseThrow();
            assertEquals(Long.parseLong(line.group(2)), session.sent());
            assertEquals(Long.parseLong(line.group(3)), session.received());
            assertEquals(Double.parseDouble(line.group(4)), session.lossPercent());
            assertEquals(session.lost(), session.errors(), "the router says so, later than fping waits");
            if (line.group(5) != null) {
                // fping's clock is read by a program, which had to wait for its first reply
                assertTrue(
                        Double.parseDouble(line.group(5)) >= session.rtt().min().toNanos() / 1e6);
                assertEquals(
                        Double.parseDouble(line.group(5)), session.rtt().min().toNanos() / 1e6, TOLERANCE_MILLIS);
            } else {
                assertEquals(null, session.rtt());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = QueryKind.class,
            names = {"ECHO", "TIMESTAMP"})
    void theHostsThatNmapFoundUpAreThoseThatAnsweredIt(QueryKind kind) throws IOException {
        Set<String> up = Pattern.compile("Nmap scan report for (\\S+)\nHost is up")
                .matcher(Lab.printed("sweep4"))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(up.size() > 0);
        assertEquals(up, hosts(kind, true));
        Set<String> down = hosts(kind, false);
        assertEquals(4, up.size() + down.size(), "hosts scanned, as nmap printed");
        assertTrue(Lab.printed("sweep4").contains("4 IP addresses (" + up.size() + " hosts up)"));
    }

    private static Set<String> hosts(QueryKind kind, boolean answered) throws IOException {
        List<EchoSession> sessions = kind == ECHO
                ? Lab.sessions(Lab.analyze("sweep4")).stream()
                        .filter(session -> session.payloadSizes().equals(List.of(0)))
                        .toList()
                : Lab.analyze("sweep4").echo().queries().entries().stream()
                        .filter(session -> session.kind() == kind)
                        .toList();
        return sessions.stream()
                .filter(session -> session.received() > 0 == answered)
                .map(session -> session.responder().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Ping answers itself, which the link does not see, and stops to look once it has the first reply to its last request;
     * the others all came.
     */
    @ParameterizedTest
    @CsvSource({"broadcast4, 10.0.1.1, 2", "multicast6, fe80::ff:fe00:101, 1"})
    void whoAnswersAGroupIsAnOtherResponder(String scene, String self, int groups) throws IOException {
        List<PrintedPing> pings = PrintedPing.of(Lab.printed(scene)).subList(0, groups);
        List<EchoSession> sessions = Lab.inOrder(Lab.analyze(scene));
        assertEquals(groups, sessions.size());
        for (int i = 0; i < groups; i++) {
            PrintedPing ping = pings.get(i);
            EchoSession session = sessions.get(i);
            TreeSet<String> others = new TreeSet<>();
            ping.replies().forEach(reply -> others.add(reply.from()));
            assertTrue(others.remove(self));
            assertEquals(
                    List.copyOf(others),
                    session.otherResponders().stream().map(Object::toString).toList());
            assertEquals(ping.sent(), session.sent());
            assertEquals(ping.received(), session.received());
            assertEquals(0, session.lost());
            assertEquals((long) ping.sent() * others.size(), session.rtt().count());
            assertEquals(0, session.duplicates(), "each answered once");
            double slowest = ping.replies().stream()
                    .mapToDouble(PrintedPing.Reply::millis)
                    .max()
                    .orElseThrow();
            assertEquals(slowest, session.rtt().max().toNanos() / 1e6, 0.25);
        }
    }

    @Test
    void questionsForNamesOfNodesAreToldApartFromPings() throws IOException {
        List<PrintedPing> pings = PrintedPing.of(Lab.printed("multicast6"));
        List<EchoSession> queries = Lab.analyze("multicast6").echo().queries().entries().stream()
                .sorted(Comparator.comparingLong(EchoSession::firstFrame))
                .toList();
        assertEquals(pings.size() - 1, queries.size());
        for (int i = 0; i < queries.size(); i++) {
            assertEquals(NODE_INFORMATION, queries.get(i).kind());
            assertEquals(pings.get(i + 1).target(), queries.get(i).responder().toString());
            assertEquals(pings.get(i + 1).sent(), queries.get(i).sent());
            assertEquals(pings.get(i + 1).received(), queries.get(i).received());
        }
    }

    /** No more than two requests in a row went without an answer. */
    @ParameterizedTest
    @ValueSource(strings = {"queries4", "broadcast4", "multicast6"})
    void noneOfThatIsAnOutage(String scene) throws IOException {
        assertEquals(0, Lab.analyze(scene).outages().total());
    }
}
