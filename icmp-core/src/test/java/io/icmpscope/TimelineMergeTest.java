package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.icmpscope.Traffic.Sighting;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.CaptureFacts;
import io.icmpscope.report.CaptureFile;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.PacketEntry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** Several captures are one: the report is that of the capture in which all their frames lie in the order of time. */
class TimelineMergeTest {

    private static final AnalysisOptions ALL = AnalysisOptions.defaults().withMaxPackets(1000);

    /** What may differ, or is compared in another way. */
    private static final Set<String> APART = Set.of("capture", "captures", "packets", "findings");

    /** Traffic that several captures saw: each frame is in one of them. */
    record Split(List<Traffic> files, long seed) {

        String name(int file) {
            return "capture-" + (char) ('a' + file);
        }
    }

    /** A frame with where it lies. */
    private record Placed(int file, long inFile, Sighting sighting) {}

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReportMode.OFF)
    void severalCapturesGiveTheReportOfTheirMerge(@ForAll("splits") Split split) throws IOException {
        List<Placed> merged = merge(split);
        IcmpReport one = IcmpAnalyzer.analyze(
                ByteBuffer.wrap(
                        new Traffic(merged.stream().map(Placed::sighting).toList())
                                .pcap(ByteOrder.LITTLE_ENDIAN, false)),
                ALL);
        IcmpReport several = IcmpAnalyzer.analyze(timeline(split, new Random(split.seed)), ALL);
        sameAnswers(one, several);
        sameFacts(one.capture(), several.capture());
        everyPacketLiesWhereItSays(split, merged, several);
        everyFileIsCounted(split, merged, several);
        collect(split, several);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theOrderInWhichTheyAreGivenDecidesNothing(@ForAll("splits") Split split) throws IOException {
        IcmpReport report = IcmpAnalyzer.analyze(timeline(split, new Random(split.seed)), ALL);
        assertEquals(report, IcmpAnalyzer.analyze(timeline(split, new Random(~split.seed)), ALL));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void oneByOneTheMessagesAreThoseOfTheReport(@ForAll("splits") Split split) throws IOException {
        IcmpReport report = IcmpAnalyzer.analyze(timeline(split, new Random(split.seed)), ALL);
        try (IcmpPackets packets = IcmpAnalyzer.packets(timeline(split, new Random(split.seed)), ALL)) {
            for (PacketEntry listed : report.packets()) {
                PacketEntry packet = packets.next();
                assertEquals(listed.file() + listed.frameInFile(), packet.file() + packet.frameInFile());
                assertEquals(listed.requestFrame(), packet.requestFrame());
            }
            assertNull(packets.next());
            assertEquals(report.captures(), packets.captures());
            assertEquals(report.capture(), packets.capture());
        }
    }

    private static void sameAnswers(IcmpReport one, IcmpReport several) {
        for (RecordComponent answer : IcmpReport.class.getRecordComponents()) {
            if (!APART.contains(answer.getName())) {
                assertEquals(value(answer, one), value(answer, several), answer.getName());
            }
        }
        assertEquals(ofMessages(one), ofMessages(several));
        assertEquals(withoutFiles(one), withoutFiles(several));
    }

    /** Findings, those aside that are about a capture itself. */
    private static List<Finding> ofMessages(IcmpReport report) {
        return report.findings().entries().stream()
                .filter(found -> found.category() != Category.CAPTURE)
                .toList();
    }

    private static Object value(RecordComponent answer, IcmpReport report) {
        try {
            return answer.getAccessor().invoke(report);
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static List<String> withoutFiles(IcmpReport report) {
        return report.packets().stream()
                .map(packet -> packet.toString().replaceFirst("file=[^,]*, frameInFile=\\d+, ", ""))
                .toList();
    }

    private static void sameFacts(CaptureFacts one, CaptureFacts several) {
        assertEquals(one.firstTime(), several.firstTime());
        assertEquals(one.lastTime(), several.lastTime());
        assertEquals(one.truncatedFrames(), several.truncatedFrames());
        assertEquals(one.incompleteFragments(), several.incompleteFragments());
        assertEquals(one.unsupportedLinkTypes(), several.unsupportedLinkTypes());
        assertEquals(one.warnings(), several.warnings());
    }

    private static void everyPacketLiesWhereItSays(Split split, List<Placed> merged, IcmpReport report) {
        boolean several = split.files.size() > 1;
        for (PacketEntry packet : report.packets()) {
            Placed placed = merged.get((int) packet.frameNumber() - 1);
            assertEquals(several ? split.name(placed.file) : null, packet.file());
            assertEquals(several ? placed.inFile : packet.frameNumber(), packet.frameInFile());
        }
    }

    private static void everyFileIsCounted(Split split, List<Placed> merged, IcmpReport report) {
        if (split.files.size() == 1) {
            assertEquals(List.of(), report.captures());
            return;
        }
        assertEquals(split.files.size(), report.captures().size());
        for (CaptureFile capture : report.captures()) {
            List<Integer> frames = IntStream.rangeClosed(1, merged.size())
                    .filter(frame -> split.name(merged.get(frame - 1).file).equals(capture.name()))
                    .boxed()
                    .toList();
            assertEquals(frames.size(), capture.totalPackets());
            assertEquals(frames.isEmpty() ? 0 : frames.get(0), capture.firstFrame());
        }
    }

    private static void collect(Split split, IcmpReport report) {
        boolean across = report.packets().stream()
                .filter(packet -> packet.requestFrame() != null)
                .anyMatch(packet -> report.packets().stream()
                        .anyMatch(request -> packet.requestFrame().equals(request.frameNumber())
                                && !String.valueOf(packet.file()).equals(request.file())));
        boolean joined =
                report.packets().stream().anyMatch(packet -> packet.fragments().size() > 1);
        Statistics.label("files").collect(split.files.size() > 1 ? "several" : "one");
        Statistics.label("answer").collect(across ? "in another file" : "else");
        Statistics.label("fragments").collect(joined ? "joined" : "else");
        Statistics.label("files").coverage(c -> c.check("several").percentage(share -> share > 60));
        Statistics.label("answer").coverage(c -> c.check("in another file").percentage(share -> share > 15));
        Statistics.label("fragments").coverage(c -> c.check("joined").percentage(share -> share > 5));
    }

    /** The merge as it is described, without any art. */
    private static List<Placed> merge(Split split) {
        List<Integer> canonical = IntStream.range(0, split.files.size())
                .filter(file -> !split.files.get(file).sightings().isEmpty())
                .boxed()
                .sorted(Comparator.comparing(
                        file -> split.files.get(file).sightings().get(0).micros()))
                .toList();
        int[] next = new int[split.files.size()];
        List<Placed> merged = new ArrayList<>();
        while (true) {
            int earliest = -1;
            for (int file : canonical) {
                if (next[file] < split.files.get(file).sightings().size()
                        && (earliest < 0 || head(split, next, file) < head(split, next, earliest))) {
                    earliest = file;
                }
            }
            if (earliest < 0) {
                return merged;
            }
            Sighting sighting = split.files.get(earliest).sightings().get(next[earliest]++);
            merged.add(new Placed(earliest, next[earliest], sighting));
        }
    }

    private static long head(Split split, int[] next, int file) {
        return split.files.get(file).sightings().get(next[file]).micros();
    }

    /** The captures in an order by chance, in containers by chance that differ only between the names. */
    private static Timeline timeline(Split split, Random chance) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, split.files.size()).boxed().toList());
        Collections.shuffle(order, chance);
        Timeline timeline = Timeline.of(List.of());
        for (int file : order) {
            byte[] bytes = bytes(split.files.get(file), (int) (split.seed + file & 3));
            if (chance.nextBoolean()) {
                timeline.add(split.name(file), new ByteArrayInputStream(bytes));
            } else {
                timeline.add(split.name(file), () -> new ByteArrayInputStream(bytes));
            }
        }
        return timeline;
    }

    private static byte[] bytes(Traffic traffic, int container) {
        return switch (container) {
            case 0 -> traffic.pcap(ByteOrder.LITTLE_ENDIAN, false);
            case 1 -> traffic.pcap(ByteOrder.BIG_ENDIAN, true);
            case 2 -> traffic.pcapng(ByteOrder.BIG_ENDIAN, 6);
            default -> traffic.pcapng(ByteOrder.LITTLE_ENDIAN, 9);
        };
    }

    @Provide
    Arbitrary<Split> splits() {
        return Combinators.combine(
                        Traffic.any(30),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.of("rotated", "by chance", "clocks set back"),
                        Arbitraries.longs())
                .as(TimelineMergeTest::split);
    }

    private static Split split(Traffic traffic, int count, String how, long seed) {
        Random chance = new Random(seed);
        List<List<Sighting>> files = new ArrayList<>();
        IntStream.range(0, count).forEach(file -> files.add(new ArrayList<>()));
        List<Sighting> all = traffic.sightings();
        for (int i = 0; i < all.size(); i++) {
            Sighting seen = all.get(i);
            long micros =
                    how.equals("clocks set back") && chance.nextInt(4) == 0 ? seen.micros() - 700_000 : seen.micros();
            int file = how.equals("rotated") ? i * count / all.size() : chance.nextInt(count);
            files.get(file).add(new Sighting(micros, seen.wireBytes(), seen.frame()));
        }
        return new Split(files.stream().map(Traffic::new).toList(), seed);
    }
}
