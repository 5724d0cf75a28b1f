package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

/** However captures are cut into files, dealt to machines and put together again, the report is that of one machine. */
class PartialReportTest {

    private static final AnalysisOptions ALL =
            AnalysisOptions.defaults().withMaxPackets(1_000).withSeries(3);
    private static final int MOST_PARTS = 5;

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void manyMachinesGiveTheReportOfOne(
            @ForAll("traffic") Traffic traffic,
            @ForAll @IntRange(min = 1, max = 6) int files,
            @ForAll @IntRange(min = 1, max = MOST_PARTS) int parts,
            @ForAll @IntRange(min = 2, max = 20) int timeless,
            @ForAll Random random)
            throws IOException {
        byte[] capture = traffic.pcapngWithGaps(timeless);
        int frames = traffic.sightings().size();
        boolean rotated = random.nextInt(3) > 0; // else they overlap
        SortedMap<String, byte[]> split = rotated
                ? SplitCapture.of(capture, files, rotated(frames, files, random))
                : SplitCapture.of(capture, files, frame -> random.nextInt(files));
        Machines machines = new Machines(split, ALL, random);
        assertEquals(Machines.alone(split, ALL), machines.report(parts));
        Statistics.label("overlap").collect(machines.overlapping() > 0);
        Statistics.label("overlap").coverage(c -> c.check(true).percentage(share -> share > 10));
        Statistics.label("overlap").coverage(c -> c.check(false).percentage(share -> share > 20));
        Statistics.label("joined").collect(machines.joined() > 0);
        Statistics.label("joined").coverage(c -> c.check(true).percentage(share -> share > 20));
    }

    @Test
    void soDoTheyWithTheRecordingsOfRealPrograms() throws IOException {
        Random random = new Random(42);
        List<String> differing = new ArrayList<>();
        for (Path file : Lab.captures()) {
            byte[] capture = Files.readAllBytes(file);
            int cut = random.nextInt(60);
            SortedMap<String, byte[]> split = SplitCapture.of(capture, 2, frame -> frame < cut ? 0 : 1);
            IcmpReport alone = Machines.alone(split, ALL);
            if (!alone.equals(new Machines(split, ALL, random).report(3))) {
                differing.add(file.getFileName() + " cut behind frame " + cut);
            }
        }
        assertEquals(List.of(), differing);
    }

    /** One behind the other, some without a frame. */
    private static IntUnaryOperator rotated(int frames, int files, Random random) {
        int[] firsts = IntStream.range(0, files - 1)
                .map(file -> random.nextInt(frames + 1))
                .sorted()
                .toArray();
        return frame ->
                (int) IntStream.of(firsts).filter(first -> first <= frame).count();
    }

    @Provide
    Arbitrary<Traffic> traffic() {
        return Traffic.any(60);
    }
}
