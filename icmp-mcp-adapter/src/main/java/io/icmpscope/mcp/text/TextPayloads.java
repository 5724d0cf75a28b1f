package io.icmpscope.mcp.text;

import static io.icmpscope.mcp.words.Figures.count;

import io.icmpscope.report.Listing;
import io.icmpscope.report.PayloadClassCount;
import java.util.List;
import java.util.Locale;

/** What the data of pings looks like, and so which programs sent them. */
final class TextPayloads {

    private static final int MOST = 10;

    private TextPayloads() {}

    static void write(TextPage page, Listing<PayloadClassCount> classes) {
        List<PayloadClassCount> shown = classes.entries().stream().limit(MOST).toList();
        TextTable table = new TextTable()
                .figures("requests")
                .words("data")
                .words("points to")
                .words("confidence")
                .figures("such as frame");
        shown.forEach(one -> table.row(
                count(one.count()),
                one.name(),
                one.implies(),
                one.confidence().name().toLowerCase(Locale.ROOT),
                Long.toString(one.exampleFrame())));
        if (!table.isEmpty()) {
            page.title("Payloads");
            page.table(table, classes.total() - shown.size());
        }
    }
}
