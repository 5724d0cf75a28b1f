package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.report.HopResponder;
import io.icmpscope.report.RttSummary;
import io.icmpscope.report.Traceroute;
import io.icmpscope.report.TracerouteHop;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we say of a recorded mtr is what that mtr itself printed. */
class LabMtrTest {

    private static final Pattern HOP = Pattern.compile("(?m)^ *(\\d+)\\.\\|-- (\\S+) +([0-9.]+)%? +(\\d+) +[0-9.]+ +"
            + "([0-9.]+) +([0-9.]+) +([0-9.]+) +([0-9.]+)$");

    /** Mtr takes its times in user space, and prints tenths; the first probe waits for the program's pages. */
    private static final double TOLERANCE_MILLIS = 0.5;

    /** A program that had to wait for its turn prints a longer worst time than there was, never a shorter one. */
    private static final double TOLERANCE_OF_THE_WORST = 2.5;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mtr4",
                "mtr4-loss",
                "mtr4-loss-udp",
                "mtr4-loss-tcp",
                "mtr6-loss",
                "mtr6-loss-udp",
                "mtr6-loss-tcp",
                "mtr4-ecmp"
            })
    void everyHopHasTheLossesAndTimesThatMtrPrinted(String scene) throws IOException {
        List<Traceroute> runs = Lab.analyze(scene).traceroutes().entries();
        assertEquals(1, runs.size(), "cycles are one run");
        Traceroute run = runs.get(0);
        assertTrue(run.reached());
        Matcher printed = HOP.matcher(Lab.printed(scene));
        int hops = 0;
        while (printed.find()) {
            assertEquals(
                    Integer.parseInt(printed.group(1)), run.hops().get(hops).ttl());
            assertHop(printed, run.hops().get(hops++));
        }
        assertEquals(hops, run.hops().size());
        assertTrue(hops > 0);
    }

    private static void assertHop(Matcher printed, TracerouteHop hop) {
        String where = "hop " + hop.ttl();
        assertEquals(Long.parseLong(printed.group(4)), hop.sent(), where);
        assertEquals(Double.parseDouble(printed.group(3)), hop.lossPercent(), 0.05, where);
        if (printed.group(2).equals("???")) {
            assertEquals(List.of(), hop.responders(), where);
            return;
        }
        assertTrue(
                hop.responders().stream()
                        .anyMatch(one -> one.address().toString().equals(printed.group(2))),
                where);
        if (hop.responders().size() == 1) { // mtr sums up all of a hop
            assertTimes(printed, hop.responders().get(0), where);
        }
    }

    private static void assertTimes(Matcher printed, HopResponder responder, String where) {
        RttSummary rtt = responder.rtt();
        assertNotNull(rtt, where);
        double n = rtt.count();
        double deviation = rtt.mdev().toNanos() / 1e6 * Math.sqrt(n / (n - 1)); // mtr prints that of the sample
        assertEquals(Double.parseDouble(printed.group(5)), rtt.avg().toNanos() / 1e6, TOLERANCE_MILLIS, where);
        assertEquals(Double.parseDouble(printed.group(6)), rtt.min().toNanos() / 1e6, TOLERANCE_MILLIS, where);
        double worst = Double.parseDouble(printed.group(7));
        double tooLong = worst - rtt.max().toNanos() / 1e6;
        double digit = worst < 1000 ? 0.1 : 1; // the last that it prints: five characters must do
        assertTrue(tooLong > -digit && tooLong < TOLERANCE_OF_THE_WORST, where + ": " + tooLong);
        assertEquals(Double.parseDouble(printed.group(8)), deviation, TOLERANCE_MILLIS, where);
    }
}
