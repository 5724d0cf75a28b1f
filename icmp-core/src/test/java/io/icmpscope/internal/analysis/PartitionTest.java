package io.icmpscope.internal.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Corpus;
import io.icmpscope.Lab;
import io.icmpscope.Traffic;
import io.icmpscope.internal.analysis.collect.AskingHost;
import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.internal.capture.CaptureFormats;
import io.icmpscope.internal.packet.PacketPump;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

/**
 * Whatever is seen of a capture by how many parts, and whichever of them takes in the others when, the report is the same:
 * as long as all messages of one asking host are seen by one part, in their order.
 */
class PartitionTest {

    private static final AnalysisOptions ALL =
            AnalysisOptions.defaults().withMaxPackets(1_000).withSeries(3);
    private static final int MOST_PARTS = 7;

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anyPartitionAndAnyTreeOfMergesGiveOneReport(
            @ForAll("traffic") Traffic traffic,
            @ForAll @IntRange(min = 1, max = MOST_PARTS) int parts,
            @ForAll @IntRange(min = 2, max = 20) int timeless,
            @ForAll Random random)
            throws IOException {
        byte[] capture = traffic.pcapngWithGaps(timeless);
        IcmpReport whole = whole(capture, ALL);
        assertEquals(whole, merged(capture, ALL, parts, random));
        Statistics.label("parts").collect(partsWithMessages(capture, parts) > 1 ? "several" : "one");
        Statistics.label("parts").coverage(c -> c.check("several").percentage(share -> share > 50));
        boolean answered = whole.echo().received() > 0;
        Statistics.label("pings").collect(answered ? "answered" : "not answered");
        Statistics.label("pings").coverage(c -> c.check("answered").percentage(share -> share > 60));
        boolean refused = whole.echo().sessions().entries().stream().anyMatch(session -> session.errors() > 0);
        Statistics.label("refused").collect(refused);
        Statistics.label("refused").coverage(c -> c.check(true).percentage(share -> share > 10));
        Statistics.label("series")
                .collect(whole.echo().sessions().entries().stream()
                        .anyMatch(session -> !session.series().answers().isEmpty()
                                && session.series().answers().size() < session.received()));
        Statistics.label("series").coverage(c -> c.check(true).percentage(share -> share > 10));
    }

    /** What is kept beyond a limit depends on what came, not on who saw it when; sessions have a test of their own. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void soTheyDoWhenTablesAndListsAreFull(
            @ForAll("traffic") Traffic traffic,
            @ForAll @IntRange(min = 1, max = MOST_PARTS) int parts,
            @ForAll @IntRange(min = 1, max = 10) int entries,
            @ForAll @IntRange(min = 1, max = 10) int listed,
            @ForAll Random random)
            throws IOException {
        byte[] capture = traffic.pcapngWithGaps(7);
        AnalysisOptions few = limited(entries, listed);
        IcmpReport whole = whole(capture, few);
        assertEquals(whole, merged(capture, few, parts, random));
        assertEquals(
                whole(capture, ALL).statistics().byType(), whole.statistics().byType());
        Statistics.label("limits").collect(whole.limitsHit().isEmpty() ? "none" : "some");
        Statistics.label("limits").coverage(c -> c.check("some").percentage(share -> share > 40));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void whenSessionsAreTooManyEveryCountByTypeIsExactStill(
            @ForAll("traffic") Traffic traffic,
            @ForAll @IntRange(min = 1, max = MOST_PARTS) int parts,
            @ForAll @IntRange(min = 1, max = 10) int sessions,
            @ForAll Random random)
            throws IOException {
        byte[] capture = traffic.pcapngWithGaps(7);
        AnalysisOptions few = ALL.withLimits(ALL.limits().withSessions(sessions));
        IcmpReport exact = whole(capture, ALL);
        IcmpReport merged = merged(capture, few, parts, random);
        assertEquals(exact.statistics(), merged.statistics());
        assertTrue(merged.echo().sessions().entries().size()
                <= exact.echo().sessions().total());
        Statistics.label("sessions").collect(exact.echo().sessions().total() > sessions ? "too many" : "few");
        Statistics.label("sessions").coverage(c -> c.check("too many").percentage(share -> share > 20));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void whichOfTwoTakesInTheOtherDoesNotMatter(@ForAll("traffic") Traffic traffic) throws IOException {
        byte[] capture = traffic.pcapngWithGaps(5);
        try (PacketPump one = pump(capture);
                PacketPump other = pump(capture)) {
            List<Partial> forth = deal(one, ALL, 2);
            List<Partial> back = deal(other, ALL, 2);
            forth.get(0).merge(forth.get(1));
            back.get(1).merge(back.get(0));
            assertEquals(Analysis.report(one, forth.get(0), ALL), Analysis.report(other, back.get(1), ALL));
        }
        Statistics.label("both see messages").collect(partsWithMessages(capture, 2) == 2);
        Statistics.label("both see messages").coverage(c -> c.check(true).percentage(share -> share > 30));
    }

    /** (a b) c, and a (b c). */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void whichOfThreeAreMergedFirstDoesNotMatter(@ForAll("traffic") Traffic traffic) throws IOException {
        byte[] capture = traffic.pcapngWithGaps(5);
        Map<IpAddress, Integer> parts = new HashMap<>();
        try (PacketPump one = pump(capture);
                PacketPump other = pump(capture)) {
            List<Partial> left = dealInTurn(one, parts);
            List<Partial> right = dealInTurn(other, parts);
            left.get(0).merge(left.get(1));
            left.get(0).merge(left.get(2));
            right.get(1).merge(right.get(2));
            right.get(0).merge(right.get(1));
            assertEquals(Analysis.report(one, left.get(0), ALL), Analysis.report(other, right.get(0), ALL));
        }
        Statistics.label("all see messages").collect(parts.size() >= 3);
        Statistics.label("all see messages").coverage(c -> c.check(true).percentage(share -> share > 20));
    }

    @Test
    void realProgramsAreReportedTheSameByAnyPartition() throws IOException {
        assertEquals(List.of(), differing(Lab.captures(), 5));
    }

    @Test
    void soAreTheCapturesOfOthers() throws IOException {
        Corpus.assumeThere();
        assertEquals(List.of(), differing(Corpus.files(), 1));
    }

    private static AnalysisOptions limited(int entries, int listed) {
        return ALL.withLimits(ALL.limits().withEntries(entries).withListed(listed));
    }

    private static List<String> differing(List<Path> captures, int tries) throws IOException {
        Random random = new Random(42);
        List<String> differing = new ArrayList<>();
        for (Path file : captures) {
            byte[] capture = Files.readAllBytes(file);
            for (int i = 0; i < tries; i++) {
                int limit = i % 2 == 0 ? Integer.MAX_VALUE : 1 + random.nextInt(10);
                AnalysisOptions options = i % 2 == 0 ? ALL : limited(limit, limit);
                try {
                    IcmpReport whole = whole(capture, options);
                    if (!whole.equals(merged(capture, options, 2 + random.nextInt(MOST_PARTS - 1), random))) {
                        differing.add(file.getFileName() + " with limits of " + limit);
                    }
                } catch (CaptureFormatException refused) {
                    continue; // is no capture
                }
            }
        }
        return differing;
    }

    private static IcmpReport whole(byte[] capture, AnalysisOptions options) throws IOException {
        try (PacketPump pump = pump(capture)) {
            return Analysis.run(pump, options);
        }
    }

    private static IcmpReport merged(byte[] capture, AnalysisOptions options, int parts, Random random)
            throws IOException {
        try (PacketPump pump = pump(capture)) {
            List<Partial> dealt = deal(pump, options, parts);
            while (dealt.size() > 1) {
                Partial taken = dealt.remove(random.nextInt(dealt.size()));
                dealt.get(random.nextInt(dealt.size())).merge(taken);
            }
            return Analysis.report(pump, dealt.get(0), options);
        }
    }

    private static List<Partial> deal(PacketPump pump, AnalysisOptions options, int parts) throws IOException {
        List<Partial> dealt = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            dealt.add(new Partial(options));
        }
        PacketView view = pump.view();
        while (pump.nextEvent()) {
            dealt.get(part(AskingHost.of(view), parts)).see(view);
        }
        return dealt;
    }

    /** To three, each host that was not seen before to the next. */
    private static List<Partial> dealInTurn(PacketPump pump, Map<IpAddress, Integer> parts) throws IOException {
        List<Partial> dealt = List.of(new Partial(ALL), new Partial(ALL), new Partial(ALL));
        PacketView view = pump.view();
        while (pump.nextEvent()) {
            IpAddress host = AskingHost.of(view);
            Integer part = parts.get(host);
            if (part == null) {
                part = parts.size() % 3;
                parts.put(host, part);
            }
            dealt.get(part).see(view);
        }
        return dealt;
    }

    private static int part(IpAddress host, int parts) {
        return Math.floorMod(host.hashCode() * 0x9E3779B9 >>> 8, parts);
    }

    private static int partsWithMessages(byte[] capture, int parts) throws IOException {
        TreeMap<Integer, Integer> messages = new TreeMap<>();
        try (PacketPump pump = pump(capture)) {
            PacketView view = pump.view();
            while (pump.nextEvent()) {
                messages.merge(part(AskingHost.of(view), parts), 1, Integer::sum);
            }
        }
        return messages.size();
    }

    private static PacketPump pump(byte[] capture) throws IOException {
        return new PacketPump(CaptureFormats.open(Sources.of(ByteBuffer.wrap(capture))));
    }

    @Provide
    Arbitrary<Traffic> traffic() {
        return Traffic.any(60);
    }
}
