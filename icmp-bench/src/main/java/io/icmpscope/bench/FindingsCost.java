package io.icmpscope.bench;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.Workers;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Listing;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The command that tells what findings cost: it analyses a capture without and with them in turn, so that a noisy machine is
 * unfair to both alike, and compares the processor time of the thread. Reports must be equal but for the findings.
 */
public final class FindingsCost {

    private static final int WARM_UP = 15; // rounds that the compiler needs: rules run once a round
    private static final int ROUNDS = 25;
    private static final double NANOS = 1e9;
    private static final Workers ALONE = Workers.threads(1); // the thread that is measured

    private FindingsCost() {}

    /**
     * Measures and prints the medians and the ratio.
     *
     * @param args the file, and how many rounds if not 25
     * @throws IOException when the file cannot be read
     */
    public static void main(String[] args) throws IOException {
        int rounds = ROUNDS;
        try {
            if (args.length < 1 || args.length > 2) {
                throw new IllegalArgumentException("missing: FILE");
            }
            rounds = args.length < 2 ? ROUNDS : (int) Words.number("ROUNDS", args[1], 1, Short.MAX_VALUE);
        } catch (IllegalArgumentException misuse) {
            System.err.println(misuse.getMessage());
            System.err.println("usage: FindingsCost FILE [ROUNDS]");
            System.exit(2);
        }
        measure(Path.of(args[0]), rounds, System.out);
    }

    static void measure(Path file, int rounds, PrintStream out) throws IOException {
        double[] without = new double[rounds];
        double[] with = new double[rounds];
        double[] ratios = new double[rounds];
        AnalysisOptions findings = AnalysisOptions.defaults();
        AnalysisOptions none = findings.withFindings(false);
        long found = check(file, findings, none);
        for (int round = -WARM_UP; round < rounds; round++) {
            double first = seconds(file, none);
            double second = seconds(file, findings);
            if (round >= 0) {
                without[round] = first;
                with[round] = second;
                ratios[round] = second / first;
            }
        }
        out.printf(
                Locale.ROOT,
                "without findings %.3f s, with %.3f s of processor time (medians of %d rounds); ratio %.3f (%.3f to %.3f);"
                        + " %d findings%n",
                median(without),
                median(with),
                rounds,
                median(ratios),
                ratios[0],
                ratios[rounds - 1],
                found);
    }

    /** Both reports say the same; says how many findings there are. */
    private static long check(Path file, AnalysisOptions findings, AnalysisOptions none) throws IOException {
        IcmpReport judged = IcmpAnalyzer.analyze(file, findings, ALONE);
        IcmpReport plain = IcmpAnalyzer.analyze(file, none, ALONE);
        IcmpReport same = judged.withFindings(Listing.whole(List.of())).withOptions(none);
        if (!plain.equals(same)) {
            throw new IllegalStateException("the reports with and without findings differ");
        }
        return judged.findings().total();
    }

    private static double seconds(Path file, AnalysisOptions options) throws IOException {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long begin = thread.getCurrentThreadCpuTime();
        IcmpAnalyzer.analyze(file, options, ALONE);
        return (thread.getCurrentThreadCpuTime() - begin) / NANOS;
    }

    /** Sorts, so that the first and the last are the least and the most. */
    private static double median(double[] figures) {
        Arrays.sort(figures);
        return figures[figures.length / 2];
    }
}
