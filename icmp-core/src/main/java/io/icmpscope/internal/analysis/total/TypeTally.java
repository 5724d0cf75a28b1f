package io.icmpscope.internal.analysis.total;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.analysis.collect.Spread;
import io.icmpscope.internal.analysis.collect.Tally;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.Statistics.TypeCount;

/** How many messages of which type and code? Exact whatever the capture: there are at most 2 * 256 * 257 keys. */
public final class TypeTally implements Collector {

    private static final int MOST = 2 * 256 * 257;

    private final Tally<Integer> types = new Tally<>(MOST, type -> Spread.of(0, type));

    /** Makes a tally of nothing. */
    public TypeTally() {}

    @Override
    public void see(PacketView view) {
        int code = view.code() + 1; // so that "not captured" comes first
        Tally.Counts counts = types.of((view.icmpVersion() << 8 | view.type()) << 9 | code);
        counts.first++;
        counts.bytes += view.capturedBytes();
    }

    @Override
    public void merge(Collector other) {
        types.merge(((TypeTally) other).types);
    }

    @Override
    public void contribute(ReportDraft draft) {
        draft.byType = types.byKey(MOST, TypeTally::entry).entries();
    }

    private static TypeCount entry(int key, Tally.Counts counts) {
        int code = (key & 0x1FF) - 1;
        return new TypeCount(
                key >>> 17, key >>> 9 & 0xFF, code < 0 ? null : Integer.valueOf(code), counts.first, counts.bytes);
    }
}
