package io.icmpscope.internal.analysis.total;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.Statistics.TypeCount;
import java.util.ArrayList;
import java.util.List;

/** How many messages of which type and code? Exact whatever the capture: there are at most 2 * 256 * 257 keys, in 2 MiB. */
public final class TypeTally implements Collector {

    private static final int CODE_BITS = 9; // 256 codes, and before them "not captured"
    private static final int TYPE_BITS = 8;

    private final CountPages types = new CountPages(2 << TYPE_BITS << CODE_BITS); // messages, and bytes of their frames

    /** Makes a tally of nothing. */
    public TypeTally() {}

    @Override
    public void see(PacketView view) {
        int version = view.icmpVersion() == 4 ? 0 : 1;
        int type = version << TYPE_BITS | view.type();
        types.add(type << CODE_BITS | view.code() + 1, 1, view.capturedBytes());
    }

    @Override
    public void merge(Collector other) {
        types.merge(((TypeTally) other).types);
    }

    @Override
    public void contribute(ReportDraft draft) {
        List<TypeCount> counts = new ArrayList<>();
        types.forEach((key, messages, bytes) -> counts.add(entry(key, messages, bytes)));
        draft.byType = counts;
    }

    private static TypeCount entry(int key, long messages, long bytes) {
        int version = key >>> (TYPE_BITS + CODE_BITS) == 0 ? 4 : 6;
        int code = (key & (1 << CODE_BITS) - 1) - 1;
        return new TypeCount(
                version, key >>> CODE_BITS & 0xFF, code < 0 ? null : Integer.valueOf(code), messages, bytes);
    }
}
