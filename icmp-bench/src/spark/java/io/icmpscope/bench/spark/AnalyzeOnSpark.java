package io.icmpscope.bench.spark;

import io.icmpscope.report.Access;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** The command for {@code spark-submit}: analyses all files of some directories as one timeline, and prints its totals. */
public final class AnalyzeOnSpark {

    private AnalyzeOnSpark() {}

    /**
     * Analyses captures and prints the totals, the findings, and what could not be read.
     *
     * @param args directories and files, which the driver and all workers find under these paths
     * @throws IOException when a directory cannot be listed
     */
    public static void main(String[] args) throws IOException {
        if (args.length == 0) {
            System.err.println("usage: AnalyzeOnSpark DIRECTORY|FILE...");
            System.exit(2);
        }
        AnalysisOptions options = AnalysisOptions.defaults().withAccess(Access.READ); // files may be on a network
        SparkConf settings = new SparkConf().setIfMissing("spark.app.name", "icmpscope");
        try (JavaSparkContext spark = new JavaSparkContext(settings)) {
            print(SparkAnalysis.of(spark, captures(List.of(args)), options));
        }
    }

    /** The files that are named, and those of directories that are named. */
    static List<String> captures(List<String> words) throws IOException {
        List<String> captures = new ArrayList<>();
        for (String word : words) {
            Path path = Path.of(word).toAbsolutePath();
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.list(path)) {
                    files.filter(Files::isRegularFile).sorted().forEach(file -> captures.add(file.toString()));
                }
            } else {
                captures.add(path.toString());
            }
        }
        return captures;
    }

    private static void print(IcmpReport report) {
        System.out.println("packets " + report.totalPackets() + ", icmp " + report.icmpPackets() + ", sessions "
                + report.echo().sessions().total() + ", sent " + report.echo().sent() + ", received "
                + report.echo().received() + ", lost " + report.echo().lost());
        report.findings().entries().forEach(finding -> System.out.println(finding.severity() + " " + finding.id()));
        report.capture()
                .warnings()
                .entries()
                .forEach(warning -> System.out.println(warning.file() + ": " + warning.message()));
        report.limitsHit()
                .forEach(hit -> System.out.println(
                        "limit of " + hit.value() + " " + hit.limit() + ", " + hit.omitted() + " omitted"));
    }
}
