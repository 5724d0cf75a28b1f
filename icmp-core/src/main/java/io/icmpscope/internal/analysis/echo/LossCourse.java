package io.icmpscope.internal.analysis.echo;

import static java.util.Objects.requireNonNull;

import io.icmpscope.internal.packet.PacketEntries;
import io.icmpscope.report.EchoSeries;
import java.util.ArrayList;
import java.util.List;

/** Runs of lost requests by when they began; many near to each other are joined. */
final class LossCourse extends TimeCells {

    private static final int LAST = 2;
    private static final int COUNT = 3;

    private final long[] open = new long[4]; // the latest run, which may grow; none when it counts nothing

    LossCourse(int most) {
        super(4, most);
    }

    void add(long sentNanos, long frame) {
        boolean first = open[COUNT] == 0;
        if (first || sentNanos < open[TIME]) {
            open[TIME] = sentNanos;
            open[FRAME] = frame;
        }
        open[LAST] = first ? sentNanos : Math.max(open[LAST], sentNanos);
        open[COUNT]++;
    }

    /** Ends the latest run. */
    void end() {
        if (open[COUNT] > 0) {
            add(open);
            open[COUNT] = 0;
        }
    }

    /** A cell has one row. */
    @Override
    void take(long[] run, int begin, int end) {
        if (begin == end) {
            insert(run, begin, end);
            return;
        }
        if (!isBefore(begin, run)) {
            set(begin, TIME, run[TIME]);
            set(begin, FRAME, run[FRAME]);
        }
        set(begin, LAST, Math.max(get(begin, LAST), run[LAST]));
        set(begin, COUNT, get(begin, COUNT) + run[COUNT]);
    }

    List<EchoSeries.Loss> list() {
        end();
        List<EchoSeries.Loss> losses = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) {
            losses.add(new EchoSeries.Loss(
                    requireNonNull(PacketEntries.instant(get(i, TIME))),
                    requireNonNull(PacketEntries.instant(get(i, LAST))),
                    get(i, COUNT),
                    get(i, FRAME)));
        }
        return losses;
    }
}
