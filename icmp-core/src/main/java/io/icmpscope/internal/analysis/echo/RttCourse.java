package io.icmpscope.internal.analysis.echo;

import static java.util.Objects.requireNonNull;

import io.icmpscope.internal.packet.PacketEntries;
import io.icmpscope.report.EchoSeries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Round trips by when the request was sent; of many near to each other the shortest and the longest. */
final class RttCourse extends TimeCells {

    private static final int RTT = 2;

    private final long[] row = new long[3];

    RttCourse(int most) {
        super(3, most);
    }

    void add(long sentNanos, long frame, long rtt) {
        row[TIME] = sentNanos;
        row[FRAME] = frame;
        row[RTT] = rtt;
        add(row);
    }

    /** A cell has one row, or that with the shortest and that with the longest round trip. */
    @Override
    void take(long[] fresh, int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (get(i, RTT) == fresh[RTT]) {
                if (!isBefore(i, fresh)) {
                    remove(i);
                    insert(fresh, begin, end - 1);
                }
                return;
            }
        }
        if (end - begin < 2) {
            insert(fresh, begin, end);
            return;
        }
        int shortest = get(begin, RTT) < get(begin + 1, RTT) ? begin : begin + 1;
        int longest = shortest == begin ? begin + 1 : begin;
        if (fresh[RTT] < get(shortest, RTT)) {
            remove(shortest);
            insert(fresh, begin, end - 1);
        } else if (fresh[RTT] > get(longest, RTT)) {
            remove(longest);
            insert(fresh, begin, end - 1);
        }
    }

    List<EchoSeries.Answer> list() {
        List<EchoSeries.Answer> answers = new ArrayList<>(size());
        int begin = 0;
        int end = size();
        if (end > most()) { // one of two
            begin = get(0, RTT) > get(1, RTT) ? 0 : 1;
            end = begin + 1;
        }
        for (int i = begin; i < end; i++) {
            answers.add(new EchoSeries.Answer(
                    requireNonNull(PacketEntries.instant(get(i, TIME))), Duration.ofNanos(get(i, RTT)), get(i, FRAME)));
        }
        return answers;
    }
}
