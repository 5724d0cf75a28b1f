package io.icmpscope.internal.analysis.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;

class FirstFramesTest {

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
