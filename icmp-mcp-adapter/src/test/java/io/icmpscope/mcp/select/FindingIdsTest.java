package io.icmpscope.mcp.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingIdsTest {

    @Test
    void theLikestIsAmongTheNearOnes() {
        for (String id : FindingIds.all()) {
            for (String wrong : List.of(id + "S", id.substring(1), id.replace('-', '_'))) {
                assertTrue(FindingIds.near(wrong).contains(id), () -> wrong + ": " + FindingIds.near(wrong));
            }
        }
    }

    @Test
    void nonsenseHasNeighboursToo() {
        for (String wrong : List.of("", "?", "\u202e", "X".repeat(100_000))) {
            assertEquals(3, FindingIds.near(wrong).size());
        }
    }
}
