package io.icmpscope.internal.analysis.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.internal.analysis.collect.EchoSize;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What became of requests by the size of their data, which findings about path MTU ask for. */
class EchoSizesTest {

    private static final String A = "192.0.2.1";
    private static final String B = "192.0.2.2";
    private static final Ping PING = Ping.between(A, B);

    private static EchoSize size(int bytes, long answered, long lost) {
        return new EchoSize(Seen.address(A), Seen.address(B), bytes, answered, lost);
    }

    /** A request of each size, five seconds after the one before; those of negative sizes are lost. */
    private static PingScene asked(int... sizes) {
        PingScene scene = new PingScene();
        for (int number = 1; number <= sizes.length; number++) {
            Ping ping = PING.data(new byte[Math.abs(sizes[number - 1])]);
            scene.at(5000.0 * number, ping.request(number));
            if (sizes[number - 1] > 0) {
                scene.at(5000.0 * number + 1, ping.reply(number));
            }
        }
        return scene.end();
    }

    @Test
    void aPingOfOneSizeHasOneFate() throws Exception {
        assertEquals(List.of(size(56, 2, 1)), Seen.in(asked(56, -56, 56)).sizes());
    }

    @Test
    void eachSizeHasItsOwnFateWhateverOrderTheyComeIn() throws Exception {
        assertEquals(
                List.of(size(56, 2, 0), size(1400, 1, 0), size(1472, 1, 1), size(1473, 0, 2)),
                Seen.in(asked(1472, -1473, 56, -1473, -1472, 1400, 56)).sizes());
    }

    @Test
    void ofMoreThanSixteenSizesTheSmallestAreKept() throws Exception {
        int[] up = IntStream.rangeClosed(1, 20)
                .map(i -> i % 2 == 1 ? 10 * i : -10 * i)
                .toArray();
        int[] down = IntStream.range(0, 20).map(i -> up[19 - i]).toArray();
        List<EchoSize> smallest = IntStream.rangeClosed(1, 16)
                .mapToObj(i -> size(10 * i, i % 2, 1 - i % 2))
                .toList();
        assertEquals(smallest, Seen.in(asked(down)).sizes());
        assertEquals(smallest, Seen.in(asked(up)).sizes());
    }
}
