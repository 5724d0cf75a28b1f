package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.capture.Frame;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The busiest second of some messages, in steps of 100 ms. */
final class Peak implements Serializable {

    private static final long STEP = LinkMessage.SECOND / 10;
    private static final int STEPS = 10;
    private static final int LATEST = 10;

    private final long[] counts = new long[STEPS];
    private final long[] latest = new long[LATEST]; // frames
    private List<Long> frames = List.of();
    private long step = Long.MIN_VALUE; // the latest one
    private long now; // messages in the second that ends with it
    private long most;
    private long noted;

    Peak() {}

    void note(LinkMessage message) {
        if (message.nanos() == Frame.NO_TIME) {
            return;
        }
        long at = Math.floorDiv(message.nanos(), STEP);
        if (step == Long.MIN_VALUE || Math.abs(at - step) >= STEPS) {
            Arrays.fill(counts, 0);
            now = 0;
            step = at;
        }
        for (; step < at; step++) {
            int next = Math.floorMod(step + 1, STEPS);
            now -= counts[next];
            counts[next] = 0;
        }
        counts[Math.floorMod(step, STEPS)]++; // a clock that went back a little stands still
        now++;
        latest[(int) (noted++ % LATEST)] = message.frame();
        if (now > most) {
            most = now;
            snapshot();
        }
    }

    private void snapshot() {
        if (most % LATEST != 0) {
            return; // once in ten is enough for evidence
        }
        List<Long> list = new ArrayList<>(LATEST);
        for (long frame : latest) {
            list.add(frame);
        }
        list.sort(null);
        frames = list.stream().distinct().toList();
    }

    /** How many there were in the busiest second. */
    long most() {
        return most;
    }

    /** Ten frames of that second, when there were ten. */
    List<Long> frames() {
        return frames;
    }
}
