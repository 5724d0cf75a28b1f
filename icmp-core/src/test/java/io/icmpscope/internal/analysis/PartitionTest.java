package io.icmpscope.internal.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Traffic;
import io.icmpscope.internal.analysis.collect.AskingHost;
import io.icmpscope.internal.packet.PacketPump;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
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

/**
 * Whatever is seen of a capture by how many parts, and whichever of them takes in the others when, the report is the same:
 * as long as all messages of one asking host are seen by one part, in their order.
 */
class PartitionTest {

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anyPartitionAndAnyTreeOfMergesGiveOneReport(
            @ForAll("traffic") Traffic traffic,
            @ForAll @IntRange(min = 1, max = Parts.MOST) int parts,
            @ForAll @IntRange(min = 2, max = 20) int timeless,
            @ForAll Random random)
            throws IOException {
        byte[] capture = traffic.pcapngWithGaps(timeless);
        IcmpReport whole = Parts.whole(capture, Parts.ALL);
        assertEquals(whole, Parts.merged(capture, Parts.ALL, parts, random));
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
            @ForAll @IntRange(min = 1, max = Parts.MOST) int parts,
            @ForAll @IntRange(min = 1, max = 10) int entries,
            @ForAll @IntRange(min = 1, max = 10) int listed,
            @ForAll Random random)
            throws IOException {
        byte[] capture = traffic.pcapngWithGaps(7);
        AnalysisOptions few = Parts.limited(entries, listed);
        IcmpReport whole = Parts.whole(capture, few);
        assertEquals(whole, Parts.merged(capture, few, parts, random));
        assertEquals(
                Parts.whole(capture, Parts.ALL).statistics().byType(),
                whole.statistics().byType());
        Statistics.label("limits").collect(whole.limitsHit().isEmpty() ? "none" : "some");
        Statistics.label("limits").coverage(c -> c.check("some").percentage(share -> share > 40));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void whenSessionsAreTooManyEveryCountByTypeIsExactStill(
            @ForAll("traffic") Traffic traffic,
            @ForAll @IntRange(min = 1, max = Parts.MOST) int parts,
            @ForAll @IntRange(min = 1, max = 10) int sessions,
            @ForAll Random random)
            throws IOException {
        byte[] capture = traffic.pcapngWithGaps(7);
        AnalysisOptions few = Parts.ALL.withLimits(Parts.ALL.limits().withSessions(sessions));
        IcmpReport exact = Parts.whole(capture, Parts.ALL);
        IcmpReport merged = Parts.merged(capture, few, parts, random);
        assertEquals(exact.statistics(), merged.statistics());
        assertTrue(merged.echo().sessions().entries().size()
                <= exact.echo().sessions().total());
        Statistics.label("sessions").collect(exact.echo().sessions().total() > sessions ? "too many" : "few");
        Statistics.label("sessions").coverage(c -> c.check("too many").percentage(share -> share > 20));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void whichOfTwoTakesInTheOtherDoesNotMatter(@ForAll("traffic") Traffic traffic) throws IOException {
        byte[] capture = traffic.pcapngWithGaps(5);
        try (PacketPump one = Parts.pump(capture);
                PacketPump other = Parts.pump(capture)) {
            List<Partial> forth = Parts.deal(one, Parts.ALL, 2);
            List<Partial> back = Parts.deal(other, Parts.ALL, 2);
            forth.get(0).merge(forth.get(1));
            back.get(1).merge(back.get(0));
            assertEquals(Analysis.report(one, forth.get(0), Parts.ALL), Analysis.report(other, back.get(1), Parts.ALL));
        }
        Statistics.label("both see messages").collect(partsWithMessages(capture, 2) == 2);
        Statistics.label("both see messages").coverage(c -> c.check(true).percentage(share -> share > 30));
    }

    /** (a b) c, and a (b c). */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void whichOfThreeAreMergedFirstDoesNotMatter(@ForAll("traffic") Traffic traffic) throws IOException {
        byte[] capture = traffic.pcapngWithGaps(5);
        Map<IpAddress, Integer> parts = new HashMap<>();
        try (PacketPump one = Parts.pump(capture);
                PacketPump other = Parts.pump(capture)) {
            List<Partial> left = dealInTurn(one, parts);
            List<Partial> right = dealInTurn(other, parts);
            left.get(0).merge(left.get(1));
            left.get(0).merge(left.get(2));
            right.get(1).merge(right.get(2));
            right.get(0).merge(right.get(1));
            assertEquals(Analysis.report(one, left.get(0), Parts.ALL), Analysis.report(other, right.get(0), Parts.ALL));
        }
        Statistics.label("all see messages").collect(parts.size() >= 3);
        Statistics.label("all see messages").coverage(c -> c.check(true).percentage(share -> share > 20));
    }

    /** To three, each host that was not seen before to the next. */
    private static List<Partial> dealInTurn(PacketPump pump, Map<IpAddress, Integer> parts) throws IOException {
        List<Partial> dealt = List.of(new Partial(Parts.ALL), new Partial(Parts.ALL), new Partial(Parts.ALL));
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

    private static int partsWithMessages(byte[] capture, int parts) throws IOException {
        TreeMap<Integer, Integer> messages = new TreeMap<>();
        try (PacketPump pump = Parts.pump(capture)) {
            PacketView view = pump.view();
            while (pump.nextEvent()) {
                messages.merge(Parts.part(AskingHost.of(view), parts), 1, Integer::sum);
            }
        }
        return messages.size();
    }

    @Provide
    Arbitrary<Traffic> traffic() {
        return Traffic.any(60);
    }
}
