package io.icmpscope.internal.analysis.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.icmpscope.internal.analysis.Partial;
import io.icmpscope.internal.packet.PacketBatch;
import io.icmpscope.internal.packet.PacketView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each lane goes through each batch once, in order; a batch is given back behind the last of them. */
class LaneTest {

    private final List<String> log = new ArrayList<>();
    private final Partial part = new Partial(Together.ALL);
    private int asked;

    @Test
    void batchesAreFoldedInOrderByEachLane() throws IOException {
        Lane zero = new Lane(0, part);
        Lane one = new Lane(1, part);
        try (Crew crew = new Crew(9, task -> asked++)) {
            for (String name : List.of("a", "b", "c")) {
                Lane.Shared shared = new Lane.Shared(batch(name), 2, () -> log.add(name + " back"));
                zero.add(shared, crew);
                one.add(shared, crew);
            }
            assertEquals(2, asked, "one at a time folds in each lane");
            crew.workUntil(() -> log.contains("c back"));
        }
        assertEquals(
                List.of("a of 0", "b of 0", "c of 0", "a of 1", "a back", "b of 1", "b back", "c of 1", "c back"), log);
    }

    @Test
    void aLaneThatWasEmptyGoesOnWithTheNextBatch() throws IOException {
        Lane lane = new Lane(5, part);
        try (Crew crew = new Crew(1, task -> {})) {
            for (String name : List.of("a", "b")) {
                lane.add(new Lane.Shared(batch(name), 1, () -> log.add(name + " back")), crew);
                crew.workUntil(() -> log.contains(name + " back"));
            }
        }
        assertEquals(List.of("a of 5", "a back", "b of 5", "b back"), log);
        assertSame(part, lane.part());
    }

    private PacketBatch batch(String name) {
        return new PacketBatch() {
            @Override
            public void forEach(int owner, Consumer<PacketView> action) {
                log.add(name + " of " + owner);
            }

            @Override
            public void close() {}
        };
    }
}
