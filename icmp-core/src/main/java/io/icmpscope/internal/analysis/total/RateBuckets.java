package io.icmpscope.internal.analysis.total;

import io.icmpscope.report.Rate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins cells of time to few buckets of a width that readers like, and finds the cell with most messages. */
final class RateBuckets {

    private static final int MOST = 120;
    private static final long DAY = 86_400;

    /** In seconds; beyond them days are doubled. */
    private static final long[] WIDTHS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 21_600, 43_200, DAY
    };

    private final long width;
    private final List<Rate.Bucket> full = new ArrayList<>();
    private long begin;
    private long count;
    private long bytes;
    private long peakBegin;
    private long peakCount;

    private RateBuckets(long width) {
        this.width = width;
    }

    /** Sums up cells of which at least one has counts, and those of each type if there are such. */
    static Rate rate(RateCells cells, @Nullable TypeRates types) {
        RateBuckets buckets = new RateBuckets(width(cells));
        cells.forEach(buckets::add);
        buckets.end();
        double perSecond = (double) buckets.peakCount / cells.widthSeconds();
        Rate.Peak peak = new Rate.Peak(Instant.ofEpochSecond(buckets.peakBegin), perSecond);
        return new Rate(buckets.width, buckets.full, peak, types == null ? List.of() : types.list(buckets.width));
    }

    /** The smallest width that is one of whole cells and makes few enough buckets. */
    private static long width(RateCells cells) {
        long[] ends = {Long.MAX_VALUE, Long.MIN_VALUE};
        cells.forEach((beginSecond, cellCount, cellBytes) -> {
            ends[0] = Math.min(ends[0], beginSecond);
            ends[1] = beginSecond;
        });
        for (long width : WIDTHS) {
            if (width % cells.widthSeconds() == 0 && buckets(ends, width) <= MOST) {
                return width;
            }
        }
        long width = DAY;
        while (width % cells.widthSeconds() != 0 || buckets(ends, width) > MOST) {
            width *= 2;
        }
        return width;
    }

    private static long buckets(long[] ends, long width) {
        return Math.floorDiv(ends[1], width) - Math.floorDiv(ends[0], width) + 1;
    }

    private void add(long beginSecond, long cellCount, long cellBytes) {
        long bucket = Math.floorDiv(beginSecond, width) * width;
        if (bucket != begin) {
            end();
            begin = bucket;
        }
        count += cellCount;
        bytes += cellBytes;
        if (cellCount > peakCount) {
            peakCount = cellCount;
            peakBegin = beginSecond;
        }
    }

    private void end() {
        if (count > 0) {
            full.add(new Rate.Bucket(Instant.ofEpochSecond(begin), count, bytes));
        }
        count = 0;
        bytes = 0;
    }
}
