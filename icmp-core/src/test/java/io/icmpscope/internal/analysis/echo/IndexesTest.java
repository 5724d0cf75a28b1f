package io.icmpscope.internal.analysis.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The tables that find sessions and requests by a hash, where many share one place. */
class IndexesTest {

    private static Set<Integer> requests(RequestIndex index, int hash) {
        Set<Integer> found = new HashSet<>();
        for (int place = index.first(hash); place != RequestIndex.NONE; place = index.next()) {
            found.add(place);
        }
        return found;
    }

    private static Set<Integer> sessions(SessionIndex index, int hash) {
        Set<Integer> found = new HashSet<>();
        for (int session = index.first(hash); session != SessionIndex.NONE; session = index.next()) {
            found.add(session);
        }
        return found;
    }

    /** Puts one in behind those of its hash. */
    private static void put(RequestIndex index, int hash, int place) {
        requests(index, hash);
        index.put(place);
    }

    @Test
    void requestsThatMeetInOnePlaceAreAllFoundAlsoAroundTheEndOfTheTable() {
        RequestIndex index = new RequestIndex(8); // sixteen places
        put(index, 15, 1);
        put(index, 15 + 16, 2);
        put(index, 15, 3);
        assertEquals(Set.of(1, 3), requests(index, 15));
        assertEquals(Set.of(2), requests(index, 15 + 16));
        assertEquals(Set.of(), requests(index, 15 + 32));
    }

    @Test
    void whoIsBehindARequestThatWasTakenOutIsFoundStill() {
        RequestIndex index = new RequestIndex(8);
        put(index, 15, 1);
        put(index, 15 + 16, 2);
        put(index, 1, 4);
        put(index, 0, 3);
        assertEquals(1, index.first(15));
        index.remove();
        assertEquals(Set.of(), requests(index, 15));
        assertEquals(Set.of(2), requests(index, 15 + 16));
        assertEquals(Set.of(3), requests(index, 0));
        assertEquals(Set.of(4), requests(index, 1));
    }

    @Test
    void sessionsOfOneHashAreAllFoundAndOthersInTheirPlace() {
        SessionIndex index = new SessionIndex();
        index.put(0x7000_000F, 5);
        index.put(0x7000_000F, 6);
        index.put(0x0700_000F, 7);
        assertEquals(Set.of(5, 6), sessions(index, 0x7000_000F));
        assertEquals(Set.of(7), sessions(index, 0x0700_000F));
        assertEquals(5, index.first(0x7000_000F));
        index.replace(8);
        assertEquals(Set.of(6, 8), sessions(index, 0x7000_000F));
    }

    @Test
    void sessionsBehindOneThatWasDroppedAreFoundStillAndItsPlaceIsUsedAgain() {
        SessionIndex index = new SessionIndex();
        index.put(3, 5);
        index.put(3, 6);
        BitSet dropped = new BitSet();
        dropped.set(5);
        index.replaceAll(dropped, session -> SessionIndex.NONE);
        assertEquals(Set.of(6), sessions(index, 3));
        index.put(3, 9);
        assertEquals(Set.of(6, 9), sessions(index, 3));
        assertEquals(9, index.first(3));
    }
}
