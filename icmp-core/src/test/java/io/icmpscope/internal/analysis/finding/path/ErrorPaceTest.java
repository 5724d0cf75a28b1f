package io.icmpscope.internal.analysis.finding.path;

import static io.icmpscope.internal.analysis.finding.path.Errors.error4;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.analysis.finding.Views;
import io.icmpscope.report.AnalysisOptions;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** How evenly errors follow each other, from the eleventh on: a limit lets a burst pass. */
class ErrorPaceTest {

    private static final String HOST = "192.0.2.1";
    private static final String ROUTER = "203.0.113.1";
    private static final int BURST = 10;

    private static ErrorPaceFold seen(PingScene scene) throws IOException {
        ErrorPaceFold fold = new ErrorPaceFold(AnalysisOptions.defaults());
        Views.each(scene.bytes(), fold::see);
        return fold;
    }

    private static ErrorPace told(ErrorPaceFold fold) {
        ReportDraft draft = new ReportDraft(AnalysisOptions.defaults(), 0);
        fold.contribute(draft);
        assertEquals(1, draft.observations.of(ErrorPace.class).size());
        return draft.observations.of(ErrorPace.class).get(0);
    }

    /** Errors about every third ping, gaps of one and of three seconds in turn behind the burst. */
    private static PingScene pings(int first) {
        PingScene scene = new PingScene();
        Ping ping = Ping.between(HOST, "198.51.100.9");
        for (int i = 0; i < BURST; i++) {
            scene.at(first + i, error4(ROUTER, 11, 0, ping.request(1)));
        }
        int millis = first + BURST - 1;
        for (int i = 0; i < 4; i++) {
            millis += i % 2 == 0 ? 1_000 : 3_000;
            scene.at(millis, error4(ROUTER, 11, 0, ping.request(4 + 3 * i)));
        }
        return scene;
    }

    @Test
    void gapsAndWhatWentWithoutAnErrorAreCountedBehindTheBurst() throws IOException {
        ErrorPace pace = told(seen(pings(0)));
        assertEquals(4, pace.gaps());
        assertEquals(2, pace.meanSeconds(), 1e-9); // of 1, 3, 1 and 3
        assertEquals(0.5, pace.variation(), 1e-9); // a deviation of 1 by a mean of 2
        assertEquals(8, pace.unanswered()); // two between each
        assertEquals(0, pace.otherPorts());
        assertEquals(14, pace.seen().count());
    }

    /** Both are of one pair: a capture in two parts. */
    @Test
    void whatTwoPartsSawIsAdded() throws IOException {
        ErrorPaceFold fold = seen(pings(0));
        fold.merge(seen(pings(60_000)));
        ErrorPace pace = told(fold);
        assertEquals(8, pace.gaps());
        assertEquals(2, pace.meanSeconds(), 1e-9);
        assertEquals(0.5, pace.variation(), 1e-9);
        assertEquals(16, pace.unanswered());
        assertEquals(28, pace.seen().count());
    }

    @Test
    void portsThatChangeAreCounted() throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < BURST + 6; i++) {
            scene.at(1_000 * i, error4(ROUTER, 3, 3, Errors.udp4(HOST, "198.51.100.9", 1_000 + i / 2)));
        }
        ErrorPace pace = told(seen(scene));
        assertEquals(3, pace.otherPorts());
        assertEquals(0, pace.variation(), 1e-9);
    }

    /** A clock that was set back makes no gap; one gap is no pace. */
    @Test
    void timesThatGoBackMakeNoGap() throws IOException {
        PingScene scene = pings(10_000);
        scene.at(5_000, error4(ROUTER, 11, 0, Ping.between(HOST, "198.51.100.9").request(13)));
        assertEquals(4, told(seen(scene)).gaps());
    }
}
