package io.icmpscope.internal.analysis.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.EchoSession;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which pings were kept, and whom each host asked. */
class AskingsTest {

    private static PingScene asked(String... pairs) {
        PingScene scene = new PingScene();
        int at = 0;
        for (String pair : pairs) {
            String[] ends = pair.split(" ");
            scene.at(at, ping(ends).request(1)).at(at + 1, ping(ends).reply(1));
            at += 10;
        }
        return scene.end();
    }

    private static Ping ping(String[] ends) {
        return Ping.between(ends[0], ends[1]).identifier(ends.length < 3 ? 7 : Integer.parseInt(ends[2]));
    }

    private static List<String> told(Seen seen) {
        List<String> told = new ArrayList<>();
        for (Asking asking : seen.all(Asking.class)) {
            for (SessionCounts counts : asking.sessions()) {
                assertEquals(asking.requester(), counts.requester());
                assertEquals(1, counts.sent());
                assertEquals(1, counts.received());
                told.add(counts.requester() + " " + counts.responder() + " " + counts.identifier());
            }
        }
        return told;
    }

    @Test
    void whomHostsAskedIsToldHostByHostAndAddressByAddressThenByFrame() throws IOException {
        assertEquals(
                List.of(
                        "192.0.2.1 192.0.2.7 7",
                        "192.0.2.1 192.0.2.9 7",
                        "192.0.2.3 192.0.2.2 9",
                        "192.0.2.3 192.0.2.2 8",
                        "192.0.2.3 192.0.2.250 1",
                        "2001:db8::1 2001:db8::2 7",
                        "2001:db8::1 2001:db8::3 7"),
                told(Seen.in(asked(
                        "2001:db8::1 2001:db8::3",
                        "192.0.2.3 192.0.2.250 1",
                        "192.0.2.1 192.0.2.9",
                        "192.0.2.3 192.0.2.2 9",
                        "192.0.2.2 192.0.2.9",
                        "2001:db8::1 2001:db8::2",
                        "192.0.2.3 192.0.2.2 8",
                        "192.0.2.1 192.0.2.7"))));
    }

    @Test
    void groupsAndTheirMembersAreNoSingleHosts() throws IOException {
        assertEquals(
                List.of(),
                told(Seen.in(asked("192.0.2.1 224.0.0.1", "192.0.2.1 192.0.2.7", "192.0.2.3 255.255.255.255"))));
    }

    @Test
    void manyHostsInAnyOrderAreTheSame() throws IOException {
        Random random = new Random(5);
        TreeSet<String> pairs = new TreeSet<>();
        while (pairs.size() < 200) {
            pairs.add("10.0.0." + (100 + random.nextInt(100)) + " 10.0.1." + (100 + random.nextInt(100)) + " 7");
        }
        List<String> shuffled = new ArrayList<>(pairs);
        Collections.shuffle(shuffled, random);
        List<String> expected = pairs.stream()
                .filter(pair -> pairs.stream()
                                .filter(other -> other.startsWith(pair.substring(0, 11)))
                                .count()
                        > 1)
                .toList();
        assertTrue(expected.size() > 100);
        assertEquals(expected, told(Seen.in(asked(shuffled.toArray(String[]::new)))));
    }

    @Test
    void aKeptPingIsFoundByItsEndsAndIdentifier() throws IOException {
        KeptPings kept =
                Seen.in(asked("192.0.2.1 192.0.2.9 5", "192.0.2.1 192.0.2.8 5")).only(KeptPings.class);
        IpAddress one = Seen.address("192.0.2.1");
        IpAddress nine = Seen.address("192.0.2.9");
        EchoSession found = Objects.requireNonNull(kept.find(one, nine, 5));
        assertEquals(List.of(one, nine, 5), List.of(found.requester(), found.responder(), found.identifier()));
        assertNull(kept.find(one, nine, 6));
        assertNull(kept.find(nine, one, 5));
        assertEquals(2, kept.most());
        assertFalse(kept.isFull());
    }

    @Test
    void pingsWithRepliesToNoRequestAreGoneThroughAlone() throws IOException {
        Ping alone = Ping.between("192.0.2.5", "192.0.2.6");
        KeptPings kept = Seen.in(asked("192.0.2.1 192.0.2.9").at(4_000_000, alone.reply(3)))
                .only(KeptPings.class);
        List<SessionCounts> unsolicited = new ArrayList<>();
        kept.forEachUnsolicited(unsolicited::add);
        assertEquals(1, unsolicited.size());
        assertEquals(Seen.address("192.0.2.6"), unsolicited.get(0).responder());
        assertEquals(1, unsolicited.get(0).unsolicited());
        List<SessionCounts> all = new ArrayList<>();
        kept.forEach(all::add);
        assertEquals(2, all.size());
    }

    @Test
    void whereThereWereMoreThanCouldBeKeptThatIsSaid() throws IOException {
        AnalysisOptions one = AnalysisOptions.defaults();
        KeptPings kept = Seen.in(
                        asked("192.0.2.1 192.0.2.9", "192.0.2.1 192.0.2.8"),
                        one.withLimits(one.limits().withSessions(1)))
                .only(KeptPings.class);
        assertTrue(kept.isFull());
        assertEquals(1, kept.most());
    }

    /** Answers after 1 to 30 ms, mixed: those of the ten slowest, by frame. */
    @Test
    void theSlowestTenAnswersAreShown() throws IOException {
        Ping ping = Ping.between("192.0.2.1", "192.0.2.9");
        PingScene scene = new PingScene();
        TreeSet<Long> slowest = new TreeSet<>();
        for (int i = 0; i < 30; i++) {
            int millis = i * 7 % 30 + 1;
            scene.at(100 * i, ping.request(i)).at(100 * i + millis, ping.reply(i));
            if (millis > 20) {
                slowest.add(2L * i + 2);
            }
        }
        assertEquals(
                List.copyOf(slowest),
                Seen.in(scene.end()).only(EchoEvidence.class).slowest());
    }

    /** The numbers of the frames stand behind them. */
    @Test
    void whatIsToldOfAPingCanBeSeenInItsFrames() throws IOException {
        Ping ping = Ping.between("192.0.2.1", "192.0.2.9");
        EchoEvidence evidence = Seen.in(new PingScene()
                        .at(0, ping.request(1)) // 1
                        .at(0.1, ping.request(1)) // 2
                        .at(10, ping.request(2)) // 3
                        .at(20, ping.reply(2)) // 4
                        .at(30, ping.reply(1)) // 5
                        .at(30.1, ping.reply(1)) // 6
                        .at(40, ping.reply(1)) // 7
                        .at(1_000, ping.request(3)) // 8
                        .at(
                                1_010,
                                Ping.between("192.0.2.1", "192.0.2.9")
                                        .data("other")
                                        .reply(3)) // 9
                        .at(1_020, ping.reply(9)) // 10
                        .at(2_000, ping.request(4)) // 11
                        .at(6_500, ping.reply(4)) // 12
                        .at(7_000, ping.request(5)) // 13
                        .end())
                .only(EchoEvidence.class);
        assertEquals(List.of(13L), evidence.lost());
        assertEquals(List.of(12L), evidence.late());
        assertEquals(List.of(7L), evidence.duplicates());
        assertEquals(List.of(5L), evidence.outOfOrder());
        assertEquals(List.of(2L, 6L), evidence.copies());
        assertEquals(List.of(9L), evidence.mismatches());
        assertEquals(List.of(10L), evidence.unsolicited());
        assertEquals(List.of(4L, 5L, 7L, 9L, 12L), evidence.slowest());
        EchoSession session = evidence.session();
        assertEquals(1, session.lost());
        assertEquals(1, session.late());
        assertEquals(1, session.duplicates());
        assertEquals(1, session.outOfOrder());
        assertEquals(2, session.captureCopies());
        assertEquals(1, session.payloadMismatches());
        assertEquals(1, session.unsolicited());
    }
}
