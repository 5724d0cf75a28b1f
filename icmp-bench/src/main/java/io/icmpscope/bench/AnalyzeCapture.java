package io.icmpscope.bench;

import io.icmpscope.Workers;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The command that analyses a capture once, so that a whole process can be timed beside other programs. */
public final class AnalyzeCapture {

    private static final String USAGE =
            "usage: AnalyzeCapture mapped|read|stream [--threads N] [--findings on|off] [--heap] FILE";

    private final WayIn way;

    private enum Findings {
        ON,
        OFF
    }

    private final Path file;
    private final AnalysisOptions options;
    private final Workers workers;
    private final boolean heap;

    private AnalyzeCapture(WayIn way, Path file, AnalysisOptions options, Workers workers, boolean heap) {
        this.way = way;
        this.file = file;
        this.options = options;
        this.workers = workers;
        this.heap = heap;
    }

    /**
     * Analyses a capture and prints its totals, and which limits it reached; on demand the heap in use after a collection, at
     * most, for which garbage is collected again and again: nothing to be timed.
     *
     * @param args see the usage text, which is printed when they cannot be understood
     */
    public static void main(String[] args) {
        AnalyzeCapture command;
        try {
            command = of(List.of(args));
        } catch (IllegalArgumentException misuse) {
            System.err.println(misuse.getMessage());
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        try {
            command.run();
        } catch (IOException unreadable) {
            System.err.println("cannot read " + command.file + ": " + unreadable.getMessage());
            System.exit(1);
        }
    }

    /** Understands the words of a command line. */
    static AnalyzeCapture of(List<String> words) {
        Deque<String> left = new ArrayDeque<>(words);
        boolean heap = left.removeFirstOccurrence("--heap");
        if (left.size() < 2 || left.size() % 2 != 0) {
            throw new IllegalArgumentException("missing: way in, file, or the value of an option");
        }
        WayIn way = Words.oneOf(WayIn.class, "way in", left.remove());
        AnalysisOptions options = AnalysisOptions.defaults();
        Workers workers = Workers.processors();
        while (left.size() > 1) {
            String option = left.remove();
            String value = left.remove();
            switch (option) {
                case "--threads" -> workers = Workers.threads((int) Words.number(option, value, 1, Integer.MAX_VALUE));
                case "--findings" ->
                    options = options.withFindings(Words.oneOf(Findings.class, option, value) == Findings.ON);
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }
        return new AnalyzeCapture(way, Path.of(left.remove()), options, workers, heap);
    }

    IcmpReport analyze() throws IOException {
        return way.analyze(file, options, workers);
    }

    private void run() throws IOException {
        if (!heap) {
            print(analyze());
            return;
        }
        try (HeapWatch watch = HeapWatch.start()) {
            IcmpReport report = analyze();
            long most = watch.most();
            print(report);
            System.out.println("heap " + most);
        }
    }

    private static void print(IcmpReport report) {
        System.out.println("packets " + report.totalPackets() + ", icmp " + report.icmpPackets() + ", sessions "
                + report.echo().sessions().total() + ", sent " + report.echo().sent() + ", received "
                + report.echo().received() + ", lost " + report.echo().lost());
        report.limitsHit()
                .forEach(hit -> System.out.println(
                        "limit of " + hit.value() + " " + hit.limit() + ", " + hit.omitted() + " omitted"));
    }
}
