package io.icmpscope.mcp.text;

import static io.icmpscope.mcp.words.Figures.count;

import io.icmpscope.mcp.words.Figures;
import io.icmpscope.report.Listing;
import io.icmpscope.report.Outage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The outages as a table: since when, until when. */
final class TextOutages {

    private static final int MAX_OUTAGES = 10;

    private TextOutages() {}

    static void write(TextPage page, Listing<Outage> outages) {
        if (outages.total() == 0) {
            return;
        }
        TextTable table = new TextTable()
                .words("from")
                .words("to")
                .figures("id")
                .figures("lost")
                .words("first lost")
                .words("last lost")
                .words("between answers");
        List<Outage> shown = outages.entries().stream().limit(MAX_OUTAGES).toList();
        shown.forEach(outage -> table.row(
                outage.requester().toString(),
                outage.responder().toString(),
                Integer.toString(outage.identifier()),
                count(outage.lost()),
                outage.firstTime().toString(),
                outage.lastTime().toString(),
                silence(outage)));
        page.title("Outages (three or more requests in a row were lost, and no error said why)");
        page.table(table, outages.total() - shown.size());
    }

    private static String silence(Outage outage) {
        Instant before = outage.lastAnswerBefore();
        Instant after = outage.firstAnswerAfter();
        if (before != null && after != null) {
            return after.isBefore(before) ? Figures.NONE : Figures.seconds(Duration.between(before, after));
        }
        return before != null ? "to the end" : after != null ? "from the start" : "the whole time";
    }
}
