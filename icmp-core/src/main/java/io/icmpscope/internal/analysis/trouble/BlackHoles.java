package io.icmpscope.internal.analysis.trouble;

import io.icmpscope.internal.analysis.collect.EchoSize;
import io.icmpscope.report.PathMtu.BlackHole;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Finds paths on which small pings are answered and larger ones never are. */
final class BlackHoles {

    /** Fewer than this are chance. */
    private static final long ENOUGH = 3;

    private static final int LARGE = 500; // bytes of data; what is smaller fits through any path

    private BlackHoles() {}

    /**
     * Finds the hints.
     *
     * @param sizes how pings of each size fared; the same size of the same hosts may come several times, as of several pings
     * @return a hint for each path that has one
     */
    static Map<Path, BlackHole> in(List<EchoSize> sizes) {
        Map<Path, NavigableMap<Integer, long[]>> paths = new TreeMap<>();
        for (EchoSize size : sizes) {
            long[] counts = paths.computeIfAbsent(
                            new Path(size.requester(), size.responder()),
                            fresh -> new TreeMap<>(Comparator.naturalOrder()))
                    .computeIfAbsent(size.dataBytes(), fresh -> new long[2]);
            counts[0] += size.answered();
            counts[1] += size.lost();
        }
        Map<Path, BlackHole> holes = new TreeMap<>();
        paths.forEach((path, bySize) -> addHole(holes, path, bySize));
        return holes;
    }

    private static void addHole(Map<Path, BlackHole> holes, Path path, NavigableMap<Integer, long[]> bySize) {
        for (Map.Entry<Integer, long[]> answered : bySize.descendingMap().entrySet()) {
            if (answered.getValue()[0] == 0) {
                continue;
            }
            if (answered.getValue()[0] >= ENOUGH) { // and no larger one was answered at all
                bySize.tailMap(answered.getKey(), false).entrySet().stream()
                        .filter(larger -> larger.getKey() >= LARGE && larger.getValue()[1] >= ENOUGH)
                        .findFirst()
                        .ifPresent(lost -> holes.put(path, hole(answered, lost)));
            }
            return;
        }
    }

    private static BlackHole hole(Map.Entry<Integer, long[]> answered, Map.Entry<Integer, long[]> lost) {
        return new BlackHole(answered.getKey(), answered.getValue()[0], lost.getKey(), lost.getValue()[1]);
    }
}
