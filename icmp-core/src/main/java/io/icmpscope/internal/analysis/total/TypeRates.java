package io.icmpscope.internal.analysis.total;

import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.Rate;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts of each type by time, in cells of seconds since 1970. Cells are a second wide until those that have counts are too
 * many: then five seconds, fifteen and so on. That depends on the messages alone, so that parts merge exactly whatever their
 * order. Each width divides the next one, and that of the buckets while there are fewer than forty types. With more of them
 * a cell counts to the bucket in which it begins.
 */
final class TypeRates implements Serializable {

    /** How many cells there are at most, so many as {@link RateCells} has; all of them take 16 MiB. */
    static final int MOST_CELLS = 1 << 17;

    private static final int KEY_BITS = 9; // 256 types of two versions
    private static final int KEYS = 1 << KEY_BITS;
    private static final int TYPES = KEYS / 2;

    /** In seconds; beyond them days are doubled. */
    private static final long[] WIDTHS = {1, 5, 15, 30, 60, 300, 900, 1_800, 3_600, 7_200, 21_600, 43_200, 86_400};

    /** The messages and bytes of each cell, by its place in time and then by type. */
    private TreeMap<Long, long[]> cells = new TreeMap<>();

    private long width = 1;

    // Of the latest second: what is not in its cells yet.
    private final int[] touched = new int[KEYS];
    private final long[] messages = new long[KEYS];
    private final long[] bytes = new long[KEYS];
    private int touchedKeys;

    TypeRates() {}

    void see(PacketView view) {
        int key = (view.icmpVersion() == 4 ? 0 : TYPES) | view.type();
        if (messages[key] == 0) {
            touched[touchedKeys++] = key;
        }
        messages[key]++;
        bytes[key] += view.capturedBytes();
    }

    /** Takes what was seen since the last call as that of a second. */
    void endSecond(long second) {
        for (int i = 0; i < touchedKeys; i++) {
            int key = touched[i];
            add(second, key, messages[key], bytes[key]);
            messages[key] = 0;
            bytes[key] = 0;
        }
        touchedKeys = 0;
    }

    void add(long second, int key, long count, long size) {
        put(second, key, count, size);
        while (cells.size() > MOST_CELLS) {
            widen();
        }
    }

    private void put(long second, int key, long count, long size) {
        long[] cell = cells.computeIfAbsent(Math.floorDiv(second, width) << KEY_BITS | key, fresh -> new long[2]);
        cell[0] += count;
        cell[1] += size;
    }

    private void widen() {
        TreeMap<Long, long[]> narrow = cells;
        long narrowWidth = width;
        cells = new TreeMap<>();
        width = next(width);
        narrow.forEach((cell, counts) -> put(begin(cell, narrowWidth), key(cell), counts[0], counts[1]));
    }

    private static long next(long width) {
        for (long wider : WIDTHS) {
            if (wider > width) {
                return wider;
            }
        }
        return 2 * width;
    }

    private static long begin(long cell, long width) {
        return (cell >> KEY_BITS) * width;
    }

    private static int key(long cell) {
        return (int) cell & (KEYS - 1);
    }

    /** Adds the counts of another one, whose seconds are ended. */
    void merge(TypeRates other) {
        while (width < other.width) {
            widen();
        }
        other.cells.forEach((cell, counts) -> add(begin(cell, other.width), key(cell), counts[0], counts[1]));
    }

    /** Joins cells to buckets of some seconds, for each type there was. */
    List<Rate.OfType> list(long bucketSeconds) {
        TreeMap<Integer, TreeMap<Long, long[]>> types = new TreeMap<>();
        cells.forEach((cell, counts) -> {
            long bucket = Math.floorDiv(begin(cell, width), bucketSeconds) * bucketSeconds;
            long[] sum = types.computeIfAbsent(key(cell), fresh -> new TreeMap<>())
                    .computeIfAbsent(bucket, fresh -> new long[2]);
            sum[0] += counts[0];
            sum[1] += counts[1];
        });
        List<Rate.OfType> list = new ArrayList<>();
        types.forEach(
                (key, buckets) -> list.add(new Rate.OfType(key < TYPES ? 4 : 6, key & (TYPES - 1), buckets(buckets))));
        return list;
    }

    private static List<Rate.Bucket> buckets(SortedMap<Long, long[]> sums) {
        return sums.entrySet().stream()
                .map(sum -> new Rate.Bucket(Instant.ofEpochSecond(sum.getKey()), sum.getValue()[0], sum.getValue()[1]))
                .toList();
    }
}
