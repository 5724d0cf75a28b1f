package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.analysis.collect.FirstFrames;
import io.icmpscope.internal.analysis.collect.TimeSpan;
import java.io.Serializable;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows the values of a field, and keeps the most that in a row are characters of ASCII. */
public final class TextRun implements Serializable {

    private static final int FIRST = 0x20; // what can be printed
    private static final int LAST = 0x7E;
    private static final int LEAST = 8; // fewer tell nothing

    /** Values in a row. */
    private static final class Run implements Serializable {
        final FirstFrames frames = new FirstFrames();
        final TimeSpan span = new TimeSpan();
        final BitSet different = new BitSet();
        int length;
        int descents;
        int steps;
    }

    /**
     * The longest text.
     *
     * @param length how many values it has
     * @param different how many of them are different
     * @param descents how many are smaller than the one before
     * @param steps how many follow one of the two before as a counter does
     * @param frames the frames of the first, 10 at most
     * @param firstTime the time of the first, or null
     * @param lastTime the time of the last, or null
     */
    public record Longest(
            int length,
            int different,
            int descents,
            int steps,
            List<Long> frames,
            @Nullable Instant firstTime,
            @Nullable Instant lastTime) {

        /** Keeps a copy of the list. */
        public Longest {
            frames = List.copyOf(frames);
        }
    }

    private Run run = new Run();
    private Run longest = run;
    private int last = -1;
    private int beforeLast = -1;

    /** Makes a run of nothing. */
    public TextRun() {}

    /**
     * Says whether a value may be a character: in the lower byte, or in the upper one of two.
     *
     * @param value 0 to 65,535
     * @return whether it can be printed
     */
    public static boolean isText(int value) {
        return isCharacter(value) || ((value & 0xFF) == 0 && isCharacter(value >>> 8));
    }

    private static boolean isCharacter(int value) {
        return (value >= FIRST && value <= LAST) || value == '\n' || value == '\r' || value == '\t';
    }

    /**
     * Takes the next value.
     *
     * @param value 0 to 65,535
     * @param frame the frame that it stands in
     * @param nanos the time of that
     */
    public void see(int value, long frame, long nanos) {
        if (!isText(value)) {
            end();
            return;
        }
        run.length++;
        run.descents += value < last ? 1 : 0;
        run.steps += isStep(last, value) || isStep(beforeLast, value) ? 1 : 0;
        run.different.set(value);
        run.frames.add(frame);
        run.span.note(nanos);
        beforeLast = last;
        last = value;
    }

    private static boolean isStep(int from, int to) {
        return to - from == 1 || to - from == 0x100;
    }

    private void end() {
        if (run.length > 0) {
            longest = longer();
            run = new Run();
            last = -1;
            beforeLast = -1;
        }
    }

    /** Whether the latest value may be a character. */
    boolean isOpen() {
        return run.length > 0;
    }

    private Run longer() {
        return run.length > longest.length ? run : longest;
    }

    /**
     * Returns the longest text, the first of several.
     *
     * @return what is known of it, or null when there is none worth a look
     */
    public @Nullable Longest longest() {
        Run text = longer();
        return text.length < LEAST
                ? null
                : new Longest(
                        text.length,
                        text.different.cardinality(),
                        text.descents,
                        text.steps,
                        text.frames.list(),
                        text.span.first(),
                        text.span.last());
    }
}
