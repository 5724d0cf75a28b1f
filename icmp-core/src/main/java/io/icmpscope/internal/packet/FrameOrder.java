package io.icmpscope.internal.packet;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In which order the frames of a capture came by their times, and how many were cut.
 *
 * @param file the capture, when it is one of several; else null
 * @param frames how many frames it has
 * @param stepsBack how many of them are earlier than the one before
 * @param largestSteps the largest of these steps, 64 at most, largest first
 * @param cut how many frames were captured in part
 * @param cutFrames the numbers of the first of those, 10 at most
 */
public record FrameOrder(
        @Nullable String file,
        long frames,
        long stepsBack,
        List<StepBack> largestSteps,
        long cut,
        List<Long> cutFrames) {

    /** Keeps copies of the lists. */
    public FrameOrder {
        largestSteps = List.copyOf(largestSteps);
        cutFrames = List.copyOf(cutFrames);
    }

    /**
     * A frame that is earlier than the one before.
     *
     * @param frame its number
     * @param nanos by how many nanoseconds it is earlier
     * @param beforeNanos the time of the one before in nanoseconds since 1970
     */
    public record StepBack(long frame, long nanos, long beforeNanos) implements Serializable {

        static final Comparator<StepBack> SMALLEST_FIRST =
                (Comparator<StepBack> & Serializable) StepBack::compareSmallestFirst;

        private static int compareSmallestFirst(StepBack one, StepBack other) {
            return one.nanos == other.nanos
                    ? Long.compare(other.frame, one.frame)
                    : Long.compare(one.nanos, other.nanos);
        }

        StepBack behind(long framesBefore) {
            return new StepBack(frame + framesBefore, nanos, beforeNanos);
        }
    }
}
