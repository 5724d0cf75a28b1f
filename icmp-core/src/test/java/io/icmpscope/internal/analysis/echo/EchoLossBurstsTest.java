package io.icmpscope.internal.analysis.echo;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.LossBurst;
import io.icmpscope.report.Outage;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

/** When was it lost? */
class EchoLossBurstsTest {

    private static final Ping PING = Ping.between("192.0.2.1", "192.0.2.2");

    /** A request a second, answered after 10 ms or not at all. */
    private static PingScene scene(boolean... answered) {
        PingScene scene = new PingScene();
        for (int i = 0; i < answered.length; i++) {
            scene.at(1000L * i, PING.request(i + 1));
            if (answered[i]) {
                scene.at(1000L * i + 10, PING.reply(i + 1));
            }
        }
        return scene.end();
    }

    @Test
    void aBurstBeginsWithItsFirstLostRequestAndEndsWithItsLast() throws Exception {
        EchoSession session = scene(true, false, false, true, false, true).session();
        assertEquals(
                List.of(
                        new LossBurst(Instant.ofEpochSecond(1001), Instant.ofEpochSecond(1002), 2, 2, 3),
                        new LossBurst(Instant.ofEpochSecond(1004), Instant.ofEpochSecond(1004), 1, 5, 5)),
                session.lossBursts());
        assertEquals(0, session.lossBurstsOmitted());
    }

    @Test
    void threeLostInARowAreAnOutageBetweenTwoAnswers() throws Exception {
        IcmpReport report = scene(true, false, false, false, true).report();
        assertEquals(1, report.outages().total());
        Outage outage = report.outages().entries().get(0);
        assertEquals(Instant.ofEpochSecond(1001), outage.firstTime());
        assertEquals(Instant.ofEpochSecond(1003), outage.lastTime());
        assertEquals(3, outage.lost());
        assertEquals(Instant.ofEpochSecond(1000, 10_000_000), outage.lastAnswerBefore());
        assertEquals(Instant.ofEpochSecond(1004, 10_000_000), outage.firstAnswerAfter());
    }

    @Test
    void twoLostInARowAreNoOutage() throws Exception {
        assertEquals(
                0,
                scene(true, false, false, true, false, false, true)
                        .report()
                        .outages()
                        .total());
    }

    /** Somebody answered, and said why. */
    @Test
    void requestsThatAnErrorRefusedAreNoOutage() throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < 5; i++) {
            byte[] request = PING.request(i + 1);
            scene.at(1000L * i, request);
            scene.at(
                    1000L * i + 5,
                    join(hex("45 00 0040 0001 0000 40 01 0000 cb007101 c0000201", "03 01 0000 00000000"), request));
        }
        IcmpReport report = scene.end().report();
        assertEquals(5, report.echo().lost());
        assertEquals(0, report.outages().total());
        assertEquals(
                5, report.echo().sessions().entries().get(0).lossBursts().get(0).count());
    }

    @Test
    void aPingThatIsNeverAnsweredIsAnOutageWithoutEnds() throws Exception {
        Outage outage =
                scene(false, false, false, false).report().outages().entries().get(0);
        assertEquals(4, outage.lost());
        assertNull(outage.lastAnswerBefore());
        assertNull(outage.firstAnswerAfter());
    }

    @Test
    void aLateAnswerEndsNoBurstThatItWasPartOf() throws Exception {
        EchoSession session = new PingScene()
                .at(0, PING.request(1))
                .at(1000, PING.request(2))
                .at(2000, PING.request(3))
                .at(7000, PING.reply(2)) // late, but it came
                .end()
                .session();
        assertEquals(
                List.of(1L, 1L),
                session.lossBursts().stream().map(LossBurst::count).toList());
        assertEquals(1, session.late());
    }

    @Property(tries = 200)
    void theBurstsOfASessionAddUpToWhatItLost(@ForAll @Size(min = 30, max = 200) boolean[] answered) throws Exception {
        EchoSession session = scene(answered).session();
        long runs = 0;
        for (int i = 0; i < answered.length; i++) {
            runs += !answered[i] && (i == 0 || answered[i - 1]) ? 1 : 0;
        }
        assertEquals(runs, session.lossBursts().size() + session.lossBurstsOmitted());
        assertTrue(session.lossBursts().size() <= 16);
        long told = session.lossBursts().stream().mapToLong(LossBurst::count).sum();
        if (session.lossBurstsOmitted() == 0) {
            assertEquals(session.lost(), told);
        }
        Statistics.label("bursts").collect(runs == 0 ? "none" : runs > 16 ? "cut" : "all");
        Statistics.label("bursts").coverage(c -> {
            c.check("all").percentage(share -> share > 10);
            c.check("cut").percentage(share -> share > 3);
        });
    }

    @Test
    void theLargestBurstsAreKeptWhenThereAreVeryMany() throws Exception {
        PingScene scene = new PingScene();
        int sequence = 0;
        for (int i = 0; i < 500; i++) {
            int lost = i == 250 ? 7 : 1;
            for (int k = 0; k < lost; k++) {
                scene.at(1000L * ++sequence, PING.request(sequence));
            }
            scene.at(1000L * ++sequence, PING.request(sequence)).at(1000L * sequence + 10, PING.reply(sequence));
        }
        EchoSession session = scene.end().session();
        assertEquals(7, session.lossBursts().get(0).count());
        assertEquals(500 - 16, session.lossBurstsOmitted());
    }
}
