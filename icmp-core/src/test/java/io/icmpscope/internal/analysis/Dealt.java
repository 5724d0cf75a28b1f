package io.icmpscope.internal.analysis;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.packet.PacketPump;
import io.icmpscope.report.AnalysisOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Messages that are dealt out in turn to collectors of one kind, and what these say when they are merged. */
public final class Dealt {

    private Dealt() {}

    /** What one collector says that saw all messages. */
    public static ReportDraft whole(
            byte[] capture, AnalysisOptions options, Function<AnalysisOptions, ? extends Collector> kind)
            throws IOException {
        return merged(capture, options, kind, 1);
    }

    /** What the last of several says, which takes in the others from the first on. */
    public static ReportDraft merged(
            byte[] capture, AnalysisOptions options, Function<AnalysisOptions, ? extends Collector> kind, int parts)
            throws IOException {
        List<Collector> dealt = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            dealt.add(kind.apply(options));
        }
        ReportDraft draft;
        try (PacketPump pump = Parts.pump(capture)) {
            while (pump.next()) {
                dealt.get((int) (pump.messages() - 1) % parts).see(pump.view());
            }
            draft = new ReportDraft(options, pump.lastTimeNanos());
        }
        Collector last = dealt.remove(parts - 1);
        dealt.forEach(last::merge);
        last.contribute(draft);
        return draft;
    }
}
