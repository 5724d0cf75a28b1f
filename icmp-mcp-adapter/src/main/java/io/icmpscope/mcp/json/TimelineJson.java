package io.icmpscope.mcp.json;

import io.icmpscope.mcp.words.CaptureText;
import io.icmpscope.report.CaptureFile;
import io.icmpscope.report.CaptureWarning;
import io.icmpscope.report.Listing;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The captures of a timeline as JSON, and the schema of an entry. */
final class TimelineJson {

    private static final int MAX_WARNINGS = 4; // of one

    private TimelineJson() {}

    /** Gives the captures when there are several. */
    static JsonObject captures(List<CaptureFile> captures, Share share) {
        JsonObject json = new JsonObject();
        if (!captures.isEmpty()) {
            share.list(json, "captures", Listing.whole(captures), captures.size(), capture -> entry(capture, share));
        }
        return json;
    }

    private static Map<String, @Nullable Object> entry(CaptureFile capture, Share share) {
        JsonObject json = new JsonObject()
                .with("file", CaptureText.name(capture.name()))
                .with("first_frame", capture.firstFrame() == 0 ? null : capture.firstFrame())
                .with("total_packets", capture.totalPackets());
        Listing<CaptureWarning> warnings = capture.facts().warnings();
        share.inner(json, "warnings", warnings, MAX_WARNINGS, one -> CaptureJson.warning(one, capture.name()));
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
