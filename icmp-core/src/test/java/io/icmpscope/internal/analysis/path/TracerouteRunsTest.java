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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.handmade.Trace;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Traceroute;
import io.icmpscope.report.TracerouteHop;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which probes belong together, which are captured twice, and what is told when they are not captured at all. */
class TracerouteRunsTest {

    @Test
    void cyclesWithoutAPauseAreOneRun() throws Exception {
        PingScene scene = new PingScene();
        mtr(scene, 0, 10);
        Traceroute run = only(scene.end());
        assertEquals("1 203.0.113.1, 2 203.0.113.2", hops(run));
        assertEquals(
                List.of(10L, 10L), run.hops().stream().map(TracerouteHop::sent).toList());
    }

    @Test
    void halfAMinuteWithoutAProbeEndsARun() throws Exception {
        PingScene scene = new PingScene();
        mtr(scene, 0, 3);
        mtr(scene, 60, 3);
        assertEquals(2, scene.end().report().traceroutes().total());
    }

    @Test
    void aPauseBeforeTheFirstHopComesAgainEndsARun() throws Exception {
        PingScene scene = new PingScene();
        mtr(scene, 0, 3);
        mtr(scene, 12, 3);
        assertEquals(2, scene.end().report().traceroutes().total());
    }

    /** Cycles of one second, with a probe each half second and ports that never come again. */
    private static void mtr(PingScene scene, int second, int cycles) {
        for (int cycle = 0; cycle < cycles; cycle++) {
            for (int ttl = 1; ttl <= 2; ttl++) {
                byte[] probe = TRACE.udp(ttl, 33_000 + second * 10 + cycle * 2 + ttl);
                double millis = (second + cycle) * 1000 + ttl * 500;
                scene.at(millis, probe).at(millis + 5, expired(router(ttl), probe));
            }
        }
    }

    @Test
    void portsThatBeginAgainAreARunOfTheirOwn() throws Exception {
        PingScene scene = new PingScene();
        for (int run = 0; run < 2; run++) {
            for (int ttl = 1; ttl <= 3; ttl++) {
                byte[] probe = TRACE.identification(run * 10 + ttl).udp(ttl, 33_433 + ttl);
                scene.at(run * 100 + ttl, probe).at(run * 100 + ttl + 0.5, expired(router(ttl), probe));
            }
        }
        assertEquals(2, scene.end().report().traceroutes().total());
    }

    /** Windows tracert: a new identifier for each program, three probes a hop, four seconds for a silent one. */
    @Test
    void echoRequestsOfSmallTimeToLiveAreProbesToo() throws Exception {
        PingScene scene = new PingScene();
        int sequence = 0;
        for (int ttl = 1; ttl <= 3; ttl++) {
            for (int i = 0; i < 3; i++) {
                Ping ping = Ping.between(SOURCE, TARGET)
                        .identifier(1)
                        .identification(++sequence)
                        .ttl(ttl);
                byte[] request = ping.request(sequence);
                scene.at(sequence * 4000, request);
                if (ttl == 1) {
                    scene.at(sequence * 4000 + 3, expired(router(1), request));
                } else if (ttl == 3) {
                    scene.at(sequence * 4000 + 9, ping.reply(sequence));
                }
            }
        }
        Traceroute run = only(scene.end());
        assertEquals("1 203.0.113.1, 2 *, 3 198.51.100.9", hops(run));
        assertEquals(Traceroute.Protocol.ICMP, run.protocol());
        assertEquals(3, run.hops().get(2).responders().get(0).answered());
    }

    /** A router that captures what comes in and what goes out: the second time to live is one less. */
    @Test
    void aProbeCapturedOnBothSidesOfARouterIsOneProbe() throws Exception {
        byte[] two = TRACE.udp(2, 33_435);
        byte[] three = TRACE.udp(3, 33_436);
        byte[] expired = expired(router(2), two);
        Traceroute run = only(new PingScene()
                .at(0, two)
                .at(0.1, TRACE.udp(1, 33_435))
                .at(1, three)
                .at(1.1, TRACE.udp(2, 33_436))
                .at(10, expired)
                .at(10.1, expired)
                .at(12, error(TARGET, 3, 3, three))
                .at(12.1, error(TARGET, 3, 3, three))
                .end());
        assertEquals("2 203.0.113.2, 3 198.51.100.9", hops(run));
        assertEquals(
                List.of(1L, 1L), run.hops().stream().map(TracerouteHop::sent).toList());
        assertEquals(
                List.of(1L, 1L),
                run.hops().stream().map(TracerouteHop::answered).toList());
        assertEquals(
                List.of(Duration.ofMillis(10)),
                run.hops().get(0).responders().get(0).firstRtts(),
                "from the first capture of the probe");
    }

    @Test
    void portsTellTheHopsOfProbesThatWereNotCaptured() throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < 9; i++) {
            int ttl = i / 3 + 1;
            byte[] probe = TRACE.udp(ttl, 33_434 + i);
            scene.at(9 - i, ttl == 3 ? error(TARGET, 3, 3, probe) : expired(router(ttl), probe));
        }
        Traceroute run = only(scene.end());
        assertFalse(run.probesCaptured());
        assertEquals("1 203.0.113.1, 2 203.0.113.2, 3 198.51.100.9", hops(run));
        assertEquals(3, run.hops().get(0).answered());
        assertTrue(run.hops().get(0).responders().get(0).firstRtts().isEmpty());
        assertTrue(run.reached());
    }

    @Test
    void onePortAHopTellsTheHopsToo() throws Exception {
        PingScene scene = new PingScene();
        for (int ttl = 1; ttl <= 5; ttl++) {
            if (ttl != 2) {
                scene.at(ttl, expired(router(ttl), TRACE.udp(ttl, 33_433 + ttl)));
            }
        }
        assertEquals("1 203.0.113.1, 2 *, 3 203.0.113.3, 4 203.0.113.4, 5 203.0.113.5", hops(only(scene.end())));
    }

    @Test
    void sequenceNumbersTellTheOrderOfEchoRequestsThatWereNotCaptured() throws Exception {
        PingScene scene = new PingScene();
        for (int i : new int[] {2, 0, 1}) { // they wrap
            byte[] request = Ping.between(SOURCE, TARGET).request(65_535 + i & 0xFFFF);
            scene.at(10 - i, expired(router(i + 1), request));
        }
        Traceroute run = only(scene.end());
        assertFalse(run.probesCaptured());
        assertEquals("1 203.0.113.1, 2 203.0.113.2, 3 203.0.113.3", hops(run));
    }

    /** Two routers of a loop let the packets of any program expire. */
    @Test
    void otherPortsNeedThreeRoutersToBeATraceroute() throws Exception {
        PingScene scene = new PingScene();
        scene.at(0, expired(router(1), TRACE.udp(1, 53)));
        scene.at(1, expired(router(2), TRACE.udp(1, 54)));
        assertEquals(0, scene.report().traceroutes().total());
        scene.at(2, expired(router(3), TRACE.udp(1, 55)));
        assertEquals("1 203.0.113.1, 2 203.0.113.2, 3 203.0.113.3", hops(only(scene)));
    }

    @Test
    void aFloodOfProbesIsBoundedAndSaid() throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < 100_000; i++) {
            String target = "10." + (i >> 16) + "." + (i >> 8 & 0xFF) + "." + (i & 0xFF);
            scene.at(i * 0.01, Trace.between(SOURCE, target).udp(1 + i % 30, 33_434 + i % 90));
        }
        byte[] probe = TRACE.udp(1, 33_434);
        IcmpReport report =
                scene.at(1001, probe).at(1002, expired(router(1), probe)).report();
        assertEquals(1, report.traceroutes().total());
        assertTrue(report.limitsHit().stream().anyMatch(hit -> hit.limit().equals("flows of probes")));
    }

    @Test
    void aFloodOfProbesOfOneFlowIsBounded() throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < 100_000; i++) {
            byte[] probe = TRACE.identification(i & 0xFFFF).udp(1 + i % 30, 1024 + i % 61_001);
            scene.at(i * 0.01, probe);
            if (i % 10 == 0) {
                scene.at(i * 0.01, expired(router(i % 250), probe));
            }
        }
        IcmpReport report = scene.end().report();
        assertEquals(1, report.traceroutes().total());
        Traceroute run = report.traceroutes().entries().get(0);
        assertEquals(30, run.hops().size());
        assertTrue(run.hops().stream().allMatch(hop -> hop.responders().size() <= 16));
    }

    @Test
    void theFirstTraceroutesAreListedAndAllAreCounted() throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < 1500; i++) {
            byte[] probe =
                    Trace.between(SOURCE, "10.0." + (i >> 8) + "." + (i & 0xFF)).udp(1, 33_434);
            scene.at(i, probe).at(i + 0.5, expired(router(1), probe));
        }
        IcmpReport report = scene.end().report();
        assertEquals(1500, report.traceroutes().total());
        assertEquals(1000, report.traceroutes().entries().size());
        assertEquals(1, report.traceroutes().entries().get(0).firstFrame());
    }
}
