package io.icmpscope.internal.analysis.trouble;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.internal.analysis.collect.EchoSize;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.PathMtu.BlackHole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlackHolesTest {

    private static final IpAddress HERE = IpAddress.v4(0xC0000201);
    private static final IpAddress THERE = IpAddress.v4(0xC6336407);
    private static final Path PATH = new Path(HERE, THERE);

    @Test
    void threeAnsweredAndThreeLargerOnesLostAreAHint() {
        assertEquals(Map.of(PATH, new BlackHole(56, 3, 1_400, 3)), in(size(56, 3, 0), size(1_400, 0, 3)));
        assertEquals(Map.of(), in(size(56, 2, 0), size(1_400, 0, 3)));
        assertEquals(Map.of(), in(size(56, 3, 0), size(1_400, 0, 2)));
        assertEquals(Map.of(), in(size(56, 0, 3), size(1_400, 3, 0)), "the small ones were lost");
        assertEquals(Map.of(), in());
    }

    @Test
    void theSizesNearestToEachOtherAreTold() {
        assertEquals(
                Map.of(PATH, new BlackHole(1_000, 5, 1_400, 4)),
                in(size(9_000, 0, 9), size(56, 9, 0), size(1_400, 0, 4), size(1_000, 5, 2)));
    }

    @Test
    void aSizeOfWhichTooFewWereLostIsPassedOver() {
        assertEquals(
                Map.of(PATH, new BlackHole(56, 3, 1_400, 3)), in(size(56, 3, 0), size(1_300, 0, 1), size(1_400, 0, 3)));
    }

    @Test
    void aLargerOneThatWasAnsweredRefutesTheHint() {
        assertEquals(Map.of(), in(size(56, 3, 0), size(1_400, 0, 3), size(1_472, 1, 5)));
        assertEquals(Map.of(), in(size(56, 3, 0), size(1_400, 1, 30)));
    }

    @Test
    void pingsOfOneSizeAreAddedUp() {
        assertEquals(
                Map.of(PATH, new BlackHole(56, 4, 1_400, 4)),
                in(size(56, 2, 0), size(1_400, 0, 2), size(56, 2, 0), size(1_400, 0, 2)));
    }

    @Test
    void pathsAreLookedAtEachByItself() {
        List<EchoSize> sizes = new ArrayList<>(List.of(size(56, 3, 0)));
        sizes.add(new EchoSize(THERE, HERE, 1_400, 0, 3));
        assertEquals(Map.of(), BlackHoles.in(sizes));
    }

    private static Map<Path, BlackHole> in(EchoSize... sizes) {
        return BlackHoles.in(Arrays.asList(sizes));
    }

    private static EchoSize size(int bytes, long answered, long lost) {
        return new EchoSize(HERE, THERE, bytes, answered, lost);
    }
}
