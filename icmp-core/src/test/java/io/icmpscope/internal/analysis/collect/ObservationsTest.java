package io.icmpscope.internal.analysis.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What collectors leave for the sake of findings. */
class ObservationsTest {

    @Test
    void thoseOfAClassAreListedAsTheyCame() {
        Observations observations = new Observations();
        observations.add("one");
        observations.add(2);
        observations.add("three");
        assertEquals(List.of("one", "three"), observations.of(String.class));
        assertEquals(List.of(2), observations.of(Integer.class));
        assertEquals(List.of(), observations.of(Number.class), "a class of its own");
    }
}
