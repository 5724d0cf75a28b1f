package io.icmpscope.mcp.text;

import static io.icmpscope.mcp.words.Figures.count;

import io.icmpscope.mcp.words.CaptureText;
import io.icmpscope.mcp.words.Figures;
import io.icmpscope.report.CaptureFacts;
import io.icmpscope.report.CaptureFile;
import java.time.Duration;
import java.util.List;

/** The captures of a timeline as a table: which frames they are and which time they cover. */
final class TextTimeline {

    private static final int MAX_CAPTURES = 20;

    private TextTimeline() {}

    static void write(TextPage page, List<CaptureFile> captures) {
        if (captures.isEmpty()) {
            return;
        }
        TextTable table = new TextTable()
                .words("capture")
                .words("format")
                .figures("frames")
                .figures("from frame")
                .words("first time")
                .figures("covers")
                .figures("warnings");
        captures.stream().limit(MAX_CAPTURES).forEach(capture -> row(table, capture));
        page.title("Captures, merged by time");
        page.table(table, Math.max(0, captures.size() - MAX_CAPTURES));
    }

    private static void row(TextTable table, CaptureFile capture) {
        CaptureFacts facts = capture.facts();
        Duration duration = facts.duration();
        long warnings = facts.warnings().total();
        table.row(
                CaptureText.of(capture.name()),
                facts.format(),
                count(capture.totalPackets()),
                capture.firstFrame() == 0 ? Figures.NONE : count(capture.firstFrame()),
                facts.firstTime() == null ? Figures.NONE : facts.firstTime().toString(),
                duration == null ? Figures.NONE : Figures.seconds(duration),
                warnings == 0 ? Figures.NONE : count(warnings));
    }
}
