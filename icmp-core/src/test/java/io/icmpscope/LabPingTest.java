package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.report.EchoSession;
import io.icmpscope.report.RttSummary;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we say of a recorded ping is what that ping itself printed. */
class LabPingTest {

    private static final Pattern COUNTS = Pattern.compile("(\\d+) packets transmitted, (\\d+) received"
            + "(?:, \\+(\\d+) duplicates)?(?:, \\+\\d+ errors)?, ([0-9.]+)% packet loss");
    private static final Pattern RTT =
            Pattern.compile("rtt min/avg/max/mdev = ([0-9.]+)/([0-9.]+)/([0-9.]+)/([0-9.]+) ms");

    /** Ping takes its times in user space, the capture in the kernel. */
    private static final double TOLERANCE_MILLIS = 0.2;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ping4-clean", "ping6-clean", "ping4-loss", "ping6-loss", "ping4-duplicates",
                "ping4-fragmented", "ping6-fragmented", "ping4-any", "ping4-any-sll1", "ping4-vlan",
                "ping4-nanos", "ping4-raw", "ping4-record-route", "ping4-pattern", "ping4-pcapng",
                "redirect4", "redirect6"
            })
    void theSessionHasTheCountsAndTimesThatPingPrinted(String scene) throws IOException {
        List<EchoSession> sessions = Lab.sessions(Lab.analyze(scene));
        assertEquals(1, sessions.size());
        EchoSession session = sessions.get(0);

        Matcher counts = find(COUNTS, Lab.printed(scene));
        assertEquals(Long.parseLong(counts.group(1)), session.sent(), "sent");
        assertEquals(Long.parseLong(counts.group(2)), session.received(), "received");
        assertEquals(counts.group(3) == null ? 0 : Long.parseLong(counts.group(3)), session.duplicates(), "duplicates");
        assertEquals(Double.parseDouble(counts.group(4)), session.lossPercent(), 0.0001, "loss");
        assertEquals(0, session.pending());
        assertEquals(0, session.captureCopies());

        Matcher rtt = find(RTT, Lab.printed(scene));
        RttSummary ours = session.rtt();
        assertMillis(rtt.group(1), ours.min(), "min");
        assertMillis(rtt.group(2), ours.avg(), "avg");
        assertMillis(rtt.group(3), ours.max(), "max");
        assertMillis(rtt.group(4), ours.mdev(), "mdev");
    }

    /** The other requests of these pings were refused by their own kernel, which knew the path MTU by then. */
    @ParameterizedTest
    @ValueSource(strings = {"pmtu4", "pmtu6"})
    void requestsThatNeverLeftTheSenderAreNotCounted(String scene) throws IOException {
        List<EchoSession> sessions = Lab.sessions(Lab.analyze(scene));
        assertEquals(List.of(1L, 3L), sessions.stream().map(EchoSession::sent).toList(), "most lost first");
        assertEquals(
                List.of(0L, 3L), sessions.stream().map(EchoSession::received).toList());
    }

    /** "+3 errors", "+2 errors" and "+3 errors", in the order of the recording. */
    @ParameterizedTest
    @ValueSource(strings = {"unreachable4", "unreachable6"})
    void theErrorsOfASessionAreThoseThatPingCounted(String scene) throws IOException {
        List<Long> printed = new ArrayList<>();
        Matcher errors = Pattern.compile("\\+(\\d+) errors").matcher(Lab.printed(scene));
        while (errors.find()) {
            printed.add(Long.parseLong(errors.group(1)));
        }
        List<Long> ours = Lab.sessions(Lab.analyze(scene)).stream()
                .sorted(Comparator.comparingLong(EchoSession::firstFrame))
                .map(EchoSession::errors)
                .toList();
        assertEquals(printed, ours);
    }

    private static Matcher find(Pattern pattern, String printed) {
        Matcher matcher = pattern.matcher(printed);
        assertTrue(matcher.find(), () -> "ping printed no such line: " + pattern);
        return matcher;
    }

    private static void assertMillis(String printed, Duration ours, String what) {
        assertEquals(Double.parseDouble(printed), ours.toNanos() / 1e6, TOLERANCE_MILLIS, what);
    }
}
