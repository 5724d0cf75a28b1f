package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.report.HopResponder;
import io.icmpscope.report.Traceroute;
import io.icmpscope.report.Traceroute.EndReason;
import io.icmpscope.report.TracerouteHop;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What we say of a recorded traceroute is what that traceroute itself printed. */
class LabTracerouteTest {

    private static final Pattern RUN =
            Pattern.compile("(?m)^traceroute to \\S+ \\((\\S+)\\), \\d+ hops max.*\\n((?: *\\d+  .*\\n?)+)");
    private static final Pattern HOP = Pattern.compile("(?m)^ *(\\d+)  (.*)$");
    private static final Pattern TOKEN = Pattern.compile("\\*|![^ ]+|([0-9.]+) ms|([0-9a-f.:]+)(?= )");

    /** Traceroute takes its times in user space, the capture in the kernel. */
    private static final double TOLERANCE_MILLIS = 0.2;

    /** What was printed about one time to live. */
    private static final class Printed {
        private int sent;
        private final Map<String, List<Double>> trips = new LinkedHashMap<>();
        private final Map<String, String> annotations = new HashMap<>();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "traceroute4-udp",
                "traceroute4-icmp",
                "traceroute4-tcp",
                "traceroute6-udp",
                "traceroute6-icmp",
                "traceroute4-ecmp",
                "traceroute6-ecmp",
                "traceroute4-q1",
                "traceroute4-silent",
                "traceroute6-silent",
                "traceroute4-silent-icmp",
                "traceroute4-tcp-open",
                "traceroute6-tcp-open",
                "traceroute6-tcp",
                "traceroute4-firewall",
                "unreachable4",
                "unreachable6",
                "loop4",
                "loop6"
            })
    void everyHopHasTheAddressesTimesLossesAndMarksThatTraceroutePrinted(String scene) throws IOException {
        List<Traceroute> ours = traceroutes(scene);
        Matcher run = RUN.matcher(Lab.printed(scene));
        int runs = 0;
        while (run.find()) {
            Traceroute traceroute = ours.get(runs++);
            assertEquals(run.group(1), traceroute.destination().toString());
            assertTrue(traceroute.probesCaptured());
            List<Printed> hops = hops(run.group(2));
            assertEquals(hops.size(), traceroute.hops().size(), "hops");
            for (int i = 0; i < hops.size(); i++) {
                assertEquals(i + 1, traceroute.hops().get(i).ttl());
                assertHop(hops.get(i), traceroute.hops().get(i));
            }
        }
        assertTrue(runs > 0);
        assertEquals(runs, ours.size());
    }

    private static void assertHop(Printed printed, TracerouteHop hop) {
        String where = "hop " + hop.ttl();
        assertEquals(printed.sent, hop.sent(), where);
        assertEquals(printed.trips.size(), hop.responders().size(), where);
        for (HopResponder responder : hop.responders()) {
            List<Double> trips = printed.trips.get(responder.address().toString());
            assertNotNull(trips, where + ": " + responder.address());
            assertEquals(trips.size(), responder.answered(), where);
            assertEquals(trips.size(), responder.firstRtts().size(), where);
            for (int i = 0; i < trips.size(); i++) {
                assertEquals(trips.get(i), millis(responder.firstRtts().get(i)), TOLERANCE_MILLIS, where);
            }
            assertEquals(printed.annotations.get(responder.address().toString()), responder.annotation(), where);
        }
    }

    private static List<Printed> hops(String block) {
        List<Printed> hops = new ArrayList<>();
        Matcher line = HOP.matcher(block);
        while (line.find()) {
            Printed hop = new Printed();
            String address = "";
            Matcher token = TOKEN.matcher(line.group(2));
            while (token.find()) {
                if (token.group().startsWith("!")) {
                    hop.annotations.put(address, token.group());
                } else if (token.group(2) != null) {
                    address = token.group(2);
                } else {
                    hop.sent++;
                    if (token.group(1) != null) {
                        hop.trips
                                .computeIfAbsent(address, first -> new ArrayList<>())
                                .add(Double.parseDouble(token.group(1)));
                    }
                }
            }
            hops.add(hop);
        }
        return hops;
    }

    /** Captured on the first router, on all its interfaces: its round trips are shorter, and the rest is the same. */
    @Test
    void probesAndAnswersThatARouterCapturedTwiceAreNoHopsAndNoLosses() throws IOException {
        Traceroute traceroute = traceroutes("traceroute4-router-any").get(0);
        Matcher run = RUN.matcher(Lab.printed("traceroute4-router-any"));
        assertTrue(run.find());
        List<Printed> hops = hops(run.group(2));
        assertEquals(hops.size(), traceroute.hops().size());
        for (int i = 0; i < hops.size(); i++) {
            TracerouteHop hop = traceroute.hops().get(i);
            assertEquals(i + 1, hop.ttl());
            assertEquals(hops.get(i).sent, hop.sent());
            assertEquals(hops.get(i).sent, hop.answered());
            assertEquals(
                    List.copyOf(hops.get(i).trips.keySet()),
                    hop.responders().stream()
                            .map(one -> one.address().toString())
                            .toList());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "traceroute4-udp, REACHED",
        "traceroute6-tcp-open, REACHED",
        "traceroute4-firewall, NO_ANSWER",
        "unreachable4, UNREACHABLE",
        "loop4, LOOP",
        "loop6, LOOP",
    })
    void thePathEndsForTheReasonThatTheSceneWasMadeFor(String scene, EndReason reason) throws IOException {
        Traceroute traceroute = traceroutes(scene).get(0);
        assertEquals(reason, traceroute.endReason());
        assertEquals(reason == EndReason.REACHED, traceroute.reached());
    }

    /** "F=1400" at the second hop: the first router said so when it refused a larger probe of time to live 2. */
    @ParameterizedTest
    @CsvSource({"traceroute4-mtu, 10.0.1.2", "traceroute6-mtu, 2001:db8:1::2"})
    void aRouterThatRefusesALargeProbeSaysWhatFits(String scene, String router) throws IOException {
        assertTrue(Lab.printed(scene).contains("F=1400"));
        Traceroute traceroute = traceroutes(scene).get(0);
        assertTrue(traceroute.reached());
        assertTrue(traceroute.hops().get(1).responders().stream()
                .anyMatch(one -> one.address().toString().equals(router) && "!F-1400".equals(one.annotation())));
    }

    /** Traceroute learns nothing from the marker ping, nor from the pings of the scene, whose time to live is 64. */
    @Test
    void pingsAreNoTraceroutes() throws IOException {
        assertEquals(0, Lab.analyze("ping4-clean").traceroutes().total());
        assertEquals(0, Lab.analyze("ping4-loss").traceroutes().total());
        assertEquals(1, Lab.analyze("loop4").traceroutes().total()); // a ping dies in the same loop
    }

    private static List<Traceroute> traceroutes(String scene) throws IOException {
        return Lab.analyze(scene).traceroutes().entries();
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
