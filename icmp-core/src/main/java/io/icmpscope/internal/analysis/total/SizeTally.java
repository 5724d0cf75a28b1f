package io.icmpscope.internal.analysis.total;

import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.Statistics.RangeCount;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** How long were the frames on the wire? In classes from one power of two to the next. */
final class SizeTally implements Serializable {

    /** By the number of bits of the size; class 0 is the size 0. */
    private final long[] counts = new long[Long.SIZE];

    SizeTally() {}

    void see(PacketView view) {
        counts[bits(view.wireBytes())]++;
    }

    /** Takes many messages of one {@link Shape}. */
    void add(long shape, long messages) {
        counts[bits(Shape.size(shape))] += messages;
    }

    private static int bits(long bytes) {
        return Long.SIZE - Long.numberOfLeadingZeros(bytes);
    }

    void merge(SizeTally other) {
        for (int bits = 0; bits < counts.length; bits++) {
            counts[bits] += other.counts[bits];
        }
    }

    void contribute(ReportDraft draft) {
        List<RangeCount> sizes = new ArrayList<>();
        for (int bits = 0; bits < counts.length; bits++) {
            if (counts[bits] > 0) {
                long end = 1L << bits;
                sizes.add(new RangeCount(end >> 1, end - 1, counts[bits]));
            }
        }
        draft.sizes = sizes;
    }
}
