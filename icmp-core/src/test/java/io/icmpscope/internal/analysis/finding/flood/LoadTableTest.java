package io.icmpscope.internal.analysis.finding.flood;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.AnalysisOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

class LoadTableTest {

    private static final int KINDS = 3;
    private static final long BEGIN = -50; // before 1970 too

    private static TreeMap<String, List<Long>> content(LoadTable table) {
        table.end(new ReportDraft(AnalysisOptions.defaults(), 0));
        TreeMap<String, List<Long>> content = new TreeMap<>();
        for (int kind = 0; kind < KINDS; kind++) {
            String name = kind + " ";
            table.forEach(
                    kind,
                    1,
                    (address, second, count, bytes, frame) ->
                            content.put(name + address + " " + second, List.of(count, bytes, frame)));
        }
        return content;
    }

    /** The same messages for one table and for several that are merged, and the sums as a map has them. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void whatIsKeptIsExactHoweverItWasPutTogether(
            @ForAll @IntRange(min = 1, max = 2_000) int capacity,
            @ForAll @IntRange(min = 1, max = 6) int parts,
            @ForAll Random random) {
        LoadTable whole = new LoadTable(capacity);
        List<LoadTable> dealt = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            dealt.add(new LoadTable(capacity));
        }
        TreeMap<String, List<Long>> sums = new TreeMap<>();
        TreeMap<String, Long> frames = new TreeMap<>();
        for (int i = 0; i < 2_000; i++) {
            int kind = random.nextInt(KINDS);
            int version = random.nextBoolean() ? 4 : 6;
            long low = random.nextInt(10);
            long second = BEGIN + random.nextInt(100);
            long frame = 1 + random.nextInt(10_000);
            whole.add(kind, version, 0, low, second, 1, i, frame);
            dealt.get(random.nextInt(parts)).add(kind, version, 0, low, second, 1, i, frame);
            String address = kind + " " + new IpAddress(version, 0, low) + " ";
            String key = address + second;
            frames.merge(address + (second >> 2), frame, Math::min);
            sums.merge(
                    key,
                    List.of(1L, (long) i),
                    (one, other) -> List.of(one.get(0) + other.get(0), one.get(1) + other.get(1)));
        }
        while (dealt.size() > 1) {
            LoadTable taken = dealt.remove(random.nextInt(dealt.size()));
            dealt.get(random.nextInt(dealt.size())).merge(taken);
        }
        TreeMap<String, List<Long>> kept = content(whole);
        assertEquals(kept, content(dealt.get(0)));
        kept.forEach((key, load) -> {
            assertEquals(sums.get(key), load.subList(0, 2));
            int at = key.lastIndexOf(' ') + 1; // four seconds share their first frame
            assertEquals(frames.get(key.substring(0, at) + (Long.parseLong(key.substring(at)) >> 2)), load.get(2));
        });
        boolean full = kept.size() < sums.size();
        Statistics.label("full").collect(full);
        Statistics.label("full").coverage(c -> c.check(true).percentage(share -> share > 20 && share < 95));
    }

    @Test
    void whenItIsFullAMinuteIsKeptWithoutGaps() {
        LoadTable table = new LoadTable(100);
        for (int low = 0; low < 1_000; low++) {
            for (int second = 0; second < 64; second++) {
                table.add(0, 4, 0, low, second, 1, 1, 1);
            }
        }
        TreeMap<String, Integer> seconds = new TreeMap<>();
        content(table).keySet().forEach(key -> seconds.merge(key.substring(0, key.lastIndexOf(' ')), 1, Integer::sum));
        assertTrue(
                seconds.values().stream().filter(kept -> kept == 64).count() >= seconds.size() - 1, seconds::toString);
        assertEquals(100 * 16, seconds.values().stream().mapToInt(kept -> kept).sum());
    }

    @Test
    void aNumberThatIsTooLargeStaysAtTheLargest() {
        LoadTable table = new LoadTable(10);
        for (int i = 0; i < 3; i++) {
            table.add(0, 4, 0, 1, 0, 5_000_000, 0xFFFF_FFFFL << 8, 7);
        }
        assertEquals(List.of((1L << 23) - 1, (1L << 40) - 1, 7L), content(table).get("0 0.0.0.1 0"));
    }
}
