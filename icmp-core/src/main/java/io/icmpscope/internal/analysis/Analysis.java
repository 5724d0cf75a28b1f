package io.icmpscope.internal.analysis;

import io.icmpscope.internal.packet.PacketPump;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.util.List;

/** Runs all collectors over a capture: the one list of the questions that a report answers. */
public final class Analysis {

    private Analysis() {}

    /**
     * Reads a capture to its end and sums it up.
     *
     * @param pump the capture, before its first message
     * @param options what to list, and the limits
     * @return the report
     * @throws IOException when the bytes cannot be read
     */
    public static IcmpReport run(PacketPump pump, AnalysisOptions options) throws IOException {
        List<Collector> collectors = collectors(options);
        PacketView view = pump.view();
        while (pump.next()) {
            for (Collector collector : collectors) {
                collector.see(view);
            }
        }
        ReportDraft draft = new ReportDraft(pump.lastTimeNanos());
        for (Collector collector : collectors) {
            collector.contribute(draft);
        }
        return draft.finish(pump.frames(), pump.messages(), pump.facts(), options);
    }

    private static List<Collector> collectors(AnalysisOptions options) {
        int maxEntries = options.maxEntries();
        return List.of(
                new TypeTally(),
                new HostTally(maxEntries),
                new EchoPairTally(),
                new UnreachableTally(maxEntries),
                EchoFold.of(options),
                new PacketLister(options.firstPacket(), options.maxPackets())); // last: needs what the folds found
    }
}
