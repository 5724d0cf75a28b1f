package io.icmpscope.internal.analysis.path;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.internal.analysis.path.Answer.Kind;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.HopResponder;
import io.icmpscope.report.Traceroute.EndReason;
import io.icmpscope.report.TracerouteHop;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a path ends, and why. Hosts are letters here. */
class HopsTest {

    /**
     * Each probe is its time to live and what became of it: T let expire by a router, F refused by someone, R reached its
     * destination, - lost, ? may still be answered.
     */
    @ParameterizedTest
    @CsvSource({
        "'', STOPPED, ''",
        "1Ta 2Tb 3Rz, REACHED, 1a 2b 3z",
        "1Ta 2Tb 3Rz 4Rz 5Rz, REACHED, 1a 2b 3z", // what went further says the same
        "1Ta 3Rz, REACHED, 1a 2 3z",
        "1Fa 2Rz, REACHED, 1a 2z",
        "1Ta 2Tb, STOPPED, 1a 2b",
        "1Ta 2Tb 3-, NO_ANSWER, 1a 2b 3",
        "1- 2-, NO_ANSWER, 1 2",
        "1Ta 2- 2Tb, STOPPED, 1a 2b",
        "1Ta 2Tb 3?, STOPPED, 1a 2b",
        "1Ta 2- 2?, NO_ANSWER, 1a 2",
        "1Fa, UNREACHABLE, 1a",
        "1Ta 2Fb 3- 4Fb, UNREACHABLE, 1a 2b",
        "1Ta 1Fb, UNREACHABLE, 1ab",
        "1Ta 1Fb 2-, NO_ANSWER, 1ab 2", // someone tried to get further
        "1Fa 2Tb, STOPPED, 1a 2b", // and got further
        "3Ta 4Fb, UNREACHABLE, 3a 4b",
        "1Ta 2Tb 3Ta, LOOP, 1a 2b 3a",
        "1Ta 2Tb 3Ta 4Tb 5-, LOOP, 1a 2b 3a 4b 5",
        "1Ta 2Tb 3Ta 4Ta, LOOP, 1a 2b 3a 4a",
        "1Ta 3Tb 4Ta, LOOP, 1a 2 3b 4a",
        "1Ta 2Ta 3Ta, STOPPED, 1a 2a 3a",
        "1Tb 2Ta 3Ta, STOPPED, 1b 2a 3a",
        "2Ta 3Ta 4-, NO_ANSWER, 2a 3a 4",
        "1Ta 2Tb 3Tc, STOPPED, 1a 2b 3c"
    })
    void aPathEndsWhereNobodyGotFurther(String probes, EndReason reason, String path) {
        Hops hops = new Hops();
        for (String probe : probes.isEmpty() ? new String[0] : probes.split(" ")) {
            int ttl = probe.charAt(0) - '0';
            hops.sent(ttl);
            switch (probe.charAt(1)) {
                case 'T' -> hops.answered(ttl, answer(probe.charAt(2), Kind.TRANSIT), 0, 1);
                case 'F' -> hops.answered(ttl, answer(probe.charAt(2), Kind.REFUSED), 0, 1);
                case 'R' -> hops.answered(ttl, answer(probe.charAt(2), Kind.REACHED), 0, 1);
                case '?' -> hops.pending(ttl);
                default -> {} // lost
            }
        }
        assertEquals(reason, hops.endReason());
        assertEquals(path, hops.finish().stream().map(HopsTest::text).collect(Collectors.joining(" ")));
    }

    /** Of a program that makes up routers. All answers are counted. */
    @Test
    void soManyRespondersAreNamedOfAHopAndOfAllHops() {
        Hops hops = new Hops();
        for (int ttl = 1; ttl <= 10; ttl++) {
            for (int router = 0; router < 20; router++) {
                hops.sent(ttl);
                hops.answered(ttl, answer((char) (ttl * 100 + router), Kind.TRANSIT), router, 1);
            }
        }
        List<TracerouteHop> finished = hops.finish();
        assertEquals(
                List.of(16, 16, 16, 16, 16, 16, 0, 0, 0, 0),
                finished.stream().map(hop -> hop.responders().size()).toList(),
                "6 times 16 are 96");
        finished.forEach(hop -> assertEquals(20, hop.answered()));
    }

    @Test
    void aRouterThatAnswersAgainTakesNoOthersPlace() {
        Hops hops = new Hops();
        for (int ttl = 1; ttl <= 12; ttl++) {
            for (int router = 0; router < 8; router++) {
                for (int probe = 0; probe < 3; probe++) {
                    hops.sent(ttl);
                    hops.answered(ttl, answer((char) (ttl * 100 + router), Kind.TRANSIT), router, 1);
                }
            }
        }
        hops.finish().forEach(hop -> assertEquals(8, hop.responders().size()));
    }

    private static Answer answer(char name, Kind kind) {
        return new Answer(IpAddress.v4(name), kind, null, List.of(), 0);
    }

    private static String text(TracerouteHop hop) {
        return hop.ttl()
                + hop.responders().stream()
                        .map(HopResponder::address)
                        .map(address -> String.valueOf((char) address.low()))
                        .collect(Collectors.joining());
    }
}
