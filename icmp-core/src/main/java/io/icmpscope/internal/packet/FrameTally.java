package io.icmpscope.internal.packet;

import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.FrameOrder.StepBack;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Counts the frames of one capture as they go by. */
final class FrameTally implements Serializable {

    private static final int MOST_FRAMES = 10;
    private static final int MOST_STEPS = 64;

    private long frames;
    private long firstFrame;
    private long firstFrameNanos = Frame.NO_TIME;
    private long truncated;
    private long firstTimed; // the number of the first frame that has a time
    private long startNanos = Frame.NO_TIME; // and that time
    private long firstTimeNanos = Long.MAX_VALUE;
    private long lastTimeNanos = Frame.NO_TIME;
    private long timeBefore = Frame.NO_TIME; // of the frame before that has one
    private final List<Long> cut = new ArrayList<>(0);
    private final PriorityQueue<StepBack> steps = new PriorityQueue<>(StepBack.SMALLEST_FIRST);
    private long stepsBack;

    void see(Frame frame) {
        if (frames++ == 0) {
            firstFrame = frame.number();
            firstFrameNanos = frame.timeNanos();
        }
        if (frame.capturedBytes() < frame.wireBytes()) {
            noteCut(frame.number());
        }
        long time = frame.timeNanos();
        if (time != Frame.NO_TIME) {
            if (time < timeBefore) {
                noteStepBack(frame.number(), timeBefore, time);
            }
            if (timeBefore == Frame.NO_TIME) {
                firstTimed = frame.number();
                startNanos = time;
            }
            timeBefore = time;
            firstTimeNanos = Math.min(firstTimeNanos, time);
            lastTimeNanos = Math.max(lastTimeNanos, time);
        }
    }

    private void noteCut(long frame) {
        if (truncated++ < MOST_FRAMES) {
            cut.add(frame);
        }
    }

    private void noteStepBack(long frame, long before, long time) {
        stepsBack++;
        if (steps.size() == MOST_STEPS && before - time <= steps.element().nanos()) {
            return; // the earlier of two as large is kept
        }
        keep(new StepBack(frame, before - time, before));
    }

    private void keep(StepBack step) {
        steps.add(step);
        if (steps.size() > MOST_STEPS) {
            steps.remove();
        }
    }

    /** Counts the frames that follow, which were counted apart with numbers of their own from 1 on. */
    void append(FrameTally next, long numbersBefore) {
        firstFrame = frames == 0 && next.frames > 0 ? numbersBefore + next.firstFrame : firstFrame;
        frames += next.frames;
        for (int i = 0; i < next.cut.size() && cut.size() < MOST_FRAMES; i++) {
            cut.add(numbersBefore + next.cut.get(i));
        }
        truncated += next.truncated;
        if (next.timeBefore == Frame.NO_TIME) {
            return;
        }
        if (timeBefore == Frame.NO_TIME) {
            firstTimed = numbersBefore + next.firstTimed;
            startNanos = next.startNanos;
        } else if (next.startNanos < timeBefore) {
            noteStepBack(numbersBefore + next.firstTimed, timeBefore, next.startNanos);
        }
        for (StepBack step : next.steps) {
            keep(new StepBack(numbersBefore + step.frame(), step.nanos(), step.beforeNanos()));
        }
        stepsBack += next.stepsBack;
        timeBefore = next.timeBefore;
        firstTimeNanos = Math.min(firstTimeNanos, next.firstTimeNanos);
        lastTimeNanos = Math.max(lastTimeNanos, next.lastTimeNanos);
    }

    /** What findings want to know of the frames of a capture, whose numbers count so many frames before. */
    FrameOrder order(@Nullable String file, long framesBefore) {
        List<StepBack> largest = new ArrayList<>(steps);
        largest.sort(StepBack.SMALLEST_FIRST.reversed());
        return new FrameOrder(
                file,
                frames,
                stepsBack,
                largest.stream().map(step -> step.behind(framesBefore)).toList(),
                truncated,
                cut.stream().map(frame -> frame + framesBefore).toList());
    }

    long frames() {
        return frames;
    }

    /** The number of the first frame, or 0 when there is none. */
    long firstFrame() {
        return firstFrame;
    }

    /** The time of the first frame, or {@link Frame#NO_TIME} when there is none, or it has none. */
    long firstFrameNanos() {
        return firstFrameNanos;
    }

    /** Frames of which fewer bytes were kept than the packet had. */
    long truncated() {
        return truncated;
    }

    @Nullable
    Instant firstTime() {
        return lastTimeNanos == Frame.NO_TIME ? null : PacketEntries.instant(firstTimeNanos);
    }

    @Nullable
    Instant lastTime() {
        return PacketEntries.instant(lastTimeNanos);
    }

    /** The latest time stamp, or {@link Frame#NO_TIME}. */
    long lastTimeNanos() {
        return lastTimeNanos;
    }
}
