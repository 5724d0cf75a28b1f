package io.icmpscope.internal.analysis.total;

import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.Statistics.RangeCount;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How far did the messages come, and how far could they still go? Systems send with 32, 64, 128 or 255, and each router
 * takes one off: these stand alone, and so do 0 and 1, behind which nothing comes; below each lie those of up to 15
 * routers, and then the others.
 */
final class TtlTally implements Serializable {

    private static final int VALUES = 256;

    private static final int[] CLASS_STARTS = {0, 1, 2, 17, 32, 33, 49, 64, 65, 113, 128, 129, 240, 255};

    private final long[] counts = new long[VALUES];

    TtlTally() {}

    void see(PacketView view) {
        counts[view.ttl()]++;
    }

    /** Takes many messages of one {@link Shape}. */
    void add(long shape, long messages) {
        counts[Shape.ttl(shape)] += messages;
    }

    void merge(TtlTally other) {
        for (int ttl = 0; ttl < VALUES; ttl++) {
            counts[ttl] += other.counts[ttl];
        }
    }

    void contribute(ReportDraft draft) {
        List<RangeCount> ttls = new ArrayList<>();
        for (int i = 0; i < CLASS_STARTS.length; i++) {
            int from = CLASS_STARTS[i];
            int end = i + 1 < CLASS_STARTS.length ? CLASS_STARTS[i + 1] : VALUES;
            long sum = 0;
            for (int ttl = from; ttl < end; ttl++) {
                sum += counts[ttl];
            }
            if (sum > 0) {
                ttls.add(new RangeCount(from, end - 1, sum));
            }
        }
        draft.ttls = ttls;
    }
}
