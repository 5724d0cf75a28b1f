package io.icmpscope.internal.analysis.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

class FirstFramesTest {

    @Test
    void theFirstFrameIsTheSmallestNumber() {
        FirstFrames frames = new FirstFrames();
        assertEquals(Long.MAX_VALUE, frames.first());
        frames.add(9);
        frames.add(4);
        frames.add(7);
        assertEquals(4, frames.first());
    }

    @Test
    void severalListsOfEvidenceMakeOne() {
        List<Long> odd = List.of(1L, 3L, 5L, 7L, 9L, 11L);
        List<Long> even = List.of(2L, 4L, 6L, 8L, 10L, 12L);
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L), FirstFrames.of(List.of(even, List.of(3L), odd)));
        assertEquals(List.of(), FirstFrames.of(List.of(List.of())));
    }

    @Property(tries = 500)
    void theSmallestTenAreKeptWhateverTheOrderAndThePartition(
            @ForAll @Size(max = 30) List<@LongRange(min = 1, max = 40) Long> some,
            @ForAll @Size(max = 30) List<@LongRange(min = 1, max = 40) Long> others) {
        FirstFrames first = new FirstFrames();
        some.forEach(first::add);
        FirstFrames second = new FirstFrames();
        others.forEach(second::add);
        first.addAll(second);

        List<Long> expected = Stream.concat(some.stream(), others.stream())
                .distinct()
                .sorted()
                .limit(10)
                .toList();
        assertEquals(expected, first.list());
        Statistics.label("frames").collect(expected.size() == 10 ? "ten" : "fewer");
        Statistics.label("frames").coverage(c -> {
            c.check("ten").percentage(share -> share > 20);
            c.check("fewer").percentage(share -> share > 5);
        });
    }
}
