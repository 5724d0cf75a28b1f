package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.collect.AskingHost;
import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.AnalysisOptions;
import java.util.List;

/**
 * Reads each message about a link once and tells all who watch links. Of several parts only one sees such messages: they
 * have one {@link AskingHost}.
 */
public final class LinkFold implements Collector {

    private static final int FIRST_TYPE = 130; // listener query, report, done; router and neighbour discovery, redirect
    private static final int LAST_TYPE = 137;
    private static final int REPORT_VERSION_2 = 143;

    private List<Watch> watches;
    private long seen;

    /**
     * Makes a fold that has seen nothing.
     *
     * @param options how much to keep
     */
    public LinkFold(AnalysisOptions options) {
        int most = Math.max(1, Math.min(options.maxEntries(), Math.max(64, options.maxEntries() / 32)));
        watches = List.of(
                new RouterWatch(most),
                new OwnerWatch(most),
                new CheckWatch(most),
                new ScanWatch(most),
                new NoiseWatch(most),
                new ViolationWatch(most),
                new ListenerWatch(most));
    }

    @Override
    public void see(PacketView view) {
        if (view.icmpVersion() != 6) {
            return;
        }
        int type = view.type();
        boolean known = (type >= FIRST_TYPE && type <= LAST_TYPE) || type == REPORT_VERSION_2;
        if (known && view.ipVersion() == 6) {
            seen++;
            LinkMessage message = LinkMessage.of(view);
            watches.forEach(watch -> watch.see(message));
        }
    }

    @Override
    public void merge(Collector other) {
        LinkFold that = (LinkFold) other;
        if (seen == 0) {
            watches = that.watches;
            seen = that.seen;
        }
    }

    @Override
    public void contribute(ReportDraft draft) {
        watches.forEach(watch -> watch.tell(draft.observations));
    }
}
