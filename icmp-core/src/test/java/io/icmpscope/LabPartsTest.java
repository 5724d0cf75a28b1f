package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.PrintedPing.Lost;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.LossBurst;
import io.icmpscope.report.Outage;
import io.icmpscope.report.PacketEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A long ping with an outage, and recordings that were written to several files. */
class LabPartsTest {

    @ParameterizedTest
    @ValueSource(strings = {"outage4", "outage6"})
    void theOutageIsTheRequestsForWhichPingHadNoAnswer(String scene) throws IOException {
        PrintedPing ping = PrintedPing.of(Lab.printed(scene)).get(0);
        IcmpReport report = Lab.analyze(scene);
        assertEquals(1, report.outages().total());
        Outage outage = report.outages().entries().get(0);
        EchoSession session = Lab.session(report);
        assertEquals(session.identifier(), outage.identifier());
        assertEquals(ping.target(), outage.responder().toString());
        assertEquals(Lab.dropped(scene, "dropped"), outage.lost());
        assertEquals(ping.withoutAnswer().size(), outage.lost());

        LossBurst burst = session.lossBursts().get(0);
        assertEquals(1, session.lossBursts().size());
        assertEquals(
                new TreeSet<>(ping.withoutAnswer()),
                new TreeSet<>(IntStream.rangeClosed(burst.firstSequenceNumber(), burst.lastSequenceNumber())
                        .boxed()
                        .toList()));
        assertEquals(burst.firstTime(), outage.firstTime());
        assertEquals(burst.lastTime(), outage.lastTime());
    }

    @ParameterizedTest
    @ValueSource(strings = {"outage4", "outage6"})
    void theOutageLiesBetweenTheLastAnswerBeforeAndTheFirstAfter(String scene) throws IOException {
        Lost lost = PrintedPing.of(Lab.printed(scene)).get(0).lost().get(0);
        Outage outage = Lab.analyze(scene).outages().entries().get(0);
        List<PacketEntry> packets = Lab.packets(scene).stream()
                .filter(packet -> packet.identifier() != null && packet.identifier() == outage.identifier())
                .toList();
        assertEquals(time(packets, lost.first(), 0), outage.firstTime());
        assertEquals(time(packets, lost.last(), 0), outage.lastTime());
        assertEquals(time(packets, lost.first() - 1, 1), outage.lastAnswerBefore());
        assertEquals(time(packets, lost.last() + 1, 1), outage.firstAnswerAfter());
    }

    private static Instant time(List<PacketEntry> packets, int number, int which) {
        return packets.stream()
                .filter(packet -> packet.sequenceNumber() == number)
                .skip(which) // the request, then its reply
                .findFirst()
                .orElseThrow()
                .time();
    }

    @ParameterizedTest
    @CsvSource({"outage4, 5", "outage6, 5", "fragments4-rotated, 5", "fragments6-rotated, 5"})
    void theFilesOfOneRecordingInAnyOrderSayWhatItSaysInOneFile(String scene, int files) throws IOException {
        List<Path> parts = new ArrayList<>(Lab.parts(scene));
        assertEquals(files, parts.size());
        IcmpReport whole = Lab.analyze(scene);
        Set<List<Path>> orders = new TreeSet<>((one, other) -> one.toString().compareTo(other.toString()));
        Random random = new Random(20261126);
        for (int i = 0; i < 10; i++) {
            Collections.shuffle(parts, random);
            orders.add(List.copyOf(parts));
            IcmpReport merged = IcmpAnalyzer.analyze(parts);
            assertEquals(files, merged.captures().size());
            assertEquals(whole.totalPackets(), merged.totalPackets());
            assertEquals(whole.icmpPackets(), merged.icmpPackets());
            assertEquals(whole.echo(), merged.echo());
            assertEquals(whole.outages(), merged.outages());
            assertEquals(whole.statistics(), merged.statistics());
            assertEquals(whole.neighbors(), merged.neighbors());
            assertEquals(whole.capture().incompleteFragments(), merged.capture().incompleteFragments());
        }
        assertTrue(orders.size() > 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fragments4-rotated", "fragments6-rotated"})
    void datagramsWhoseFragmentsLieInTwoFilesAreJoined(String scene) throws IOException {
        long alone = 0;
        long incomplete = 0;
        for (Path part : Lab.parts(scene)) {
            IcmpReport report = IcmpAnalyzer.analyze(part);
            alone += report.icmpPackets();
            incomplete += report.capture().incompleteFragments();
        }
        assertTrue(incomplete > 0, "some are split");
        IcmpReport merged = IcmpAnalyzer.analyze(Lab.parts(scene));
        assertTrue(alone < merged.icmpPackets());
        assertEquals(0, merged.capture().incompleteFragments());
        PrintedPing ping = PrintedPing.of(Lab.printed(scene)).get(0);
        assertEquals(ping.sent(), Lab.session(merged).sent());
        assertEquals(ping.received(), Lab.session(merged).received());
        assertEquals(0, Lab.session(merged).lost());
        assertEquals(List.of(3000), Lab.session(merged).payloadSizes());
    }
}
