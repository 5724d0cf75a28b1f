package io.icmpscope.mcp.command;

import io.icmpscope.mcp.call.Progress;
import io.icmpscope.mcp.call.ProgressListener;
import io.icmpscope.mcp.words.Figures;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One line on the terminal that says how far the work is, and is gone when the work has ended, also by Ctrl-C. Draws
 * nothing where nobody looks. Thread-safe.
 */
final class ProgressBar implements ProgressListener, AutoCloseable {

    private static final String ERASE = "\r\u001b[K";
    private static final int USUAL_WIDTH = 80;
    private static final int LONGEST_BAR = 30;
    private static final double NANOS = 1e9; // of a second

    private final PrintWriter terminal;
    private final int width;
    private final LongSupplier nanoTime;
    private final long start;
    private boolean drawn;
    private boolean ended;

    /**
     * Begins to measure the time.
     *
     * @param terminal where to draw
     * @param width how many columns it has
     * @param nanoTime the clock
     */
    ProgressBar(PrintWriter terminal, int width, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.width = width;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    /** A bar for the work that begins now, on standard error if that is a terminal. */
    static ProgressBar on(Console console) {
        ProgressBar bar = new ProgressBar(console.err(), width(System.getenv("COLUMNS")), System::nanoTime);
        bar.ended = !console.isTerminal(StandardStream.ERROR);
        return bar;
    }

    /** The same for work that writes lines to standard output meanwhile: not if these are on the terminal too. */
    static ProgressBar beside(Console console) {
        ProgressBar bar = on(console);
        bar.ended |= console.isTerminal(StandardStream.OUTPUT);
        return bar;
    }

    /** The width that the environment names, or the usual one. */
    static int width(@Nullable String columns) {
        return columns != null && columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
    }

    @Override
    public synchronized void at(Progress progress) {
        if (ended) {
            return;
        }
        if (!drawn) {
            drawn = true;
            Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        }
        terminal.print(ERASE + line(progress));
        terminal.flush();
    }

    /** Leaves the terminal as it was. */
    @Override
    public synchronized void close() {
        if (drawn && !ended) {
            terminal.print(ERASE);
            terminal.flush();
        }
        ended = true;
    }

    private String line(Progress progress) {
        double seconds = (nanoTime.getAsLong() - start) / NANOS;
        double perSecond = progress.bytes() / seconds;
        String rate = Figures.megabytes((long) perSecond) + "/s";
        String line = progress.total() == Progress.UNKNOWN
                ? progress.sentence() + "  " + rate + "  " + clock(seconds)
                : withBar(progress, rate + "  " + clock((progress.total() - progress.bytes()) / perSecond) + " left");
        return line.substring(0, Math.min(line.length(), width - 1)); // the last column would wrap
    }

    private String withBar(Progress progress, String end) {
        double share = progress.total() == 0 ? 1 : Math.min(1.0, (double) progress.bytes() / progress.total());
        String start = progress.doing() + String.format(Locale.ROOT, " %3d %%  ", (int) (100 * share));
        int room = Math.min(LONGEST_BAR, width - 1 - start.length() - end.length() - "[]  ".length());
        if (room <= 0) {
            return start + end;
        }
        int full = (int) (room * share);
        return start + "[" + "#".repeat(full) + "-".repeat(room - full) + "]  " + end;
    }

    private static String clock(double seconds) {
        if (Double.isNaN(seconds) || seconds >= 360_000) {
            return "?";
        }
        long whole = Math.max(0, Math.round(seconds));
        String end = String.format(Locale.ROOT, "%02d:%02d", whole / 60 % 60, whole % 60);
        return whole < 3600 ? end : whole / 3600 + ":" + end;
    }
}
