package io.icmpscope.internal.analysis;

import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.packet.PacketPump;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;

/** Analyses a capture as one part, from its first message to its last. */
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
        Partial whole = new Partial(options);
        PacketView view = pump.view();
        while (pump.nextEvent()) {
            whole.see(view);
        }
        return report(pump, whole, options);
    }

    /**
     * Puts the report together.
     *
     * @param pump the capture, behind its last message
     * @param whole what was seen in it
     * @param options what to list, and the limits
     * @return the report
     */
    public static IcmpReport report(PacketPump pump, Partial whole, AnalysisOptions options) {
        return report(Captured.by(pump), whole, options);
    }

    /**
     * Puts the report together.
     *
     * @param captured what is known of the captures beside their messages
     * @param whole what was seen in them
     * @param options what to list, and the limits
     * @return the report
     */
    public static IcmpReport report(Captured captured, Partial whole, AnalysisOptions options) {
        ReportDraft draft = new ReportDraft(options, captured.lastTimeNanos());
        whole.contribute(draft);
        captured.fragmentTroubles().forEach(draft.observations::add);
        captured.frameOrders().forEach(draft.observations::add);
        IcmpReport report = draft.finish(captured.frames(), captured.messages(), captured.facts(), captured.captures());
        return options.findings() ? report.withFindings(Rules.judge(new Merged(report, draft.observations))) : report;
    }
}
