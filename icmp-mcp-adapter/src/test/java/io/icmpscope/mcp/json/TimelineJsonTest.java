package io.icmpscope.mcp.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.Timeline;
import io.icmpscope.mcp.HandMade;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimelineJsonTest {
    private final Timeline timeline = Timeline.of(List.of());

    @Test
    void theKeysOfAWholeEntryAreThoseOfTheSchema() throws IOException {
        give("a", HandMade.ping());
        give("b", HandMade.ping());
        Map<?, ?> schema = (Map<?, ?>) ((Map<?, ?>) SchemaJson.result().get("properties")).get("captures");
        Map<?, ?> described = (Map<?, ?>) ((Map<?, ?>) schema.get("items")).get("properties");
        List<String> whole = described.keySet().stream()
                .map(Object::toString)
                .filter(key -> !key.contains("_omitted"))
                .toList();
        assertEquals(whole, List.copyOf(captures(result()).get(0).keySet()));
    }

    @Test
    void aCaptureWithoutFramesHasNoFirstFrame() throws IOException {
        give("a", HandMade.pcap().bytes());
        give("b", HandMade.ping());
        Map<?, ?> last = captures(result()).get(1);
        assertEquals("a", last.get("file"));
        assertNull(last.get("first_frame"));
        assertEquals(0L, last.get("total_packets"));
    }

    @Test
    void withoutIcmpTheCapturesAreNamedToo() throws IOException {
        give("a", HandMade.pcap().bytes());
        give("b", HandMade.pcap().bytes());
        assertEquals(2, captures(result()).size());
    }

    @Test
    void longNamesOfManyCapturesLeaveTheResultShort() throws IOException {
        for (int i = 0; i < 100; i++) {
            give("/" + "long".repeat(250) + (100 + i), HandMade.ping());
        }
        Map<String, ?> result = result();
        int listed = captures(result).size();
        assertTrue(listed > 1 && listed < 100, "listed: " + listed);
        assertEquals(100L - listed, result.get("captures_omitted"));
        assertTrue(JsonWriter.length(result) < 64 << 10, "length: " + JsonWriter.length(result));
    }

    private void give(String name, byte[] capture) {
        timeline.add(name, new ByteArrayInputStream(capture));
    }

    private Map<String, ?> result() throws IOException {
        IcmpReport report = IcmpAnalyzer.analyze(timeline, AnalysisOptions.defaults());
        return ReportJson.brief("f", report, Instant.EPOCH);
    }

    private static List<Map<?, ?>> captures(Map<String, ?> result) {
        return ((List<?>) result.get("captures"))
                .stream().<Map<?, ?>>map(entry -> (Map<?, ?>) entry).toList();
    }
}
