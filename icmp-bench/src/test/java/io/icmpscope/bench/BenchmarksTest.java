package io.icmpscope.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each benchmark computes is what the generator made, and what the library reports. */
class BenchmarksTest {

    private final BenchmarkCapture capture = new BenchmarkCapture();
    private final Rate rate = new Rate();

    static Stream<Arguments> captures() {
        return Stream.of(CaptureKind.values())
                .flatMap(kind -> Stream.of(WayIn.values()).map(access -> Arguments.of(kind, access)));
    }

    private IcmpReport generate(CaptureKind kind, WayIn access) throws IOException {
        capture.capture = kind;
        capture.access = access;
        capture.megabytes = 3;
        capture.generate();
        return IcmpAnalyzer.analyze(capture.file());
    }

    @AfterEach
    void theCaptureIsDeleted() throws IOException {
        capture.delete();
        assertFalse(Files.exists(capture.file()));
    }

    @ParameterizedTest
    @MethodSource("captures")
    void theWalkCountsAllFrames(CaptureKind kind, WayIn access) throws IOException {
        IcmpReport report = generate(kind, access);
        long frames = new WalkBenchmark().frames(capture, rate);
        assertEquals(capture.truth().totalPackets(), frames);
        assertEquals(report.totalPackets(), frames);
        assertRateCountsTheCapture();
    }

    @ParameterizedTest
    @MethodSource("captures")
    void theWalkCountsAllMessages(CaptureKind kind, WayIn access) throws IOException {
        IcmpReport report = generate(kind, access);
        long messages = new WalkBenchmark().messages(capture, rate);
        assertEquals(capture.truth().icmpPackets(), messages);
        assertEquals(report.icmpPackets(), messages);
        assertRateCountsTheCapture();
    }

    @ParameterizedTest
    @MethodSource("captures")
    void theReportIsThatOfTheLibrary(CaptureKind kind, WayIn access) throws IOException {
        IcmpReport report = generate(kind, access);
        IcmpReport measured = new AnalyzeBenchmark().report(capture, new Threads(), rate);
        assertEquals(capture.truth().icmpPackets(), measured.icmpPackets());
        assertEquals(capture.truth().lost(), measured.echo().lost());
        assertEquals(report.statistics(), measured.statistics());
        assertEquals(report.echo(), measured.echo());
        assertEquals(report.packets(), measured.packets());
        assertRateCountsTheCapture();
    }

    @ParameterizedTest
    @MethodSource("captures")
    void theEntriesAreAllMessages(CaptureKind kind, WayIn access) throws IOException {
        IcmpReport report = generate(kind, access);
        IcmpReport whole = IcmpAnalyzer.analyze(
                capture.file(), AnalysisOptions.defaults().withMaxPackets((int) report.icmpPackets()));
        long sum =
                whole.packets().stream().mapToLong(entry -> entry.frameNumber()).sum();
        assertEquals(capture.truth().icmpPackets(), whole.packets().size());
        assertEquals(sum, new AnalyzeBenchmark().entries(capture, rate));
        assertRateCountsTheCapture();
    }

    private void assertRateCountsTheCapture() throws IOException {
        assertEquals(capture.truth().totalPackets(), rate.packets);
        assertEquals(Files.size(capture.file()), rate.bytes);
    }
}
