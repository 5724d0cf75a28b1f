package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.report.Access;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Limits;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What is refused before anything is opened, and that it is named. */
class BadCallsTest {

    private static final AnalysisOptions DEFAULTS = AnalysisOptions.defaults();
    private static final Path MISSING = Path.of("missing.pcap");

    @Test
    void aNullCaptureIsNamed() {
        assertNames("capture", () -> IcmpAnalyzer.analyze((Path) null));
        assertNames("capture", () -> IcmpAnalyzer.analyze((Path) null, DEFAULTS));
        assertNames("capture", () -> IcmpAnalyzer.analyze((Path) null, DEFAULTS, Workers.threads(1)));
        assertNames("capture", () -> IcmpAnalyzer.analyze((InputStream) null, DEFAULTS));
        assertNames("capture", () -> IcmpAnalyzer.analyze((ByteBuffer) null, DEFAULTS));
        assertNames("captures", () -> IcmpAnalyzer.analyze((List<Path>) null));
        assertNames("captures", () -> IcmpAnalyzer.analyze((Timeline) null, DEFAULTS));
        assertNames("capture", () -> IcmpAnalyzer.packets((Path) null, DEFAULTS));
        assertNames("capture", () -> IcmpAnalyzer.packets((InputStream) null, DEFAULTS));
        assertNames("captures", () -> IcmpAnalyzer.packets((Timeline) null, DEFAULTS));
        assertNames("captures", () -> CaptureEvents.open((Timeline) null, Access.READ));
    }

    @Test
    void nullOptionsAreNamed() {
        InputStream untouched = untouched();
        ByteBuffer bytes = ByteBuffer.allocate(0);
        Timeline files = Timeline.of(List.of(MISSING));
        assertNames("options", () -> IcmpAnalyzer.analyze(MISSING, null));
        assertNames("options", () -> IcmpAnalyzer.analyze(untouched, null));
        assertNames("options", () -> IcmpAnalyzer.analyze(bytes, null));
        assertNames("options", () -> IcmpAnalyzer.analyze(files, null));
        assertNames("options", () -> IcmpAnalyzer.packets(MISSING, null));
        assertNames("options", () -> IcmpAnalyzer.packets(untouched, null));
        assertNames("options", () -> IcmpAnalyzer.packets(files, null));
        assertNames("workers", () -> IcmpAnalyzer.analyze(MISSING, DEFAULTS, null));
        assertNames("workers", () -> IcmpAnalyzer.analyze(bytes, DEFAULTS, null));
        assertNames("access", () -> CaptureEvents.open(files, null));
    }

    @Test
    void aNullInATimelineIsNamed() {
        assertNames("capture", () -> Timeline.of(Arrays.asList(MISSING, null)));
        assertNames("capture", () -> IcmpAnalyzer.analyze(Arrays.asList(MISSING, null)));
        Timeline timeline = Timeline.of(List.of());
        assertNames("name", () -> timeline.add(null, MISSING));
        assertNames("capture", () -> timeline.add("a", (Path) null));
        assertNames("capture", () -> timeline.add("a", (InputStream) null));
        assertNames("capture", () -> timeline.add("a", (Timeline.Opening) null));
        assertNames("listener", () -> timeline.onProgress(null));
        assertNames("others", () -> timeline.with(null));
        timeline.add("of nothing", () -> null);
        assertNames("of nothing: no stream was opened", () -> IcmpAnalyzer.analyze(timeline, DEFAULTS));
    }

    @Test
    void aNullAmongTheOptionsIsNamedWhereItIsGiven() {
        assertNames("access", () -> DEFAULTS.withAccess(null));
        assertNames("limits", () -> DEFAULTS.withLimits(null));
        assertNames("replyTimeout", () -> DEFAULTS.withReplyTimeout(null));
        assertNames("name of a threshold", () -> DEFAULTS.withThreshold(null, 1));
        assertNames("thresholds", () -> with(null));
        Map<String, Double> none = new HashMap<>();
        none.put("LOSS.low", null);
        assertNames("LOSS.low", () -> with(none));
    }

    private static AnalysisOptions with(Map<String, Double> thresholds) {
        return new AnalysisOptions(
                Access.READ, 0, 0, Duration.ofSeconds(1), Limits.defaults(), /* findings= */ true, thresholds, 0);
    }

    @Test
    void aThresholdThatThereIsNotIsRefusedByEveryWayIn() {
        AnalysisOptions bogus = DEFAULTS.withThreshold("BOGUS", 1);
        InputStream untouched = untouched();
        for (Executable call : List.<Executable>of(
                () -> IcmpAnalyzer.analyze(MISSING, bogus),
                () -> IcmpAnalyzer.analyze(untouched, bogus),
                () -> IcmpAnalyzer.analyze(ByteBuffer.allocate(0), bogus),
                () -> IcmpAnalyzer.analyze(List.of(MISSING), bogus),
                () -> IcmpAnalyzer.packets(MISSING, bogus),
                () -> IcmpAnalyzer.packets(untouched, bogus),
                () -> IcmpAnalyzer.packets(Timeline.of(List.of(MISSING)), bogus))) {
            String said = assertThrows(IllegalArgumentException.class, call).getMessage();
            assertTrue(said.contains("BOGUS"), said);
        }
    }

    private static void assertNames(String what, Executable call) {
        assertEquals(what, assertThrows(NullPointerException.class, call).getMessage());
    }

    /** A stream that nobody may read or close. */
    private static InputStream untouched() {
        return new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read");
            }

            @Override
            public void close() {
                throw new AssertionError("closed");
            }
        };
    }
}
