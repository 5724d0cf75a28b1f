package io.icmpscope.mcp.text;

import static io.icmpscope.mcp.words.Figures.count;

import io.icmpscope.mcp.words.CaptureText;
import io.icmpscope.mcp.words.MessageName;
import io.icmpscope.mcp.words.Summary;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Listing;
import io.icmpscope.report.Statistics.Talker;
import io.icmpscope.report.Statistics.TypeCount;
import java.util.Comparator;
import java.util.List;

/** A report as text: what matters first, then the tables behind it. */
public final class TextReport {

    private static final int MAX_TYPES = 20;
    private static final int MAX_ADDRESSES = 10;

    private final IcmpReport report;
    private final TextPage page;

    private TextReport(IcmpReport report, Screen screen) {
        this.report = report;
        this.page = new TextPage(screen);
    }

    /**
     * Composes the text.
     *
     * @param file the capture, as given
     * @param report what the library says about it
     * @return lines that end in a line feed, of which each is safe to print on a terminal
     */
    public static String of(String file, IcmpReport report) {
        return of(file, report, Screen.NONE);
    }

    /**
     * Composes the text.
     *
     * @param file the capture, as given
     * @param report what the library says about it
     * @param screen what it is read on; it has sparklines if the report was asked for series
     * @return lines that end in a line feed; but for the palette's own sequences each is safe to print on a terminal
     */
    public static String of(String file, IcmpReport report, Screen screen) {
        return new TextReport(report, screen).compose(file);
    }

    private String compose(String file) {
        int others = report.captures().size() - 1;
        page.title("ICMP in " + CaptureText.of(file) + (others > 0 ? " and " + count(others, "more capture") : ""));
        boolean icmp = report.icmpPackets() > 0;
        if (icmp) {
            Summary.of(report).forEach(page::sentence);
        } else {
            page.sentence(Summary.NO_ICMP + ".");
        }
        TextFindings.write(page, report.findings());
        TextTimeline.write(page, report.captures());
        TextCapture.write(page, report);
        if (icmp) {
            TextPings.write(page, report.echo());
            TextOutages.write(page, report.outages());
            TextTraceroutes.write(page, report.traceroutes());
            TextTrouble.errors(page, report.errors());
            TextTrouble.pathMtu(page, report.pathMtu());
            TextTrouble.redirects(page, report.redirects());
            TextLink.write(page, report);
            TextPayloads.write(page, report.payloadClasses());
            messages();
            talkers();
            TextRate.write(page, report);
        }
        TextCapture.writeWarnings(page, report.capture().warnings());
        return page.toString();
    }

    private void messages() {
        TextTable table = new TextTable()
                .figures("count")
                .figures("bytes")
                .words("version")
                .figures("type")
                .figures("code")
                .words("name");
        List<TypeCount> types = report.statistics().byType();
        types.stream()
                .sorted(Comparator.comparingLong(TypeCount::count).reversed())
                .limit(MAX_TYPES)
                .forEach(type -> table.row(
                        count(type.count()),
                        count(type.bytes()),
                        type.icmpVersion() == 4 ? "ICMPv4" : "ICMPv6",
                        Integer.toString(type.icmpType()),
                        type.icmpCode() == null ? "-" : type.icmpCode().toString(),
                        MessageName.of(type)));
        page.title("Messages");
        page.table(table, Math.max(0, types.size() - MAX_TYPES));
    }

    private void talkers() {
        TextTable table = new TextTable()
                .words("address")
                .figures("sent")
                .figures("received")
                .figures("bytes");
        Listing<Talker> talkers = report.statistics().talkers();
        List<Talker> shown = talkers.entries().stream().limit(MAX_ADDRESSES).toList();
        shown.forEach(talker -> table.row(
                talker.address().toString(), count(talker.sent()), count(talker.received()), count(talker.bytes())));
        page.title("Top talkers");
        page.table(table, talkers.total() - shown.size());
    }
}
