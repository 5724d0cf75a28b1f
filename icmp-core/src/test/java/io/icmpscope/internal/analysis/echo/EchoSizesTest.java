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

    private static Ping of(int bytes) {
        return PING.data(new byte[bytes]);
    }

    @Test
    void aPingOfOneSizeHasOneFate() throws Exception {
        PingScene scene = new PingScene()
                .at(0, of(56).request(1))
                .at(1, of(56).reply(1))
                .at(1000, of(56).request(2))
                .at(2000, of(56).request(3))
                .at(2001, of(56).reply(3))
                .end();
        assertEquals(List.of(size(56, 2, 1)), Seen.in(scene).sizes());
    }

    @Test
    void eachSizeHasItsOwnFateWhateverOrderTheyComeIn() throws Exception {
        PingScene scene = new PingScene()
                .at(0, of(1472).request(1))
                .at(1, of(1472).reply(1))
                .at(5000, of(1473).request(2))
                .at(10_000, of(56).request(3))
                .at(10_001, of(56).reply(3))
                .at(15_000, of(1473).request(4))
                .at(20_000, of(1472).request(5))
                .at(25_000, of(1400).request(6))
                .at(25_001, of(1400).reply(6))
                .at(30_000, of(56).request(7))
                .at(30_001, of(56).reply(7))
                .end();
        assertEquals(
                List.of(size(56, 2, 0), size(1400, 1, 0), size(1472, 1, 1), size(1473, 0, 2)),
                Seen.in(scene).sizes());
    }

    @Test
    void ofMoreThanSixteenSizesTheSmallestAreKept() throws Exception {
        PingScene down = new PingScene();
        PingScene up = new PingScene();
        for (int i = 1; i <= 20; i++) {
            ask(down, i, 10 * (21 - i));
            ask(up, i, 10 * i);
        }
        List<EchoSize> smallest = IntStream.rangeClosed(1, 16)
                .mapToObj(i -> size(10 * i, i % 2, 1 - i % 2))
                .toList();
        assertEquals(smallest, Seen.in(down.end()).sizes());
        assertEquals(smallest, Seen.in(up.end()).sizes());
    }

    /** Asks with data of so many tens of bytes, and is answered if they are odd. */
    private static void ask(PingScene scene, int number, int bytes) {
        scene.at(5000.0 * number, of(bytes).request(number));
        if (bytes / 10 % 2 == 1) {
            scene.at(5000.0 * number + 1, of(bytes).reply(number));
        }
    }
}
