package io.icmpscope.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.IcmpPackets;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.ChecksumStatus;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.PacketEntry;
import io.icmpscope.report.RttSummary;
import io.icmpscope.report.Statistics.TypeCount;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the generator says of a capture, and what the library finds in it. */
class GeneratedCaptureTest {

    private static final int SESSIONS = 200;

    @TempDir
    Path directory;

    static Stream<CaptureSpec> specs() {
        return Stream.of(TrafficKind.values()).flatMap(GeneratedCaptureTest::inEachFormat);
    }

    static Stream<CaptureSpec> specsOfPings() {
        return specs().filter(spec -> spec.kind() == TrafficKind.MIXED || spec.kind() == TrafficKind.PINGS);
    }

    private static Stream<CaptureSpec> inEachFormat(TrafficKind kind) {
        return Stream.of(CaptureFormat.values()).map(format -> new CaptureSpec(kind, format, 50_000, SESSIONS, 7));
    }

    @ParameterizedTest
    @MethodSource("specsOfPings")
    void theReportSaysWhatTheGeneratorMade(CaptureSpec spec) throws IOException {
        Truth truth = spec.generate(file());
        IcmpReport report = IcmpAnalyzer.analyze(file());
        assertEquals(spec.packets(), truth.totalPackets());
        assertEquals(truth.totalPackets(), report.totalPackets());
        assertEquals(truth.icmpPackets(), report.icmpPackets());
        assertEquals(truth.sent() + truth.received() + truth.errors(), truth.icmpPackets());
        assertEquals(truth.errors(), errors(report));
        assertEquals(List.of(), report.capture().warnings().entries());
        assertEquals(
                List.of(truth.sent(), truth.received(), truth.lost(), 0L),
                List.of(
                        report.echo().sent(),
                        report.echo().received(),
                        report.echo().lost(),
                        report.echo().pending()));
        assertEquals(bySession(truth), bySession(report));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void everyMessageHasAGoodChecksum(CaptureSpec spec) throws IOException {
        Truth truth = spec.generate(file());
        long good = 0;
        try (IcmpPackets packets = IcmpAnalyzer.packets(file(), AnalysisOptions.defaults())) {
            for (PacketEntry entry = packets.next(); entry != null; entry = packets.next()) {
                assertEquals(ChecksumStatus.GOOD, entry.checksumStatus(), () -> "frame of " + spec);
                assertEquals(List.of(), entry.problems());
                good++;
            }
        }
        assertEquals(truth.icmpPackets(), good);
    }

    @Test
    void mixedTrafficIsOneHundredthIcmpOfBothVersionsWithLossesAndErrors() throws IOException {
        Truth truth = new CaptureSpec(TrafficKind.MIXED, CaptureFormat.PCAP, 100_000, 100, 1).generate(file());
        assertEquals(1000, truth.icmpPackets(), 100);
        assertTrue(truth.errors() > 50, truth::toString);
        assertTrue(truth.lost() > 10, truth::toString);
        Map<Integer, Long> versions = IcmpAnalyzer.analyze(file()).statistics().byType().stream()
                .collect(Collectors.groupingBy(TypeCount::icmpVersion, Collectors.counting()));
        assertEquals(Map.of(4, 4L, 6, 5L), versions, "types of ICMP and of ICMPv6: echoes and errors");
    }

    @Test
    void noTwoPacketsOfASweepAreAboutTheSameHost() throws IOException {
        Truth truth = new CaptureSpec(TrafficKind.SWEEP, CaptureFormat.PCAP, 5_001, 1, 1).generate(file());
        IcmpReport report = IcmpAnalyzer.analyze(file());
        assertEquals(5000, truth.icmpPackets());
        assertEquals(truth.totalPackets(), report.totalPackets());
        assertEquals(truth.icmpPackets(), report.icmpPackets());
        assertEquals(truth.errors(), errors(report));
        assertEquals(
                List.of(1000L, 0L, 1000L, 2000L),
                List.of(
                        report.echo().sent(),
                        report.echo().received(),
                        report.echo().lost(),
                        report.echo().sessions().total()),
                "replies that nobody asked for are sessions too");
        assertEquals(1000, truth.errors());
        assertEquals(
                List.of(1000L, 2000L, 1000L),
                List.of(
                        report.errors().total(),
                        report.neighbors().total(),
                        report.routers().total()),
                "routers are neighbors");
        assertEquals(List.of(), report.limitsHit());
    }

    /** Counts from the report, because the generator knows only its own. */
    private static long errors(IcmpReport report) {
        return report.statistics().byType().stream()
                .filter(type -> type.icmpVersion() == 4 ? type.icmpType() % 8 != 0 : type.icmpType() < 128)
                .mapToLong(TypeCount::count)
                .sum();
    }

    private static Map<String, String> bySession(Truth truth) {
        return table(
                truth.sessions(),
                session -> session.requester() + " " + session.responder() + " " + session.identifier(),
                GeneratedCaptureTest::told);
    }

    private static Map<String, String> bySession(IcmpReport report) {
        return table(
                report.echo().sessions().entries(),
                session -> session.requester() + " " + session.responder() + " " + session.identifier(),
                GeneratedCaptureTest::told);
    }

    private static <T> Map<String, String> table(List<T> rows, Function<T, String> key, Function<T, String> value) {
        Map<String, String> table = new TreeMap<>();
        rows.forEach(row -> assertNull(table.put(key.apply(row), value.apply(row)), () -> "twice: " + row));
        return table;
    }

    private static String told(SessionTruth session) {
        String counts = session.sent() + " sent, " + session.received() + " received, " + session.lost() + " lost";
        return session.received() == 0
                ? counts
                : counts + ", " + micros(session.rttMinMicros())
                        + micros(session.rttMaxMicros())
                        + Duration.ofNanos(session.rttSumMicros() * 1000 / session.received());
    }

    private static String told(EchoSession session) {
        String counts = session.sent() + " sent, " + session.received() + " received, " + session.lost() + " lost";
        if (session.received() == 0) {
            return counts;
        }
        RttSummary rtt = session.rtt();
        assertNotNull(rtt);
        return counts + ", " + rtt.min() + rtt.max() + rtt.avg();
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1000);
    }

    private Path file() {
        return directory.resolve("capture");
    }
}
