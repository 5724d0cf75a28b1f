package io.icmpscope.internal.analysis.path;

import static io.icmpscope.handmade.Trace.error;
import static io.icmpscope.handmade.Trace.expired;
import static io.icmpscope.internal.analysis.path.TracedScene.SOURCE;
import static io.icmpscope.internal.analysis.path.TracedScene.TARGET;
import static io.icmpscope.internal.analysis.path.TracedScene.TRACE;
import static io.icmpscope.internal.analysis.path.TracedScene.hops;
import static io.icmpscope.internal.analysis.path.TracedScene.only;
import static io.icmpscope.internal.analysis.path.TracedScene.router;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.handmade.Trace;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.LimitHit;
import io.icmpscope.report.Limits;
import io.icmpscope.report.Traceroute;
import io.icmpscope.report.TracerouteHop;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where one run ends and the next begins, what is a traceroute at all, and which probe an answer is about: to the edge. */
class RunEdgesTest {

    private static final long SECOND = 1_000_000_000L;

    /** Ports that never come again, so that only the time can tell. */
    @ParameterizedTest
    @CsvSource({
        "30000000000, 1", // 30 s
        "30000000001, 2"
    })
    void whatComesMoreThan30SecondsAfterTheLastAnswerIsAnotherRun(long nanos, long runs) throws Exception {
        byte[] one = TRACE.udp(1, 33_434);
        byte[] two = TRACE.udp(2, 33_435);
        byte[] three = TRACE.udp(1, 33_436); // as a probe of 2 alone is no traceroute
        PingScene scene = new PingScene().atNanos(0, one).atNanos(SECOND, expired(router(1), one));
        long then = SECOND + nanos;
        scene.atNanos(then, two).atNanos(then + SECOND, expired(router(2), two));
        scene.atNanos(then + 2 * SECOND, three).atNanos(then + 3 * SECOND, expired(router(1), three));
        assertEquals(runs, scene.end().report().traceroutes().total());
    }

    /** The first two probes are so far apart, in seconds, and then the first hop comes again after a pause. */
    @ParameterizedTest
    @CsvSource({
        "1, 5000000000, 1",
        "1, 5000000001, 2",
        "4, 8000000000, 1", // as slow as it has always been, or nearly
        "4, 8000000001, 2"
    })
    void thePauseBeforeTheFirstHopComesAgainIsLongerThan5SecondsAndTwiceAnyBefore(
            long before, long pauseNanos, long runs) throws Exception {
        PingScene scene = new PingScene();
        byte[] one = TRACE.udp(1, 40_001);
        byte[] two = TRACE.udp(2, 40_002);
        byte[] again = TRACE.udp(1, 40_003);
        scene.atNanos(0, one).atNanos(1, expired(router(1), one));
        scene.atNanos(1 + before * SECOND, two).atNanos(1 + before * SECOND, expired(router(2), two));
        long then = 1 + before * SECOND + pauseNanos;
        scene.atNanos(then, again).atNanos(then + 1, expired(router(1), again));
        assertEquals(runs, scene.end().report().traceroutes().total());
    }

    /** Times to live and ports of the probes, a millisecond apart. */
    @ParameterizedTest
    @CsvSource({
        "1:7 2:8 3:9 1:7, 2", // the ports begin again
        "1:7 2:8 3:9 2:7, 1", // but not at the first hop
        "1:7 1:8 1:7, 1", // nothing has been explored yet
        "1:7 2:7 3:7 1:7, 1", // the port never changes
        "1:7 2:8 1:9 2:10, 1",
        "1:8 2:7 1:7, 2" // the smallest port, wherever it was
    })
    void aRunBeginsAgainWithItsFirstHopAndItsSmallestPort(String probes, long runs) throws Exception {
        PingScene scene = new PingScene();
        int at = 0;
        for (String probe : probes.split(" ")) {
            String[] ttlAndPort = probe.split(":");
            int ttl = Integer.parseInt(ttlAndPort[0]);
            byte[] packet = Trace.between(SOURCE, TARGET)
                    .identification(++at)
                    .udp(ttl, 33_434 + Integer.parseInt(ttlAndPort[1]));
            scene.at(at, packet).at(at + 0.5, expired(router(ttl), packet));
        }
        assertEquals(runs, scene.end().report().traceroutes().total());
    }

    /** Times to live of probes, each with T for let expire, R for reached the destination, - for lost. */
    @ParameterizedTest
    @CsvSource({
        "1T, 1",
        "2T, 0", // the habit of a sender
        "2T 3-, 1",
        "2- 3T, 1",
        "1R, 0",
        "1R 2R, 1",
        "2R 3R, 1",
        "3R 4R, 0", // ordinary traffic
        "1- 2-, 0"
    })
    void severalTimesToLiveOr1AreATracerouteIfOneExpiredOrTheWayIsShort(String probes, long traceroutes)
            throws Exception {
        PingScene scene = new PingScene();
        int at = 0;
        for (String probe : probes.split(" ")) {
            int ttl = probe.charAt(0) - '0';
            byte[] packet = TRACE.udp(ttl, 33_434 + at++);
            scene.at(at, packet);
            if (probe.charAt(1) != '-') {
                scene.at(at + 0.5, probe.charAt(1) == 'T' ? expired(router(ttl), packet) : error(TARGET, 3, 3, packet));
            }
        }
        assertEquals(traceroutes, scene.end().report().traceroutes().total());
    }

    /** Nothing but answers of two routers is captured, whose probes had ports one behind the other. */
    @ParameterizedTest
    @CsvSource({
        "33434, 1", // where traceroute begins
        "33433, 0",
        "34197, 1", // 255 hops of three probes end at 34198
        "34198, 0"
    })
    void twoRoutersAreATracerouteOnlyOfItsPorts(int port, long traceroutes) throws Exception {
        PingScene scene = new PingScene()
                .at(0, expired(router(1), TRACE.udp(1, port)))
                .at(1, expired(router(2), TRACE.udp(1, port + 1)));
        assertEquals(traceroutes, scene.end().report().traceroutes().total());
    }

    /** A reply timeout is 4 seconds. */
    @ParameterizedTest
    @CsvSource({"3999999999, 1", "4000000000, 2"})
    void aProbeIsLostWhenTheTimeoutHasPassedWithoutAnAnswer(long nanos, long sent) throws Exception {
        byte[] one = TRACE.udp(1, 33_434);
        PingScene scene = new PingScene()
                .atNanos(0, one)
                .atNanos(1, expired(router(1), one))
                .atNanos(2, TRACE.udp(1, 33_435))
                .atNanos(2 + nanos, Ping.between("10.0.0.1", "10.0.0.2").request(1));
        assertEquals(sent, only(scene).hops().get(0).sent());
    }

    /** The same packet seen again within a second is a copy; its time to live may be less, not more. */
    @ParameterizedTest
    @CsvSource({"2, 0, 1", "2, 999999999, 1", "2, 1000000000, 2", "1, 5, 1", "3, 5, 2"})
    void aProbeIsCapturedTwiceWithinASecond(int ttl, long nanos, long probes) throws Exception {
        byte[] two = TRACE.udp(2, 33_435);
        PingScene scene = new PingScene()
                .atNanos(0, two)
                .atNanos(nanos, TRACE.udp(ttl, 33_435))
                .at(2_000, TRACE.udp(5, 33_438))
                .at(2_001, expired(router(2), two));
        List<TracerouteHop> hops = only(scene.end()).hops();
        assertEquals(probes + 1, hops.stream().mapToLong(TracerouteHop::sent).sum());
    }

    @ParameterizedTest
    @CsvSource({"30000000000, 1 203.0.113.1", "30000000001, ''"})
    void anAnswerComesWithin30Seconds(long nanos, String expected) throws Exception {
        byte[] one = TRACE.udp(1, 33_434);
        List<Traceroute> found = new PingScene()
                .atNanos(0, one)
                .atNanos(nanos, expired(router(1), one))
                .end()
                .report()
                .traceroutes()
                .entries();
        assertEquals(expected, found.isEmpty() ? "" : hops(found.get(0)));
    }

    /** Of two probes that look the same the first takes the first answer, and the second the next. */
    @Test
    void answersToProbesThatLookTheSameAreDealtOutInTheirOrder() throws Exception {
        byte[] one = TRACE.identification(0).udp(1, 33_434);
        byte[] two = TRACE.identification(0).udp(2, 33_434);
        Traceroute traceroute = only(new PingScene()
                .at(0, one)
                .at(100, two)
                .at(200, expired(router(1), one))
                .at(300, expired(router(2), two))
                .end());
        assertEquals("1 203.0.113.1, 2 203.0.113.2", hops(traceroute));
    }

    /** Echo requests with so many hops to go are probes of a traceroute, others are pings. */
    @ParameterizedTest
    @CsvSource({"31, 1", "32, 1", "33, 0"})
    void requestsAreProbesWithATimeToLiveUpTo32(int ttl, long traceroutes) throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < 2; i++) {
            byte[] request = Ping.between(SOURCE, TARGET)
                    .identification(i + 1)
                    .ttl(ttl - i)
                    .request(i);
            scene.at(i, request).at(i + 0.5, expired(router(9 + i), request));
        }
        assertEquals(traceroutes, scene.end().report().traceroutes().total());
    }

    /** There is room for 16 flows at least. */
    @ParameterizedTest
    @CsvSource({"16, 0, 1", "17, 1, 0", "20, 4, 0"})
    void flowsThatWaitArePushedOutFromTheOldestOn(int flows, long forgotten, long traceroutes) throws Exception {
        PingScene scene = new PingScene();
        byte[] first = Trace.between(SOURCE, "10.0.0.0").udp(1, 33_434);
        for (int i = 0; i < flows; i++) {
            scene.at(i, Trace.between(SOURCE, "10.0.0." + i).udp(1, 33_434));
        }
        scene.at(100, expired(router(1), first));
        IcmpReport report = scene.end()
                .report(AnalysisOptions.defaults().withLimits(Limits.defaults().withEntries(1)));
        List<LimitHit> hits = report.limitsHit().stream()
                .filter(hit -> hit.limit().equals("flows of probes"))
                .toList();
        long atEnd = flows > 16 ? 1 : 0; // the answer makes room for its flow
        assertEquals(
                forgotten == 0 ? List.of() : List.of(new LimitHit("flows of probes", 16, forgotten + atEnd)), hits);
        assertEquals(
                traceroutes,
                report.traceroutes().entries().stream()
                        .filter(Traceroute::probesCaptured)
                        .count());
    }

    /** Nothing but answers is captured. A router that lets a probe expire may be one of a traceroute. */
    @ParameterizedTest
    @CsvSource({"11, 0, 100, 1", "11, 0, 40000, 0", "3, 3, 100, 0"})
    void whatIsPushedOutIsMissedOnlyWhileATracerouteMayComeOfIt(int type, int code, int millis, long forgotten)
            throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < 17; i++) {
            byte[] probe = Trace.between(SOURCE, "10.0.0." + i).udp(1, 33_434);
            scene.at(i < 16 ? i : millis, error(router(1), type, code, probe));
        }
        IcmpReport report = scene.report(
                AnalysisOptions.defaults().withLimits(Limits.defaults().withEntries(1)));
        assertEquals(
                forgotten,
                report.limitsHit().stream()
                        .filter(hit -> hit.limit().equals("flows of probes"))
                        .mapToLong(LimitHit::omitted)
                        .sum());
    }

    @Test
    void anAnswerToAProbeThatWasNotCapturedCountsOnceHoweverOftenItWasCaptured() throws Exception {
        PingScene scene = new PingScene();
        for (int ttl = 1; ttl <= 3; ttl++) {
            byte[] answer = expired(router(ttl), TRACE.udp(1, 33_433 + ttl));
            scene.at(ttl, answer).at(ttl + 0.1, answer);
        }
        Traceroute traceroute = only(scene.end());
        assertEquals("1 203.0.113.1, 2 203.0.113.2, 3 203.0.113.3", hops(traceroute));
        assertEquals(
                List.of(1L, 1L, 1L),
                traceroute.hops().stream().map(TracerouteHop::answered).toList());
    }
}
