package io.icmpscope.internal.analysis.parallel;

import io.icmpscope.internal.analysis.Partial;
import io.icmpscope.internal.packet.PacketBatch;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Folds the messages of some asking hosts, batch by batch in their order; one thread at a time does so. */
final class Lane {

    private final int number;
    private final Partial part;
    private final Queue<Shared> batches = new ArrayDeque<>();
    private boolean busy;

    Lane(int number, Partial part) {
        this.number = number;
        this.part = part;
    }

    /** What was seen, when nothing is folded any more. */
    Partial part() {
        return part;
    }

    /** A batch that all lanes go through, and that is given back when the last of them has done so. */
    static final class Shared {
        private final PacketBatch batch;
        private final Runnable afterwards;
        private int lanes;

        Shared(PacketBatch batch, int lanes, Runnable afterwards) {
            this.batch = batch;
            this.lanes = lanes;
            this.afterwards = afterwards;
        }

        private void done() {
            boolean last;
            synchronized (this) {
                last = --lanes == 0;
            }
            if (last) {
                afterwards.run();
            }
        }
    }

    /** Lines up a batch, and has the crew fold when nobody does. */
    void add(Shared batch, Crew crew) {
        synchronized (this) {
            batches.add(batch);
            if (busy) {
                return;
            }
            busy = true;
        }
        crew.add(this::fold);
    }

    private synchronized @Nullable Shared next() {
        Shared next = batches.poll();
        busy = next != null;
        return next;
    }

    private void fold() {
        for (Shared batch = next(); batch != null; batch = next()) {
            batch.batch.forEach(number, part::see);
            batch.done();
        }
    }
}
