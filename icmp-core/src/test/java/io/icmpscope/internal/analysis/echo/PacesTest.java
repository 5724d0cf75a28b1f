package io.icmpscope.internal.analysis.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.AnalysisOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How often a ping asked, second by second where that was often. */
class PacesTest {

    private static final Ping PING = Ping.between("192.0.2.1", "192.0.2.2");
    private static final int BYTES = 20 + 8 + 8; // on the wire: IP, ICMP, "abcdefgh"
    private static final long BEGIN = 1_000; // second of the scene

    private static Pace pace(PingScene scene) throws IOException {
        List<Pace> paces = new ArrayList<>();
        Seen.in(scene).only(KeptPings.class).forEachPace(paces::add);
        assertEquals(1, paces.size());
        return paces.get(0);
    }

    /** In each second so many requests, evenly, from the first one on. */
    private static PingScene seconds(int... requests) {
        PingScene scene = new PingScene();
        int number = 0;
        for (int second = 0; second < requests.length; second++) {
            for (int i = 0; i < requests[second]; i++) {
                scene.at(1_000 * second + 1_000.0 * i / requests[second], PING.request(number++));
            }
        }
        return scene;
    }

    @Test
    void fiftyRequestsMakeASecondBusyAndFewerDoNot() throws IOException {
        assertEquals(
                new Pace(
                        Seen.address("192.0.2.2"),
                        BEGIN,
                        BEGIN + 4,
                        49,
                        60 + 10 + 50 + 49,
                        BYTES,
                        List.of(
                                new Pace.Busy(BEGIN, 60, 60 * BYTES, 50),
                                new Pace.Busy(BEGIN + 3, 50, 50 * BYTES, 60 + 10 + 50))),
                pace(seconds(60, 10, 0, 50, 49)));
    }

    @Test
    void manyBusySecondsAreAllKept() throws IOException {
        List<Pace.Busy> expected = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            expected.add(new Pace.Busy(BEGIN + i, 51, 51 * BYTES, 51 * i + 50));
        }
        assertEquals(expected, pace(seconds(51, 51, 51, 51, 51, 51, 51, 51, 51)).busy());
    }

    @Test
    void ofVeryManyBusySecondsTheFirstAreKept() throws IOException {
        int[] requests = new int[Pace.MOST_BUSY + 2];
        Arrays.fill(requests, 51);
        List<Pace.Busy> busy = pace(seconds(requests)).busy();
        assertEquals(Pace.MOST_BUSY, busy.size());
        assertEquals(new Pace.Busy(BEGIN + 1_023, 51, 51 * BYTES, 51 * 1_023 + 50), busy.get(1_023));
    }

    /** Room for 16 of them, 32 bytes each, beside what is rare: as much as four more sessions of 200 bytes. */
    @Test
    void aSessionWithManyBusySecondsCountsAsSeveral() throws IOException {
        PingScene scene = seconds(51, 51, 51, 51, 51, 51, 51, 51, 51);
        for (int i = 1; i <= 20; i++) {
            scene.at(10_000, Ping.between("192.0.2.9", "198.51.100." + i).request(1));
        }
        AnalysisOptions few = AnalysisOptions.defaults();
        assertEquals(21, kept(scene, few.withLimits(few.limits().withSessions(25))));
        assertTrue(kept(scene, few.withLimits(few.limits().withSessions(24))) < 21);
    }

    private static int kept(PingScene scene, AnalysisOptions options) throws IOException {
        return Seen.in(scene, options).only(KeptPings.class).most();
    }

    @Test
    void aSecondBeginsWithItsFirstNanosecond() throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < 50; i++) {
            scene.at(i < 2 ? 0 : i, PING.request(i));
        }
        assertEquals(
                List.of(new Pace.Busy(BEGIN, 50, 50 * BYTES, 50)), pace(scene).busy());
    }

    /** Two were captured twice, one of them the reply; one was sent again. */
    @Test
    void requestsThatWereSentOrCapturedOnceMoreCountToo() throws IOException {
        PingScene scene = new PingScene()
                .at(0, PING.request(1))
                .at(0.1, PING.request(1))
                .at(
                        500,
                        Ping.between("192.0.2.1", "192.0.2.2").identification(9).request(1))
                .at(600, PING.reply(1))
                .at(600.1, PING.reply(1));
        assertEquals(new Pace(Seen.address("192.0.2.2"), BEGIN, BEGIN, 3, 3, BYTES, List.of()), pace(scene));
    }
}
