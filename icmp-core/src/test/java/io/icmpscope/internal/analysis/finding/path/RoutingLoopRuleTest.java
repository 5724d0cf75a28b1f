package io.icmpscope.internal.analysis.finding.path;

import static io.icmpscope.internal.analysis.finding.path.Errors.error4;
import static io.icmpscope.internal.analysis.finding.path.Errors.framed;
import static io.icmpscope.internal.analysis.finding.path.Errors.udp4;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Judged;
import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.handmade.Trace;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RoutingLoopRuleTest {

    private static final String ID = "ROUTING-LOOP";
    private static final String HOST = "192.0.2.1";
    private static final String LOST = "198.51.100.9";
    private static final String A = "02:00:00:00:00:0a";
    private static final String B = "02:00:00:00:00:0b";

    @Test
    void pingsThatExpireThoughTheyLeftWith64HopsWentInACircle() throws IOException {
        for (String scene : new String[] {"loop4", "loop6"}) {
            Finding found = Judged.lab(scene).only(ID);
            assertEquals(Severity.HIGH, found.severity());
            assertEquals(Confidence.HIGH, found.confidence());
            assertEquals(3, found.evidence().measured().value());
        }
    }

    /** One packet on the link between two routers: to one, back, and so on. */
    private static byte[] circle(int sightings) {
        Pcap capture = Pcap.littleEndian().nanoseconds().network(1);
        for (int i = 0; i < sightings; i++) {
            byte[] packet =
                    Ping.between(HOST, LOST).identification(7).ttl(30 - i).request(1);
            capture.record(1_000, i * 1_000_000L, framed(i % 2 == 0 ? A : B, packet));
        }
        return capture.bytes();
    }

    @Test
    void aPacketThatComesByAgainAndAgainGoesInACircle() throws IOException {
        Finding found = Judged.of(circle(7)).only(ID); // from A at the 1st, 3rd, 5th and 7th
        assertEquals(Severity.HIGH, found.severity());
        assertEquals(3, found.evidence().measured().value());
        assertTrue(found.evidence().frames().contains(7L));
    }

    /** Captured inside the loop, a packet is there again and again, and not because the capture holds it twice. */
    @Test
    void whatComesByAgainAndAgainIsNoCopyOfTheCapture() throws IOException {
        Judged inside = Judged.lab("loop4-inside");
        assertEquals(1, inside.of(ID).size());
        assertEquals(0, inside.of("CAPTURE-COPIES").size());
    }

    @Test
    void aPacketThatComesByTwiceMoreMayBeAtSeveralPlaces() throws IOException {
        assertEquals(0, Judged.of(circle(6)).of(ID).size());
    }

    @Test
    void onePacketAtFivePlacesOfItsWayGoesInNoCircle() throws IOException {
        Pcap capture = Pcap.littleEndian().nanoseconds().network(1);
        for (int place = 0; place < 5; place++) {
            byte[] packet =
                    Ping.between(HOST, LOST).identification(7).ttl(30 - place).request(1);
            capture.record(1_000, place * 1_000_000L, framed("02:00:00:00:00:0" + place, packet));
        }
        assertEquals(0, Judged.of(capture.bytes()).of(ID).size());
    }

    private static PingScene explored(int hops) {
        PingScene scene = new PingScene();
        Trace trace = Trace.between(HOST, LOST);
        for (int ttl = 1; ttl <= hops; ttl++) {
            byte[] probe = trace.udp(ttl, 33_433 + ttl);
            String router = ttl == 1 ? "203.0.113.1" : ttl % 2 == 0 ? "203.0.113.2" : "203.0.113.3";
            scene.at(ttl * 10, probe).at(ttl * 10 + 5, Trace.expired(router, probe));
        }
        return scene;
    }

    @Test
    void aTracerouteThatMeetsTheSameRoutersAgainAndAgainIsInACircle() throws IOException {
        Finding found = Judged.of(explored(6).bytes()).only(ID);
        assertEquals(Severity.HIGH, found.severity());
        assertEquals(3, found.evidence().measured().value());
    }

    @Test
    void oneThatMeetsItsLastRouterTwiceIsLessSure() throws IOException {
        Finding found = Judged.of(explored(5).bytes()).only(ID);
        assertEquals(Severity.MEDIUM, found.severity());
        assertEquals(Confidence.LOW, found.confidence());
    }

    private static PingScene atTwo(int each) {
        PingScene scene = new PingScene();
        for (int i = 0; i < each; i++) {
            scene.at(i * 100, error4("203.0.113.2", 11, 0, udp4(HOST, LOST, 443)));
            scene.at(i * 100 + 50, error4("203.0.113.3", 11, 0, udp4(HOST, LOST, 443)));
        }
        return scene;
    }

    @Test
    void packetsOfAProgramThatExpireAtTwoRoutersMayGoInACircle() throws IOException {
        assertEquals(Severity.MEDIUM, Judged.of(atTwo(3).bytes()).only(ID).severity());
    }

    @Test
    void twiceEachIsNoSign() throws IOException {
        assertEquals(0, Judged.of(atTwo(2).bytes()).of(ID).size());
    }

    @Test
    void pingsThatWereSentToExpireWentInNoCircle() throws IOException {
        PingScene scene = new PingScene();
        for (int i = 1; i <= 5; i++) {
            byte[] ping = Ping.between(HOST, LOST).identification(i).ttl(3).request(i);
            scene.at(i * 1_000, ping).at(i * 1_000 + 10, Trace.expired("203.0.113.3", ping));
        }
        assertEquals(0, Judged.of(scene.bytes()).of(ID).size());
    }

    @Test
    void ordinaryTraceroutesFindNothing() throws IOException {
        for (String scene : new String[] {"traceroute4-udp", "mtr4", "mtr4-ecmp", "traceroute6-ecmp"}) {
            assertEquals(0, Judged.lab(scene).of(ID).size(), scene);
        }
    }
}
