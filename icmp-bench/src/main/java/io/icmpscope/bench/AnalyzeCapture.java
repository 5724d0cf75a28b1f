package io.icmpscope.bench;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.report.Access;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** The command that analyses a capture once, so that a whole process can be timed beside other programs. */
public final class AnalyzeCapture {

    private AnalyzeCapture() {}

    /**
     * Analyses a capture and prints its totals, and which limits it reached.
     *
     * @param args {@code mapped} or {@code read}, and the file
     * @throws IOException when the file cannot be read
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("usage: AnalyzeCapture mapped|read FILE");
            System.exit(2);
        }
        Access access = Access.valueOf(args[0].toUpperCase(Locale.ROOT));
        IcmpReport report = IcmpAnalyzer.analyze(
                Path.of(args[1]), AnalysisOptions.defaults().withAccess(access));
        System.out.println("packets " + report.totalPackets() + ", icmp " + report.icmpPackets() + ", sessions "
                + report.echo().sessions().total() + ", sent " + report.echo().sent() + ", received "
                + report.echo().received() + ", lost " + report.echo().lost());
        report.limitsHit()
                .forEach(hit -> System.out.println(
                        "limit of " + hit.value() + " " + hit.limit() + ", " + hit.omitted() + " omitted"));
    }
}
