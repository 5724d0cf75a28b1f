package io.icmpscope.mcp.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Listing;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the capture, the result stays short, and no list of it disappears. */
class ShareTest {

    private static final long LIMIT = 64 << 10;
    private static final List<String> ANALYSES = List.of(
            "outages",
            "traceroutes",
            "errors",
            "path_mtu",
            "redirects",
            "payload_classes",
            "routers",
            "neighbors",
            "multicast",
            "findings");

    @Test
    void theLongestReportThatThereCanBeFits() {
        Map<String, ?> result = brief(Longest.report());
        assertTrue(JsonWriter.length(result) < LIMIT, () -> "bytes: " + JsonWriter.length(result));
        assertTrue(entries(result, "packets") >= 10, () -> "packets: " + entries(result, "packets"));
        for (String name : ANALYSES) {
            assertTrue(entries(result, name) >= 2, () -> name + ": " + entries(result, name));
            assertEquals(1_001_000L - entries(result, name), result.get(name + "_omitted"), name);
        }
        Map<?, ?> echo = (Map<?, ?>) result.get("echo");
        assertTrue(entries(echo, "sessions") >= 2 && entries(echo, "queries") >= 2);
        Map<?, ?> statistics = (Map<?, ?>) result.get("statistics");
        assertTrue(entries(statistics, "unique_sources") >= 2);
    }

    @Test
    void soDoesThatOfManyCapturesWithLongNames() {
        Map<String, ?> result = brief(Longest.timeline("/captures/" + "n".repeat(190), 1_000));
        assertTrue(JsonWriter.length(result) < LIMIT, () -> "bytes: " + JsonWriter.length(result));
        assertTrue(entries(result, "packets") >= 10);
        assertTrue(entries(result, "captures") >= 2);
        ANALYSES.forEach(name -> assertTrue(entries(result, name) >= 1, name));
    }

    @Test
    void aWishForPacketsLeavesTheAnalysesAsLongAsTheyAre() {
        IcmpReport report = Longest.report();
        Map<String, ?> brief = brief(report);
        Map<String, ?> full = ReportJson.full("f", report, Instant.EPOCH);
        assertEquals(report.packets().size(), entries(full, "packets"));
        ANALYSES.forEach(name -> assertEquals(brief.get(name), full.get(name), name));
        assertEquals(brief.get("echo"), full.get("echo"));
        assertEquals(brief.get("statistics"), full.get("statistics"));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1_000, 5_000, 20_000})
    void aShortListPaysNothingForALongOne(int room) {
        Share share = Extent.RESULT.fitting(room, each -> lists(each).members());
        Map<?, ?> printed = lists(share).members();
        assertTrue(JsonWriter.length(printed) <= Math.max(room, 1_000));
        assertEquals(List.of("short"), printed.get("brief"));
        assertFalse(printed.containsKey("brief_omitted"));
        assertEquals(1_000L - entries(printed, "long"), printed.get("long_omitted"));
    }

    @Test
    void theMoreRoomTheLongerTheList() {
        int before = 0;
        for (int room = 500; room < 20_000; room *= 2) {
            int listed = entries(
                    lists(Extent.RESULT.fitting(room, each -> lists(each).members()))
                            .members(),
                    "long");
            assertTrue(listed >= before, "room " + room + ": " + listed);
            before = listed;
        }
        assertTrue(before > 50, "listed: " + before);
    }

    private static JsonObject lists(Share share) {
        JsonObject json = new JsonObject();
        share.list(json, "long", Listing.whole(Collections.nCopies(1_000, "x".repeat(100))), 1_000, text -> text);
        share.list(json, "brief", Listing.whole(List.of("short")), 24, text -> text);
        return json;
    }

    private static Map<String, ?> brief(IcmpReport report) {
        return ReportJson.brief("f", report, Instant.EPOCH);
    }

    private static int entries(Map<?, ?> object, String name) {
        return ((List<?>) object.get(name)).size();
    }
}
