package io.icmpscope.internal.analysis.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.internal.analysis.collect.GroupPing;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.LimitHit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/** Folds that saw different askers say together what one says that saw all. */
class EchoMergeTest {

    private static final AnalysisOptions ALL = AnalysisOptions.defaults().withSeries(40);
    private static final int ASKERS = 24;
    private static final int DIFFERENT = 96; // sessions
    private static final PingScene SCENE = scene(new Random(7), 12);

    /** Which of a host's requests a reply from elsewhere answers may depend on what was kept until then. */
    private static final PingScene DIRECT = scene(new Random(7), 11);

    /** A ping and how far it is. */
    private static final class Asked {
        final Ping ping;
        final String other;
        int number;

        Asked(int i) {
            String subnet = i % 2 == 0 ? "192.0.2." : "2001:db8::";
            ping = Ping.between(subnet + (1 + i % ASKERS), subnet + (100 + i % 5))
                    .identifier(i / ASKERS);
            other = subnet + 99;
        }
    }

    /** All that may happen to pings, with the seldom things often: lost, late, doubled, out of order, from elsewhere. */
    private static PingScene scene(Random random, int events) {
        List<Asked> pings = new ArrayList<>();
        for (int i = 0; i < DIFFERENT; i++) {
            pings.add(new Asked(i));
        }
        PingScene scene = new PingScene();
        for (int millis = 0; millis < 60_000; millis += 10) {
            Asked asked = pings.get(random.nextInt(DIFFERENT));
            int earlier = Math.max(0, asked.number - random.nextInt(4));
            switch (random.nextInt(events)) {
                case 0 -> scene.at(millis, asked.ping.request(earlier));
                case 1 -> scene.at(millis, asked.ping.reply(earlier));
                case 2 -> scene.at(millis, asked.ping.reply(40_000));
                case 3 -> scene.at(millis, asked.ping.request(++asked.number));
                case 4 ->
                    scene.at(millis, asked.ping.request(++asked.number)).at(millis + 3, asked.ping.reply(earlier));
                case 11 -> elsewhere(scene, asked, millis);
                default ->
                    scene.at(millis, asked.ping.request(++asked.number))
                            .at(millis + 1 + random.nextInt(8), asked.ping.reply(asked.number));
            }
        }
        return scene;
    }

    private static void elsewhere(PingScene scene, Asked asked, int millis) {
        byte[] request = asked.ping.request(++asked.number);
        byte[] reply = asked.ping.reply(asked.number);
        byte[] from = Ping.address(asked.other);
        System.arraycopy(from, 0, reply, from.length == 4 ? 12 : 8, from.length);
        scene.at(millis, request).at(millis + 2, reply);
    }

    @Test
    void theSceneHasAllThatMayHappen() throws IOException {
        List<EchoSession> sessions = Seen.in(SCENE, ALL).echo().sessions().entries();
        assertEquals(DIFFERENT, sessions.size());
        List<ToLongFunction<EchoSession>> counts = List.of(
                EchoSession::lost,
                EchoSession::duplicates,
                EchoSession::retransmissions,
                EchoSession::outOfOrder,
                EchoSession::late,
                EchoSession::unsolicited,
                EchoSession::pending,
                session -> session.otherResponders().size(),
                session -> session.lossBursts().size());
        for (ToLongFunction<EchoSession> count : counts) {
            assertTrue(sessions.stream().mapToLong(count).sum() > 0, () -> "count " + counts.indexOf(count));
        }
    }

    @Test
    void howManyFoldsThereAreDoesNotMatter() throws IOException {
        same(SCENE, ALL);
    }

    @Test
    void soItIsWhenOnlySomeSessionsAreKept() throws IOException {
        for (int limit : new int[] {1, 7, 30, 90}) {
            same(DIRECT, ALL.withLimits(ALL.limits().withSessions(limit)));
            same(DIRECT, ALL.withLimits(ALL.limits().withDetailed(limit)));
        }
    }

    private static void same(PingScene scene, AnalysisOptions options) throws IOException {
        Seen one = Seen.in(scene, options);
        assertFalse(one.echo().sessions().entries().isEmpty());
        for (int parts = 2; parts <= 5; parts++) {
            Seen several = Seen.in(scene, options, parts);
            assertEquals(
                    one.echo().sessions().entries(), several.echo().sessions().entries());
            assertEquals(one.echo().sent(), several.echo().sent());
            assertEquals(one.echo().received(), several.echo().received());
            assertEquals(one.outages(), several.outages());
            for (Class<?> seen : List.of(EchoEvidence.class, FieldText.class, GroupPing.class)) {
                assertEquals(one.all(seen), several.all(seen));
            }
            assertEquals(counts(one), counts(several));
            assertFound(one, several);
        }
    }

    private static List<String> counts(Seen seen) {
        List<String> counts = new ArrayList<>();
        seen.only(KeptPings.class).forEach(ping -> counts.add(ping.toString()));
        seen.only(KeptPings.class).forEachPace(pace -> counts.add(pace.toString()));
        seen.all(Asking.class).forEach(asking -> counts.add(asking.requester() + " " + List.copyOf(asking.sessions())));
        counts.sort(null);
        return counts;
    }

    private static void assertFound(Seen one, Seen several) {
        KeptPings expected = one.only(KeptPings.class);
        KeptPings kept = several.only(KeptPings.class);
        assertEquals(expected.isFull(), kept.isFull());
        assertEquals(expected.most(), kept.most());
        for (EchoSession session : one.echo().sessions().entries()) {
            EchoSession found = kept.find(session.requester(), session.responder(), session.identifier());
            assertNotNull(found);
            assertEquals(session.sent(), found.sent());
            assertEquals(session.firstFrame(), found.firstFrame());
        }
    }

    /** All pings of one host, which one fold saw: no other has anything, and there is room for all that it kept. */
    @Test
    void thatSomeHadToMakeRoomIsSaidWhicheverFoldItWas() throws IOException {
        PingScene scene = new PingScene();
        for (int i = 1; i <= 60; i++) {
            scene.at(i, Ping.between("192.0.2.1", "198.51.100." + i).request(1));
        }
        for (int parts = 1; parts <= 5; parts++) {
            KeptPings kept = Seen.in(scene, ALL.withLimits(ALL.limits().withSessions(20)), parts)
                    .only(KeptPings.class);
            assertTrue(kept.isFull());
            assertEquals(20, kept.most());
        }
    }

    /** Of 60 pings of one host; 40 requests, or 40 pings in detail, find no room. */
    @Test
    void whichLimitsWereReachedIsSaidWhicheverFoldItWas() throws IOException {
        PingScene scene = new PingScene();
        for (int i = 1; i <= 60; i++) {
            scene.at(i, Ping.between("192.0.2.1", "198.51.100." + i).request(1));
        }
        for (int parts = 1; parts <= 5; parts++) {
            assertEquals(
                    List.of(new LimitHit("detailed echo sessions", 20, 40)),
                    Seen.in(scene, ALL.withLimits(ALL.limits().withDetailed(20)), parts)
                            .limits());
            assertEquals(
                    List.of(new LimitHit("remembered requests", 20, 40)),
                    Seen.in(scene, ALL.withLimits(ALL.limits().withRequests(20)), parts)
                            .limits());
            assertEquals(List.of(), Seen.in(scene, ALL, parts).limits());
        }
    }
}
