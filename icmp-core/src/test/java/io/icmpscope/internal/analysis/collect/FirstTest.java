package io.icmpscope.internal.analysis.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The first of many, by an order of one's own. */
class FirstTest {

    @Test
    void theFirstAreListedInTheirOrderWhicheverComesWhen() {
        assertEquals(
                List.of("eel", "cod", "bee"),
                first(3, "bee", "cod", "ant", "asp", "eel").list());
        assertEquals(List.of("eel", "cod", "bee"), first(3, "eel", "bee", "cod").list());
        assertEquals(List.of("bee", "ant"), first(3, "ant", "bee").list());
        assertEquals(List.of("eel"), first(1, "ant", "eel", "bee").list());
        assertEquals(List.of(), first(3).list());
    }

    /** Whoever has a million candidates asks for it, and does not make what would be last. */
    @Test
    void onlyWhenThereIsNoRoomIsThereALastOne() {
        assertNull(first(3).last());
        assertNull(first(3, "ant", "eel").last());
        assertEquals("ant", first(3, "ant", "eel", "bee").last());
        assertEquals("bee", first(3, "ant", "eel", "bee", "cod").last());
    }

    private static First<String> first(int most, String... all) {
        First<String> first = new First<>(most, Comparator.<String>reverseOrder());
        for (String one : all) {
            first.add(one);
        }
        return first;
    }
}
