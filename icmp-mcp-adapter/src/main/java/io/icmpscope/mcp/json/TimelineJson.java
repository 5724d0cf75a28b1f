package io.icmpscope.mcp.json;

import io.icmpscope.report.CaptureFile;
import io.icmpscope.report.CaptureWarning;
import io.icmpscope.report.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The captures of a timeline as JSON, and the schema of an entry. */
final class TimelineJson {

    /** What the list may be long, in bytes of UTF-8: names of files are up to 4,096 bytes each. */
    private static final long BUDGET = 8 << 10;

    private static final int MAX_WARNINGS = 4;

    private TimelineJson() {}

    /** Adds the captures when there are several: as many as there is room for, one at least. */
    static void captures(JsonObject json, List<CaptureFile> captures) {
        if (captures.isEmpty()) {
            return;
        }
        List<Map<String, @Nullable Object>> entries = new ArrayList<>();
        long used = 0;
        for (CaptureFile capture : captures) {
            Map<String, @Nullable Object> entry = entry(capture);
            used += JsonWriter.length(entry) + 1;
            if (used > BUDGET && !entries.isEmpty()) {
                break;
            }
            entries.add(entry);
        }
        json.withList("captures", entries, captures.size() - entries.size());
    }

    private static Map<String, @Nullable Object> entry(CaptureFile capture) {
        JsonObject json = new JsonObject()
                .with("file", capture.name())
                .with("first_frame", capture.firstFrame() == 0 ? null : capture.firstFrame())
                .with("total_packets", capture.totalPackets());
        Listing<CaptureWarning> warnings = capture.facts().warnings();
        CaptureJson.list(
                json, "warnings", warnings, MAX_WARNINGS, warning -> CaptureJson.warning(warning, capture.name()));
        return json.members();
    }

    static Schema schema() {
        return Schema.list(
                "Only when several captures were merged by time: each of them, in the order of their first frames. Frame"
                        + " numbers run through all of them; display filters need frame_in_file",
                Schema.object("One of the captures")
                        .with("file", Schema.text("The capture, as given"))
                        .with(
                                "first_frame",
                                Schema.countOrNull("Number of its first frame in the timeline; null without"))
                        .with("total_packets", Schema.count("Its frames"))
                        .withCut("warnings", Schema.list("What is damaged in it", CaptureJson.warningSchema())));
    }
}
