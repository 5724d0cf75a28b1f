package io.icmpscope.internal.analysis.finding.flood;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.analysis.collect.Seconds;
import io.icmpscope.internal.analysis.finding.Failures;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.Addresses;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.AnalysisOptions;

/** How many errors of a kind did an address get, or send, in each second? */
public final class LoadTally implements Collector {

    /** Destination unreachable and time exceeded to an address. */
    static final int ERRORS = 0;

    /** Port unreachable to an address. */
    static final int PORTS = 1;

    /** Port unreachable from an address. */
    static final int PORTS_FROM = 2;

    /** A row is a tenth of what an entry of other tables may take, and 16 seconds of errors may fill one. */
    private static final int ROWS_PER_ENTRY = 2;

    private static final int MOST_ROWS = 1 << 21; // so that one array holds them

    private final LoadTable table;
    private final Seconds seconds = new Seconds();

    /**
     * Makes a tally of nothing.
     *
     * @param options how many seconds of addresses to keep
     */
    public LoadTally(AnalysisOptions options) {
        table = new LoadTable((int) Math.min(MOST_ROWS, (long) ROWS_PER_ENTRY * options.maxEntries()));
    }

    @Override
    public void see(PacketView view) {
        if (view.timeNanos() == Frame.NO_TIME) {
            return;
        }
        if (Failures.isFailure(view)) {
            add(ERRORS, view);
            if (Failures.isPortUnreachable(view)) {
                add(PORTS, view);
                addTo(PORTS_FROM, view, Addresses.sourceHigh(view), Addresses.sourceLow(view));
            }
        }
    }

    private void add(int kind, PacketView view) {
        addTo(kind, view, Addresses.destinationHigh(view), Addresses.destinationLow(view));
    }

    private void addTo(int kind, PacketView view, long high, long low) {
        long second = seconds.of(view.timeNanos());
        table.add(kind, view.ipVersion(), high, low, second, 1, view.wireBytes(), view.frameNumber());
    }

    @Override
    public void merge(Collector other) {
        table.merge(((LoadTally) other).table);
    }

    @Override
    public void contribute(ReportDraft draft) {
        table.end(draft);
        draft.observations.add(new Loads(table));
    }
}
