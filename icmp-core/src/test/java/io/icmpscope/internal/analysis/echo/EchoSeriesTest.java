package io.icmpscope.internal.analysis.echo;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.handmade.Pcapng;
import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.EchoSeries;
import io.icmpscope.report.EchoSeries.Answer;
import io.icmpscope.report.EchoSeries.Loss;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.IcmpReport;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a ping went over time. A scene begins at second 1000. */
class EchoSeriesTest {

    private static final Ping PING = Ping.between("192.0.2.1", "192.0.2.2");
    private static final int LOST = -1;

    private static EchoSeries series(PingScene scene, int points) throws Exception {
        return only(scene.report(AnalysisOptions.defaults().withSeries(points))).series();
    }

    private static EchoSession only(IcmpReport report) {
        List<EchoSession> sessions = report.echo().sessions().entries();
        assertEquals(1, sessions.size());
        return sessions.get(0);
    }

    /** A request a second, each with its round trip in milliseconds. */
    private static PingScene scene(int... trips) {
        PingScene scene = new PingScene();
        for (int i = 0; i < trips.length; i++) {
            scene.at(1000L * i, PING.request(i + 1));
            if (trips[i] != LOST) {
                scene.at(1000L * i + trips[i], PING.reply(i + 1));
            }
        }
        return scene.end();
    }

    private static Answer answer(long second, int millis, long frame) {
        return new Answer(Instant.ofEpochSecond(second), Duration.ofMillis(millis), frame);
    }

    private static Loss loss(long first, long last, long count, long frame) {
        return new Loss(Instant.ofEpochSecond(first), Instant.ofEpochSecond(last), count, frame);
    }

    @Test
    void fewRequestsAreToldAsTheyWere() throws Exception {
        EchoSeries series = series(scene(10, LOST, LOST, 20, LOST, 15), 100);
        assertEquals(List.of(answer(1000, 10, 1), answer(1003, 20, 5), answer(1005, 15, 8)), series.answers());
        assertEquals(List.of(loss(1001, 1002, 2, 3), loss(1004, 1004, 1, 7)), series.losses());
    }

    @Test
    void asManyAsThereMayBeAreToldAsTheyWereStill() throws Exception {
        assertEquals(
                List.of(answer(1000, 10, 1), answer(1001, 11, 3), answer(1002, 12, 5)),
                series(scene(10, 11, 12), 3).answers());
    }

    /** Cells of 2^33 ns end at 1005.02 s; narrower ones, of 4.3 s, would have one, two and two. */
    @Test
    void ofTooManyAnswersTheShortestAndTheLongestOfEachCellStay() throws Exception {
        assertEquals(
                List.of(answer(1001, 50, 3), answer(1002, 5, 5), answer(1006, 40, 13), answer(1007, 8, 15)),
                series(scene(10, 50, 5, 20, 30, 30, 40, 8), 4).answers());
    }

    @Test
    void aSinglePointIsTheLongestRoundTrip() throws Exception {
        assertEquals(List.of(answer(1001, 50, 3)), series(scene(10, 50, 5), 1).answers());
    }

    @Test
    void tooManyRunsOfLostRequestsAreJoinedInTheSameCells() throws Exception {
        assertEquals(
                List.of(loss(1000, 1003, 3, 1), loss(1006, 1006, 1, 10)),
                series(scene(LOST, 10, LOST, LOST, 10, 10, LOST, 10), 2).losses());
    }

    @Test
    void aSecondAnswerChangesNothing() throws Exception {
        PingScene scene = new PingScene()
                .at(0, PING.request(1))
                .at(10, PING.reply(1))
                .at(30, PING.reply(1))
                .end();
        assertEquals(List.of(answer(1000, 10, 1)), series(scene, 9).answers());
    }

    @Test
    void aRequestThatWasSentAgainIsMeasuredFromThen() throws Exception {
        PingScene scene = new PingScene()
                .at(0, PING.request(1))
                .at(1000, PING.request(1))
                .at(1010, PING.reply(1))
                .end();
        assertEquals(List.of(answer(1001, 10, 2)), series(scene, 9).answers());
    }

    @Test
    void theyAreInTheOrderInWhichTheyWereSentWhicheverAnswerCameFirst() throws Exception {
        PingScene scene = new PingScene()
                .at(0, PING.request(1))
                .at(1000, PING.request(2))
                .at(1010, PING.reply(2))
                .at(1500, PING.reply(1))
                .end();
        assertEquals(
                List.of(answer(1000, 1500, 1), answer(1001, 10, 2)),
                series(scene, 9).answers());
    }

    @Test
    void aRequestThatAnErrorRefusedIsLost() throws Exception {
        byte[] request = PING.request(1);
        PingScene scene = new PingScene()
                .at(0, request)
                .at(5, join(hex("45 00 0040 0001 0000 40 01 0000 cb007101 c0000201", "03 01 0000 00000000"), request))
                .end();
        assertEquals(List.of(loss(1000, 1000, 1, 1)), series(scene, 9).losses());
    }

    @Test
    void aRequestThatMayStillBeAnsweredIsNeither() throws Exception {
        PingScene scene = new PingScene().at(0, PING.request(1));
        assertEquals(new EchoSeries(List.of(), List.of()), series(scene, 9));
    }

    @Test
    void requestsWithoutATimeAreLeftOut() throws Exception {
        Pcapng file = Pcapng.littleEndian().section();
        file.iface(101, 262_144);
        file.simple(36, PING.request(1));
        file.simple(36, PING.reply(1));
        file.simple(36, PING.request(2));
        IcmpReport report = IcmpAnalyzer.analyze(
                ByteBuffer.wrap(file.bytes()), AnalysisOptions.defaults().withSeries(9));
        assertEquals(1, only(report).lost());
        assertEquals(new EchoSeries(List.of(), List.of()), only(report).series());
    }

    @Test
    void whoDoesNotAskForThemGetsNone() throws Exception {
        IcmpReport report = scene(10, LOST).report();
        assertNull(only(report).series());
        assertEquals(List.of(), report.statistics().rate().types());
        assertNotNull(series(scene(10, LOST), 1));
    }

    @Test
    void askingForThemChangesNothingElse() throws Exception {
        EchoSession without = only(scene(10, LOST).report());
        EchoSession with =
                only(scene(10, LOST).report(AnalysisOptions.defaults().withSeries(9)));
        assertEquals(without.toString(), with.toString().replace("series=" + with.series() + "]", "series=null]"));
    }

    @Test
    void aNegativeNumberOfPointsIsRefused() {
        AnalysisOptions options = AnalysisOptions.defaults();
        assertEquals(0, options.seriesPoints());
        assertThrows(IllegalArgumentException.class, () -> options.withSeries(-1));
    }
}
