package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.PacketView;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The seconds in which a ping asked so often that they are kept one by one: the first ones, up to a number. */
final class BusySeconds implements Serializable {

    /** Requests that make a second busy: half of what is a flood, so that those of ordinary pings cost nothing. */
    static final int BUSY = 50;

    /** A second is rounded to by this. */
    static final long NANOS = 1_000_000_000L;

    private static final int SESSION_BYTES = 200;
    private static final int FIRST_ROOM = 4;

    // An entry: when the second began, its requests, their bytes, the frame of the one that made it busy.
    private static final int BEGIN = 0;
    private static final int COUNT = 1;
    private static final int BYTES = 2;
    private static final int FRAME = 3;
    private static final int WORDS = 4;

    private long[] entries = new long[FIRST_ROOM * WORDS];
    private int size;

    /** When the second of a time began. */
    static long begin(long nanos) {
        return nanos == Frame.NO_TIME ? nanos : Math.floorDiv(nanos, NANOS) * NANOS;
    }

    /** Takes a request of a busy second, and with the one that makes it busy those before it. */
    void add(long secondNanos, int inSecond, int bytesInSecond, PacketView view) {
        if (inSecond == BUSY && size < Pace.MOST_BUSY) {
            open(secondNanos, bytesInSecond, view.frameNumber());
        } else if (inSecond > BUSY && entries[(size - 1) * WORDS + BEGIN] == secondNanos) {
            entries[(size - 1) * WORDS + COUNT]++;
            entries[(size - 1) * WORDS + BYTES] += view.wireBytes();
        }
    }

    private void open(long secondNanos, int bytes, long frame) {
        int at = size++ * WORDS;
        if (at == entries.length) {
            entries = Arrays.copyOf(entries, 2 * at);
        }
        entries[at + BEGIN] = secondNanos;
        entries[at + COUNT] = BUSY;
        entries[at + BYTES] = bytes;
        entries[at + FRAME] = frame;
    }

    List<Pace.Busy> list() {
        List<Pace.Busy> list = new ArrayList<>(size);
        for (int at = 0; at < size * WORDS; at += WORDS) {
            list.add(new Pace.Busy(
                    Math.floorDiv(entries[at + BEGIN], NANOS),
                    entries[at + COUNT],
                    entries[at + BYTES],
                    entries[at + FRAME]));
        }
        return list;
    }

    /** How many sessions take as much room. */
    int weight() {
        return 1 + entries.length * Long.BYTES / SESSION_BYTES;
    }
}
