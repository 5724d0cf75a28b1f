package io.icmpscope.internal.analysis.finding.packet;

import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.internal.packet.FrameOrder;
import io.icmpscope.internal.packet.FrameOrder.StepBack;
import io.icmpscope.internal.packet.PacketEntries;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Times that run backwards from a frame to the next: a little, as where several queues are captured, or much, as when a
 * clock is set. A step forth cannot be told from silence.
 */
public final class ClockRule implements Rule {

    private static final double NANOS_PER_MILLI = 1e6;

    private static final Threshold STEP = new Threshold(
            "CLOCK-STEP.back", 1000, "milliseconds", "how much earlier a frame is than the one before, at least");
    private static final Threshold ORDER = new Threshold(
            "NON-MONOTONIC.back",
            1,
            "milliseconds",
            "how much earlier a frame is than the one before, at least, and less than for CLOCK-STEP");

    private static final FindingKind STEPS = new FindingKind(
            "CLOCK-STEP",
            Category.CAPTURE,
            "The time of the capture steps back: durations across the step are wrong.",
            List.of(STEP),
            List.of());
    private static final FindingKind DISORDER = new FindingKind(
            "NON-MONOTONIC",
            Category.CAPTURE,
            "Frames are not in the order of their times.",
            List.of(ORDER),
            List.of());

    private final FindingKind kind;
    private final boolean large; // steps

    private ClockRule(FindingKind kind, boolean large) {
        this.kind = kind;
        this.large = large;
    }

    /**
     * Makes the rule of large steps.
     *
     * @return the rule of CLOCK-STEP
     */
    public static ClockRule ofSteps() {
        return new ClockRule(STEPS, /* large= */ true);
    }

    /**
     * Makes the rule of small steps.
     *
     * @return the rule of NON-MONOTONIC
     */
    public static ClockRule ofDisorder() {
        return new ClockRule(DISORDER, /* large= */ false);
    }

    @Override
    public FindingKind kind() {
        return kind;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        if (merged.report().icmpPackets() == 0) {
            return; // there is nothing whose times could be wrong
        }
        double most = merged.value(STEP) * NANOS_PER_MILLI;
        double least = merged.value(ORDER) * NANOS_PER_MILLI;
        for (FrameOrder order : merged.observed(FrameOrder.class)) {
            List<StepBack> steps = order.largestSteps().stream()
                    .filter(step -> large ? step.nanos() >= most : step.nanos() >= least && step.nanos() < most)
                    .toList();
            if (!steps.isEmpty()) {
                found.accept(finding(order, steps, merged));
            }
        }
    }

    private Finding finding(FrameOrder order, List<StepBack> steps, Merged merged) {
        String where = order.file() == null ? "" : "In " + order.file() + " ";
        double largest = steps.get(0).nanos() / NANOS_PER_MILLI;
        String most = large ? Say.number(largest / 1000) + " s" : Say.number(largest) + " ms";
        List<Long> frames =
                steps.stream().map(StepBack::frame).sorted().limit(10).toList();
        List<Instant> times = steps.stream()
                .map(step -> PacketEntries.instant(step.beforeNanos()))
                .sorted()
                .toList();
        return FindingBuilder.of(kind, Severity.INFO, large ? Confidence.MEDIUM : Confidence.HIGH)
                .says(
                        large
                                ? "The time of the capture steps back by " + most
                                : "Frames are not in the order of their times",
                        where + Say.count(steps.size(), "frame")
                                + (order.stepsBack() > order.largestSteps().size() ? " or more" : "")
                                + (steps.size() == 1 ? " is" : " are") + " earlier than the one before, by up to "
                                + most + "; times between messages before and after it are wrong by as much.")
                .measured("largest_step_back_ms", largest, merged.value(large ? STEP : ORDER))
                .evidence(steps.size(), frames, times.get(0), times.get(times.size() - 1))
                .check(
                        large
                                ? "Captures that were put one behind the other in the wrong order (mergecap -a) look the same."
                                : "A card with several queues, or several interfaces in one file, deliver frames out of order.",
                        large
                                ? "Ask the capturing host's log for a change of the clock (NTP, suspend), or sort with reordercap"
                                        + " if the file was put together."
                                : "Sort with reordercap; distrust differences of time below the size of the steps.",
                        DisplayFilter.in("frame.number", frames))
                .build();
    }
}
