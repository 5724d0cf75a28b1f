package io.icmpscope.mcp.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.mcp.Generated;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Captures of crowds: the result stays short, and every list that is cut says by how much. */
class BudgetTest {

    private static final long LIMIT = 64 << 10;
    private static final int CLIENT = 0x0A00_0001;
    private static final int SERVER = 0xC000_0201;

    /** The same whatever the heap of the tests. */
    private static final Limits LIMITS = new Limits(200_000, 100_000, 1_000, 100_000, 1_000);

    @TempDir
    private Path directory;

    /** What writes a capture. */
    private interface Writer {
        void write(Generated capture) throws IOException;
    }

    @Test
    void aMillionSources() throws IOException {
        Path capture = write(file -> {
            for (int host = 0; host < 1_000_000; host++) {
                file.v4(CLIENT + host, SERVER, Generated.echo(8, 1, host));
            }
        });
        AnalysisOptions few = options().withLimits(LIMITS.withSessions(2_000));
        Map<String, ?> result = brief(IcmpAnalyzer.analyze(capture, few));
        Map<?, ?> statistics = (Map<?, ?>) result.get("statistics");
        long sources = (long) statistics.get("unique_sources_count");
        assertEquals(true, statistics.get("unique_sources_count_estimated"));
        assertEquals(true, statistics.get("unique_sources_omitted_estimated"));
        assertEquals(sources, total(statistics, "unique_sources"));
        assertEquals(1_000_000, sources, 50_000);
        assertEquals(1L, total(statistics, "unique_destinations"));
        assertFalse(statistics.containsKey("unique_destinations_omitted"));
        assertEquals(1_000_000L, total(result, "packets"));
        Map<?, ?> echo = (Map<?, ?>) result.get("echo");
        assertEquals(true, echo.get("sessions_omitted_estimated"));
        assertEquals(1_000_000, total(echo, "sessions"), 100_000);
    }

    @Test
    void allIdsThatThereAre() throws IOException {
        Map<String, ?> result = brief(capture(file -> {
            for (int id = 0; id < 65_536; id++) {
                file.v4(CLIENT, SERVER, Generated.echo(8, id, 1));
                file.v4(SERVER, CLIENT, Generated.echo(0, id, 1));
            }
        }));
        Map<?, ?> statistics = (Map<?, ?>) result.get("statistics");
        assertEquals(65_536L, statistics.get("echo_sessions"));
        int pairs = ((Map<?, ?>) statistics.get("echo_pairs")).size();
        assertTrue(pairs >= 3, "pairs " + pairs);
        assertEquals(65_536L, pairs + (long) statistics.get("echo_pairs_omitted"));
        assertEquals(65_536L, total((Map<?, ?>) result.get("echo"), "sessions"));
        assertEquals(131_072L, total(result, "packets"));
    }

    @Test
    void aHundredThousandSessions() throws IOException {
        Map<String, ?> result = brief(capture(file -> {
            for (int host = 0; host < 100_000; host++) {
                file.v4(CLIENT + host % 1_000, SERVER + host / 1_000, Generated.echo(8, host % 7, 1));
                if (host % 3 > 0) {
                    file.v4(SERVER + host / 1_000, CLIENT + host % 1_000, Generated.echo(0, host % 7, 1));
                }
            }
        }));
        Map<?, ?> statistics = (Map<?, ?>) result.get("statistics");
        assertEquals(100_000L, statistics.get("echo_sessions"));
        assertFalse(statistics.containsKey("echo_sessions_estimated"));
        Map<?, ?> echo = (Map<?, ?>) result.get("echo");
        assertEquals(100_000L, total(echo, "sessions"));
        assertFalse(echo.containsKey("sessions_omitted_estimated"));
        assertEquals(1_000L + 100, statistics.get("unique_destinations_count"));
        assertEquals(1_100L, total(statistics, "unique_destinations"));
    }

    @Test
    void thousandsOfErrorsRoutersNeighboursAndFindings() throws IOException {
        IcmpReport report = capture(file -> crowd(file, 3_000));
        Map<String, ?> result = brief(report);
        assertEquals(3_000L, total(result, "errors"));
        assertEquals(3_000L, total(result, "routers"));
        assertTrue(total(result, "neighbors") >= 3_000, () -> "neighbors " + total(result, "neighbors"));
        assertEquals(report.neighbors().total(), total(result, "neighbors"));
        assertEquals(report.findings().total(), total(result, "findings"));
        assertTrue(
                report.findings().total() > 1_000,
                () -> "findings " + report.findings().total());
        Map<?, ?> statistics = (Map<?, ?>) result.get("statistics");
        assertEquals(3_000L, statistics.get("unreachable_destinations_count"));
        assertEquals(3_000L, total(statistics, "unreachable_destinations"));
    }

    @Test
    void pagesAsLongAsTheyMayBeLeadToTheEnd() throws IOException {
        Path file = write(each -> crowd(each, 80));
        List<Object> numbers = new ArrayList<>();
        Object next = 0L;
        while (next != null) {
            AnalysisOptions options = options().withMaxPackets(100).withFirstPacket((long) next);
            Map<String, ?> page = brief(IcmpAnalyzer.analyze(file, options));
            List<?> entries = (List<?>) page.get("packets");
            assertTrue(entries.size() >= 10 || !page.containsKey("next_offset"), "entries " + entries.size());
            entries.forEach(entry -> numbers.add(((Map<?, ?>) entry).get("packet_number")));
            assertEquals(400L, total(page, "packets"));
            next = page.get("next_offset");
        }
        assertEquals(LongStream.rangeClosed(1, 400).boxed().toList(), numbers);
    }

    /** So many routers that report as many hosts, routers of the link, and addresses that are wanted twice. */
    private static void crowd(Generated file, int many) throws IOException {
        for (int one = 1; one <= many; one++) {
            file.v4(SERVER + one, CLIENT, Generated.unreachable(1, CLIENT, 0xCB00_7100 + one, 33_434));
            file.v6(one, -1, Generated.routerAdvertisement(one));
            file.v6(0, -1, Generated.neighbor(135, 0x1_0000 + one));
            file.v6(0x1_0000 + one, -1, Generated.neighbor(136, 0x1_0000 + one));
            file.v4(CLIENT, SERVER + one, Generated.echo(8, one, 1));
        }
    }

    private Path write(Writer writer) throws IOException {
        Path file = directory.resolve("crowd.pcap");
        try (Generated capture = new Generated(file)) {
            writer.write(capture);
        }
        return file;
    }

    private IcmpReport capture(Writer writer) throws IOException {
        return IcmpAnalyzer.analyze(write(writer), options());
    }

    private static AnalysisOptions options() {
        return AnalysisOptions.defaults().withLimits(LIMITS);
    }

    private static Map<String, ?> brief(IcmpReport report) {
        Map<String, Object> result = ReportJson.brief("/captures/crowd.pcap", report, Instant.EPOCH);
        int bytes = JsonWriter.text(result).getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes < LIMIT, () -> "bytes: " + bytes);
        return result;
    }

    /** What a list has and what it says that it lacks. */
    private static long total(Map<?, ?> object, String name) {
        Object omitted = object.get(name + "_omitted");
        return ((List<?>) object.get(name)).size() + (omitted == null ? 0 : (long) omitted);
    }
}
