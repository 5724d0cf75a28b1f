package io.icmpscope.internal.analysis.path;

import static io.icmpscope.handmade.Trace.error;
import static io.icmpscope.handmade.Trace.expired;
import static io.icmpscope.handmade.Trace.extended;
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
import io.icmpscope.message.MplsLabelStack;
import io.icmpscope.message.MplsLabelStack.Entry;
import io.icmpscope.report.Traceroute;
import io.icmpscope.report.Traceroute.EndReason;
import io.icmpscope.report.Traceroute.Protocol;
import io.icmpscope.report.TracerouteHop;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes a hop, and where a path ends. */
class TracerouteTest {

    private static final int RST_ACK = 0x14;

    @Test
    void answersInAnyOrderStandAtTheHopOfTheirProbe() throws Exception {
        byte[] one = TRACE.udp(1, 33_434);
        byte[] two = TRACE.udp(2, 33_435);
        byte[] three = TRACE.udp(3, 33_436);
        Traceroute traceroute = only(new PingScene()
                .at(0, one)
                .at(1, two)
                .at(2, three)
                .at(10, error(TARGET, 3, 3, three))
                .at(11, expired(router(2), two))
                .at(12, expired(router(1), one))
                .end());
        assertEquals("1 203.0.113.1, 2 203.0.113.2, 3 198.51.100.9", hops(traceroute));
        assertEquals(Protocol.UDP, traceroute.protocol());
        assertTrue(traceroute.reached());
        assertEquals(
                List.of(Duration.ofMillis(12)),
                traceroute.hops().get(0).responders().get(0).firstRtts());
        assertEquals(
                List.of(Duration.ofMillis(8)),
                traceroute.hops().get(2).responders().get(0).firstRtts());
        assertEquals(1, traceroute.firstFrame());
    }

    @Test
    void aHopThatNeverAnsweredHasNoResponders() throws Exception {
        byte[] one = TRACE.udp(1, 33_434);
        Traceroute traceroute = only(new PingScene()
                .at(0, one)
                .at(1, TRACE.udp(2, 33_435))
                .at(2, TRACE.udp(3, 33_436))
                .at(10, expired(router(1), one))
                .end());
        assertEquals("1 203.0.113.1, 2 *, 3 *", hops(traceroute));
        assertEquals(EndReason.NO_ANSWER, traceroute.endReason());
        assertFalse(traceroute.reached());
        assertEquals(100.0, traceroute.hops().get(1).lossPercent());
    }

    @Test
    void probesThatMayStillBeAnsweredWhenTheCaptureEndsAreNotLost() throws Exception {
        byte[] one = TRACE.udp(1, 33_434);
        Traceroute traceroute = only(new PingScene()
                .at(0, one)
                .at(1, TRACE.udp(1, 33_435))
                .at(2, TRACE.udp(2, 33_436))
                .at(10, expired(router(1), one)));
        assertEquals("1 203.0.113.1", hops(traceroute));
        assertEquals(0.0, traceroute.hops().get(0).lossPercent());
        assertEquals(EndReason.STOPPED, traceroute.endReason());
    }

    /** RFC 4950: label 24001 with a time to live of 1 at the bottom of the stack. */
    @Test
    void labelStacksAreThoseOfTheHop() throws Exception {
        byte[] one = TRACE.udp(1, 33_434);
        Traceroute traceroute = only(new PingScene()
                .at(0, one)
                .at(1, extended(router(1), one, "0008 01 01 05dc1101"))
                .end());
        MplsLabelStack stack = new MplsLabelStack(List.of(new Entry(24_001, 0, true, 1)));
        assertEquals(
                List.of(stack), traceroute.hops().get(0).responders().get(0).mpls());
    }

    /** As traceroute(8) of Linux prints them. */
    @ParameterizedTest
    @CsvSource({
        "0, !N",
        "1, !H",
        "2, !P",
        "4, !F-0",
        "5, !S",
        "6, !N",
        "7, !H",
        "8, !N",
        "9, !X",
        "10, !X",
        "11, !N",
        "12, !H",
        "13, !X",
        "14, !V",
        "15, !C",
        "16, !<16>",
    })
    void aRefusalOnTheWayEndsThePathAndHasItsMark(int code, String mark) throws Exception {
        byte[] one = TRACE.udp(1, 33_434);
        byte[] two = TRACE.udp(2, 33_435);
        byte[] three = TRACE.udp(3, 33_436);
        Traceroute traceroute = only(new PingScene()
                .at(0, one)
                .at(1, two)
                .at(2, three)
                .at(10, expired(router(1), one))
                .at(11, error(router(2), 3, code, two))
                .at(12, error(router(2), 3, code, three))
                .end());
        assertEquals("1 203.0.113.1, 2 203.0.113.2 " + mark, hops(traceroute));
        assertEquals(EndReason.UNREACHABLE, traceroute.endReason());
        assertFalse(traceroute.reached());
    }

    /** A router that refuses some probes and lets others pass. */
    @Test
    void aPathGoesOnBehindARefusalThatOthersPassed() throws Exception {
        byte[] one = TRACE.udp(1, 33_434);
        byte[] two = TRACE.udp(2, 33_435);
        Traceroute traceroute = only(new PingScene()
                .at(0, one)
                .at(1, two)
                .at(10, error(router(1), 3, 13, one))
                .at(11, expired(router(2), two))
                .end());
        assertEquals("1 203.0.113.1 !X, 2 203.0.113.2", hops(traceroute));
        assertEquals(EndReason.STOPPED, traceroute.endReason());
    }

    /** As traceroute --mtu does: the probe that was too large is sent again, smaller. */
    @Test
    void aRouterThatAlsoLetProbesExpireDoesNotEndThePathOfThoseThatGoFurther() throws Exception {
        byte[] large = TRACE.udp(2, 33_435);
        byte[] smaller = TRACE.udp(2, 33_436);
        Traceroute traceroute = only(new PingScene()
                .at(0, large)
                .at(1, error(router(1), 3, 4, large))
                .at(2, smaller)
                .at(3, expired(router(2), smaller))
                .at(4, TRACE.udp(3, 33_437))
                .end());
        assertEquals("2 203.0.113.1 !F-0 203.0.113.2, 3 *", hops(traceroute));
        assertEquals(EndReason.NO_ANSWER, traceroute.endReason());
    }

    @Test
    void aPortThatSomeoneElseRefusesIsNotTheDestination() throws Exception {
        byte[] one = TRACE.udp(1, 33_434);
        byte[] two = TRACE.udp(2, 33_435);
        Traceroute traceroute = only(new PingScene()
                .at(0, one)
                .at(1, two)
                .at(10, expired(router(1), one))
                .at(11, error(router(2), 3, 3, two))
                .end());
        assertEquals("1 203.0.113.1, 2 203.0.113.2", hops(traceroute));
        assertEquals(EndReason.UNREACHABLE, traceroute.endReason());
    }

    @Test
    void aRouterThatComesAgainBehindAnotherIsALoop() throws Exception {
        PingScene scene = new PingScene();
        for (int ttl = 1; ttl <= 5; ttl++) {
            byte[] probe = TRACE.udp(ttl, 33_433 + ttl);
            scene.at(ttl, probe).at(ttl + 0.5, expired(router(ttl % 2), probe));
        }
        assertEquals(EndReason.LOOP, only(scene.end()).endReason());
    }

    @Test
    void aRouterAtTwoHopsInSuccessionIsNoLoop() throws Exception {
        PingScene scene = new PingScene();
        for (int ttl = 1; ttl <= 3; ttl++) {
            byte[] probe = TRACE.udp(ttl, 33_433 + ttl);
            scene.at(ttl, probe).at(ttl + 0.5, expired(router(1), probe));
        }
        assertEquals(EndReason.STOPPED, only(scene.end()).endReason());
    }

    @Test
    void severalRoutersOfOneHopAreAllNamedMostAnswersFirst() throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < 3; i++) {
            byte[] probe = TRACE.udp(1, 33_434 + i);
            scene.at(i, probe).at(i + 0.5, expired(router(i == 0 ? 1 : 2), probe));
        }
        TracerouteHop hop = only(scene.end()).hops().get(0);
        assertEquals(2, hop.responders().size());
        assertEquals(router(2), hop.responders().get(0).address().toString());
        assertEquals(2, hop.responders().get(0).answered());
        assertEquals(3, hop.answered());
    }

    /** Paris and Dublin traceroute: the ports stay, the checksum or the identification tells the probes apart. */
    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void probesOfTheSamePortsAreToldApart(boolean byChecksum, boolean byIdentification) throws Exception {
        byte[][] probes = new byte[4][];
        PingScene scene = new PingScene();
        for (int ttl = 1; ttl <= 3; ttl++) {
            TRACE.identification(byIdentification ? ttl : 7);
            probes[ttl] = TRACE.udp(ttl, 50_000, 33_434, byChecksum ? ttl : 0);
            scene.at(ttl, probes[ttl]);
        }
        scene.at(10, error(TARGET, 3, 3, probes[3]))
                .at(11, expired(router(2), probes[2]))
                .at(12, expired(router(1), probes[1]));
        assertEquals("1 203.0.113.1, 2 203.0.113.2, 3 198.51.100.9", hops(only(scene.end())));
    }

    @Test
    void aSegmentThatRefusesTheConnectionComesFromTheDestination() throws Exception {
        byte[] one = TRACE.tcp(1, 40_000, 80, 1000);
        byte[] two = TRACE.tcp(2, 40_000, 80, 2000); // the same ports: the sequence number tells
        Traceroute traceroute = only(new PingScene()
                .at(0, one)
                .at(1, two)
                .at(10, TRACE.tcpAnswer(80, 40_000, 2001, RST_ACK))
                .at(11, expired(router(1), one))
                .end());
        assertEquals("1 203.0.113.1, 2 198.51.100.9", hops(traceroute));
        assertEquals(Protocol.TCP, traceroute.protocol());
        assertTrue(traceroute.reached());
    }

    /** What a kernel does whose program asked it to connect, such as mtr -T. */
    @Test
    void aSegmentSentAgainIsTheSameProbe() throws Exception {
        byte[] one = TRACE.tcp(1, 40_000, 80, 1000);
        Traceroute traceroute = only(new PingScene()
                .at(0, one)
                .at(1000, TRACE.identification(101).tcp(1, 40_000, 80, 1000))
                .at(1010, expired(router(1), one))
                .end());
        assertEquals(1, traceroute.hops().get(0).sent());
        assertEquals(
                List.of(Duration.ofMillis(1010)),
                traceroute.hops().get(0).responders().get(0).firstRtts());
    }

    /** The way to a host on the same link. */
    @Test
    void theShortestWayNeedsNoRouter() throws Exception {
        byte[] one = TRACE.udp(1, 33_434);
        byte[] two = TRACE.udp(2, 33_435);
        Traceroute traceroute = only(new PingScene()
                .at(0, one)
                .at(1, two)
                .at(2, error(TARGET, 3, 3, one))
                .at(3, error(TARGET, 3, 3, two))
                .end());
        assertEquals("1 198.51.100.9", hops(traceroute));
    }

    @Test
    void datagramsThatNobodyLetExpireAreNoTraceroute() throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < 5; i++) {
            byte[] datagram = TRACE.udp(20, 53);
            scene.at(i, datagram).at(i + 0.5, error(TARGET, 3, 3, datagram));
        }
        assertEquals(0, scene.end().report().traceroutes().total());
    }

    /** An ordinary packet that goes in a circle. */
    @Test
    void aPingThatDiesInALoopIsNoTraceroute() throws Exception {
        Ping ping = Ping.between(SOURCE, TARGET);
        PingScene scene = new PingScene();
        for (int i = 1; i < 5; i++) {
            scene.at(i, ping.request(i)).at(i + 0.5, expired(router(1), ping.request(i)));
        }
        assertEquals(0, scene.end().report().traceroutes().total());
    }
}
