package io.icmpscope.internal.analysis.total;

import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.Statistics.TypeCount;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** How many messages of which type and code? Exact whatever the capture: there are at most 2 * 256 * 257 keys, in 2 MiB. */
final class TypeTally implements Serializable {

    private static final int CODE_BITS = 9; // 256 codes, and before them "not captured"
    private static final int TYPE_BITS = 8;

    private final CountPages types = new CountPages(2 << TYPE_BITS << CODE_BITS); // messages, and bytes of their frames

    TypeTally() {}

    void see(PacketView view) {
        add(view.icmpVersion(), view.type(), view.code(), 1, view.capturedBytes());
    }

    /** Takes many messages of one {@link Shape}. */
    void add(long shape, long messages) {
        long bytes = messages * Shape.size(shape);
        add(Shape.icmpVersion(shape), Shape.type(shape), Shape.code(shape), messages, bytes);
    }

    private void add(int icmpVersion, int type, int code, long messages, long bytes) {
        int versionAndType = (icmpVersion == 4 ? 0 : 1) << TYPE_BITS | type;
        types.add(versionAndType << CODE_BITS | code + 1, messages, bytes);
    }

    void merge(TypeTally other) {
        types.merge(other.types);
    }

    void contribute(ReportDraft draft) {
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
