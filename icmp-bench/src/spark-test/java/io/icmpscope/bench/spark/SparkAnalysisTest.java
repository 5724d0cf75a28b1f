package io.icmpscope.bench.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.bench.GenerateCapture;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.CaptureFacts;
import io.icmpscope.report.CaptureWarning;
import io.icmpscope.report.CaptureWarning.Code;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Listing;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two workers, each a process of its own, give the report of one machine. */
class SparkAnalysisTest {

    private static final Path LAB = Path.of("../icmp-core/src/test/resources/lab");
    private static final AnalysisOptions OPTIONS = AnalysisOptions.defaults().withMaxPackets(3_000);
    private static final Duration HANGS = Duration.ofMinutes(5);

    /** One process starts all of them, which takes most of the time. */
    private static JavaSparkContext spark;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        SparkConf settings = new SparkConf()
                .setMaster("local-cluster[2,1,1024]")
                .setAppName("test")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.executor.extraClassPath", ourClasses());
        spark = assertTimeoutPreemptively(HANGS, () -> new JavaSparkContext(settings));
    }

    @AfterAll
    static void stop() {
        if (spark != null) {
            spark.close();
        }
    }

    /** What the workers need beside Spark itself. */
    private static String ourClasses() throws URISyntaxException {
        return Stream.of(IcmpAnalyzer.class, SparkAnalysis.class)
                .map(one -> new File(one.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath()))
                .map(File::getPath)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void rotatedCapturesGiveTheReportOfOneMachine() throws IOException {
        cut("ping4-loss", 1); // between a request and its reply
        cut("fragments4-overlap", 1); // between the fragments of a message
        cut("fragments4-death", 3);
        cut("fragments6-cases", 3);
        IcmpReport report = same();
        assertEquals(8, report.captures().size());
        assertTrue(
                report.packets().stream()
                        .anyMatch(packet -> packet.requestFrame() != null
                                && isElsewhere(report, packet.requestFrame(), packet.frameNumber())),
                "a reply in another file");
        assertTrue(
                report.packets().stream()
                        .anyMatch(packet -> packet.fragments().size() > 1
                                && isElsewhere(report, packet.fragments().get(0), packet.frameNumber())),
                "a fragment in another file");
        assertTrue(report.findings().total() > 0, "findings");
    }

    @Test
    void soDoCapturesOfOneTime() throws IOException {
        for (String scene : tcpTraceroutes()) {
            CutCapture.alternating(lab(scene), file(scene + "-even"), file(scene + "-odd"));
        }
        IcmpReport report = same();
        assertTrue(report.traceroutes().total() > 0, "traceroutes");
    }

    @Test
    void soDoGeneratedOnesOfManyHosts() throws IOException {
        generate("pings", "--packets", "20000", "--sessions", "200", "--seed", "1", file("pings").toString());
        generate("sweep", "--packets", "5000", "--format", "pcapng", "--seed", "2", file("sweep").toString());
        assertTrue(same().echo().sessions().total() > 200);
    }

    @Test
    void oneCaptureIsReportedAsOne() throws IOException {
        Files.copy(lab("ping4-loss"), file("only"));
        assertEquals(List.of(), same().captures());
    }

    @Test
    void whatIsMissingOrNoCaptureIsAWarning() throws IOException {
        Files.copy(lab("ping4-loss"), file("good"));
        byte[] whole = Files.readAllBytes(lab("fragments4-death"));
        Files.write(file("damaged"), Arrays.copyOf(whole, whole.length - 7));
        List<String> readable = captures();
        Files.writeString(file("notes.txt"), "captured on Tuesday");
        Files.createFile(file("empty"));
        String missing = file("missing").toString();
        List<String> all = new ArrayList<>(captures());
        all.add(missing);

        IcmpReport report = onSpark(all);
        List<CaptureWarning> warnings = report.capture().warnings().entries();
        assertEquals(
                List.of(file("empty").toString(), missing, file("notes.txt").toString()),
                warnings.stream()
                        .filter(warning -> warning.code() == Code.UNREADABLE)
                        .map(CaptureWarning::file)
                        .toList());
        assertTrue(warnings.stream().anyMatch(warning -> warning.code() == Code.CUT_SHORT), warnings::toString);
        IcmpReport expected = IcmpAnalyzer.analyze(paths(readable), OPTIONS);
        assertEquals(expected, without(report, Code.UNREADABLE));
        assertFalse(expected.packets().isEmpty());
    }

    private static void generate(String... words) throws IOException {
        GenerateCapture.main(words);
    }

    private static IcmpReport without(IcmpReport report, Code code) {
        Listing<CaptureWarning> told = report.capture().warnings();
        List<CaptureWarning> others =
                told.entries().stream().filter(warning -> warning.code() != code).toList();
        CaptureFacts facts = report.capture().withWarnings(new Listing<>(others, told.omitted()));
        return new IcmpReport(
                report.totalPackets(),
                report.icmpPackets(),
                facts,
                report.captures(),
                report.statistics(),
                report.echo(),
                report.outages(),
                report.traceroutes(),
                report.errors(),
                report.pathMtu(),
                report.redirects(),
                report.payloadClasses(),
                report.routers(),
                report.neighbors(),
                report.multicast(),
                report.findings(),
                report.limitsHit(),
                report.packets(),
                report.options());
    }

    /** Whether a capture begins between two frames. */
    private static boolean isElsewhere(IcmpReport report, long before, long after) {
        return report.captures().stream().anyMatch(file -> before < file.firstFrame() && file.firstFrame() <= after);
    }

    private void cut(String scene, int records) throws IOException {
        CutCapture.behind(lab(scene), records, file(scene + "-1"), file(scene + "-2"));
    }

    /** Scenes whose last hop answered a segment of TCP. */
    private static List<String> tcpTraceroutes() throws IOException {
        try (Stream<Path> files = Files.list(LAB)) {
            List<String> scenes = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains("tcp") && name.endsWith(".pcap"))
                    .map(name -> name.substring(0, name.length() - ".pcap".length()))
                    .sorted()
                    .toList();
            assertFalse(scenes.isEmpty());
            return scenes;
        }
    }

    /** Analyses all files of the folder both ways, and returns the report when both give the same. */
    private IcmpReport same() throws IOException {
        List<String> captures = captures();
        IcmpReport alone = IcmpAnalyzer.analyze(paths(captures), OPTIONS);
        assertEquals(alone, onSpark(captures));
        return alone;
    }

    private static IcmpReport onSpark(List<String> captures) {
        return assertTimeoutPreemptively(
                HANGS, () -> SparkAnalysis.of(Objects.requireNonNull(spark), captures, OPTIONS));
    }

    private List<String> captures() throws IOException {
        return AnalyzeOnSpark.captures(List.of(folder.toString()));
    }

    private static List<Path> paths(List<String> captures) {
        return captures.stream().map(Path::of).toList();
    }

    private static Path lab(String scene) {
        return LAB.resolve(scene + ".pcap");
    }

    private Path file(String name) {
        return folder.resolve(name);
    }
}
