package io.icmpscope.internal.analysis.echo;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.EchoReport;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.LimitHit;
import io.icmpscope.report.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Memory is bounded, and what is kept is right and does not depend on the order. */
class EchoLimitsTest {

    private static final Limits LIMITS = Limits.defaults();

    private static Ping ping(int i) {
        return Ping.between("10.0." + i / 250 + "." + i % 250, "192.0.2.1");
    }

    @Test
    void theSameSessionsAreKeptWhateverTheOrder() throws Exception {
        AnalysisOptions options = AnalysisOptions.defaults().withLimits(LIMITS.withSessions(50));
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            order.add(i);
        }
        Set<Set<String>> outcomes = new HashSet<>();
        for (int run = 0; run < 5; run++) {
            Collections.shuffle(order, new Random(run));
            PingScene scene = new PingScene();
            for (int i : order) {
                scene.at(0, ping(i).request(1)).at(1, ping(i).reply(1)).at(2, ping(i).request(2));
            }
            IcmpReport report = scene.end().report(options);
            EchoReport echo = report.echo();
            assertEquals(50, echo.sessions().entries().size());
            assertTrue(echo.sessions().estimated());
            assertEquals(500, echo.sessions().total(), 250, "an estimate");
            Set<String> kept = new HashSet<>();
            for (EchoSession session : echo.sessions().entries()) {
                kept.add(session.requester().toString());
                assertEquals(2, session.sent());
                assertEquals(1, session.received());
            }
            outcomes.add(kept);
            LimitHit hit = limit(report, "echo sessions");
            assertEquals(50, hit.value());
            assertEquals(1500, report.icmpPackets());
        }
        assertEquals(1, outcomes.size());
    }

    /** Whichever session is the first that finds no room, and whether it is kept or dropped at once. */
    @Test
    void whatIsKeptIsExactAtEveryLimit() throws Exception {
        PingScene scene = new PingScene();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 60; i++) {
                scene.at(10 * round, ping(i).request(round)).at(10 * round + 1, ping(i).reply(round));
            }
        }
        scene.end();
        for (int limit = 1; limit <= 60; limit++) {
            EchoReport echo = scene.report(AnalysisOptions.defaults().withLimits(LIMITS.withSessions(limit)))
                    .echo();
            assertEquals(limit, echo.sessions().entries().size());
            for (EchoSession session : echo.sessions().entries()) {
                assertEquals(3, session.sent(), "at a limit of " + limit);
                assertEquals(3, session.received(), "at a limit of " + limit);
                assertEquals(0, session.unsolicited(), "at a limit of " + limit);
            }
        }
    }

    @Test
    void beyondALimitSessionsHaveCountsAndTimesButNoPercentilesAndBursts() throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < 100; i++) {
            scene.at(i, ping(i).request(1)).at(i + 0.5, ping(i).reply(1)).at(i + 0.7, ping(i).request(2));
        }
        IcmpReport report = scene.end().report(AnalysisOptions.defaults().withLimits(LIMITS.withDetailed(10)));
        List<EchoSession> sessions = report.echo().sessions().entries();
        assertEquals(100, sessions.size());
        assertEquals(
                10,
                sessions.stream()
                        .filter(session -> session.rtt().distribution() != null)
                        .count());
        for (EchoSession session : sessions) {
            assertEquals(1, session.lost());
            boolean detailed = session.rtt().distribution() != null;
            assertEquals(detailed ? 1 : 0, session.lossBursts().size());
            assertEquals(detailed ? List.of(8) : List.of(), session.payloadSizes());
            assertEquals(detailed ? List.of(64) : List.of(), session.replyTtls());
        }
        assertEquals(90, limit(report, "detailed echo sessions").omitted());
    }

    @Test
    void requestsThatHadToMakeRoomAreLostAndTheLimitIsTold() throws Exception {
        Ping ping = ping(1);
        PingScene scene = new PingScene();
        for (int i = 0; i < 100; i++) {
            scene.at(i, ping.request(i));
        }
        for (int i = 0; i < 100; i++) {
            scene.at(200 + i, ping.reply(i));
        }
        IcmpReport report = scene.end().report(AnalysisOptions.defaults().withLimits(LIMITS.withRequests(40)));
        EchoSession session = report.echo().sessions().entries().get(0);
        assertEquals(40, session.received());
        assertEquals(60, session.lost());
        assertEquals(60, session.unsolicited());
        assertEquals(1, session.lossBursts().size());
        assertEquals(0, session.lossBursts().get(0).firstSequenceNumber());
        assertEquals(59, session.lossBursts().get(0).lastSequenceNumber());
        assertEquals(60, limit(report, "remembered requests").omitted());
    }

    @Test
    void nothingIsSaidOfLimitsThatWereNotReached() throws Exception {
        assertEquals(
                List.of(), new PingScene().at(0, ping(1).request(1)).report().limitsHit());
    }

    @Test
    void aProberOfOneNumberIsReadInReasonableTime() throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < 100_000; i++) {
            scene.at(i * 5, ping(1).request(1)).at(i * 5 + 1, ping(1).reply(1));
        }
        AnalysisOptions options = AnalysisOptions.defaults().withLimits(LIMITS.withRequests(20_000));
        EchoSession session = assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> scene.report(options).echo().sessions().entries().get(0));
        assertEquals(100_000, session.received());
        assertEquals(List.of(), session.lossBursts());
    }

    private static LimitHit limit(IcmpReport report, String name) {
        return report.limitsHit().stream()
                .filter(hit -> hit.limit().equals(name))
                .findAny()
                .orElseThrow();
    }

    @Test
    void asManySessionsAreKeptInDetailAsTheLimitSays() throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < 60; i++) {
            scene.at(i, ping(i).request(1)).at(i + 0.5, ping(i).reply(1));
        }
        scene.end();
        for (int limit = 1; limit <= 60; limit++) {
            for (int all : new int[] {30, 60}) {
                List<EchoSession> sessions = scene.report(AnalysisOptions.defaults()
                                .withLimits(LIMITS.withDetailed(limit).withSessions(all)))
                        .echo()
                        .sessions()
                        .entries();
                assertEquals(all, sessions.size());
                assertEquals(
                        Math.min(limit, all),
                        sessions.stream()
                                .filter(session -> session.rtt().distribution() != null)
                                .count(),
                        "at a limit of " + limit + " of " + all);
            }
        }
    }

    /** Twenty pings of which one has something rare beside it: as much as so many more pings. */
    @ParameterizedTest
    @CsvSource({"duplicate, 1", "error, 1", "elsewhere, 2"})
    void aSessionWithWhatIsRareCountsAsSeveral(String what, int more) throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < 20; i++) {
            scene.at(i, ping(i).request(1));
        }
        byte[] rare = switch (what) {
            case "duplicate" -> ping(0).reply(1);
            case "error" ->
                join(
                        hex("45 00 0040 0001 0000 40 01 0000 cb007101 0a000000", "03 01 0000 00000000"),
                        ping(0).request(1));
            default -> Ping.between("10.0.0.0", "192.0.2.99").reply(1);
        };
        scene.at(30, rare);
        if (what.equals("duplicate")) {
            scene.at(40, rare);
        }
        assertEquals(20, kept(scene, 20 + more));
        assertTrue(kept(scene, 20 + more - 1) < 20);
    }

    private static int kept(PingScene scene, int limit) throws Exception {
        return scene.report(AnalysisOptions.defaults().withLimits(LIMITS.withSessions(limit)))
                .echo()
                .sessions()
                .entries()
                .size();
    }
}
