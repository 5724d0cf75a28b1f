package io.icmpscope.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.EchoReport;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Listing;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each benchmark of a capture in memory computes is what the generator made, and what the library reports. */
class FloorBenchmarksTest {

    private final BenchmarkFrames capture = new BenchmarkFrames();
    private final Rate rate = new Rate();

    private IcmpReport generate(CaptureKind kind) throws IOException {
        capture.capture = kind;
        capture.megabytes = 2;
        capture.generate();
        return IcmpAnalyzer.analyze(capture.bytes(), AnalysisOptions.defaults());
    }

    @ParameterizedTest
    @EnumSource
    void theDecoderFindsAllMessages(CaptureKind kind) throws IOException {
        IcmpReport report = generate(kind);
        long messages = new DecodeBenchmark().messages(capture, rate);
        assertEquals(capture.truth().icmpPackets(), messages);
        assertEquals(report.icmpPackets(), messages);
        assertRateCountsTheCapture();
    }

    @ParameterizedTest
    @EnumSource
    void theEchoEnginePairsWhatTheReportPairs(CaptureKind kind) throws IOException {
        IcmpReport report = generate(kind);
        EchoReport echo = new EchoBenchmark().pairs(capture, rate);
        assertEquals(capture.truth().sent(), echo.sent());
        assertEquals(capture.truth().received(), echo.received());
        assertEquals(capture.truth().lost(), echo.lost());
        assertEquals(report.echo(), echo);
        assertRateCountsTheCapture();
    }

    @ParameterizedTest
    @EnumSource
    void theReportWithFindingsIsThatOfTheLibrary(CaptureKind kind) throws IOException {
        IcmpReport report = generate(kind);
        assertFalse(report.findings().entries().isEmpty());
        assertEquals(report, new FindingsBenchmark().with(capture, rate));
        assertRateCountsTheCapture();
    }

    @ParameterizedTest
    @EnumSource
    void theReportWithoutFindingsLacksNothingElse(CaptureKind kind) throws IOException {
        IcmpReport report = generate(kind);
        IcmpReport plain = new FindingsBenchmark().without(capture, rate);
        assertEquals(report.withFindings(Listing.whole(List.of())).withOptions(plain.options()), plain);
        assertRateCountsTheCapture();
    }

    private void assertRateCountsTheCapture() {
        assertEquals(capture.truth().totalPackets(), rate.packets);
        assertEquals(capture.bytes().limit(), rate.bytes);
    }
}
