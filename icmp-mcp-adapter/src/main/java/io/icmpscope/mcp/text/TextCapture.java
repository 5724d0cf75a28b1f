package io.icmpscope.mcp.text;

import static io.icmpscope.mcp.words.Figures.count;

import io.icmpscope.mcp.words.CaptureText;
import io.icmpscope.mcp.words.Figures;
import io.icmpscope.report.CaptureFacts;
import io.icmpscope.report.CaptureInterface;
import io.icmpscope.report.CaptureWarning;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Listing;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What the capture is, in a few lines. */
final class TextCapture {

    private static final int MAX_INTERFACES = 4;
    private static final int MAX_COMMENTS = 3;
    private static final int MAX_WARNINGS = 10;

    private TextCapture() {}

    static void write(TextPage page, IcmpReport report) {
        CaptureFacts facts = report.capture();
        boolean one = report.captures().isEmpty();
        page.title(one ? "Capture" : "All captures");
        if (one) {
            line(
                    page,
                    "format",
                    facts.format() + ", " + facts.byteOrder() + (facts.compressed() ? ", compressed, " : ", ")
                            + count(facts.sizeBytes(), "byte"));
        }
        line(page, "time", time(report));
        line(page, "frames", frames(report));
        if (one) {
            interfaces(page, facts.interfaces());
        }
        facts.unsupportedLinkTypes()
                .forEach(type ->
                        line(page, "not decoded", count(type.frames(), "frame") + " of link type " + type.name()));
        if (one) {
            cut("comment", page, facts.comments(), MAX_COMMENTS, comment -> '"' + CaptureText.of(comment) + '"');
        }
        report.limitsHit()
                .forEach(hit -> line(
                        page,
                        "limit",
                        count(hit.value()) + " " + hit.limit() + " kept, " + count(hit.omitted()) + " more left out"));
    }

    private static String time(IcmpReport report) {
        CaptureFacts facts = report.capture();
        Duration duration = facts.duration();
        if (duration == null) {
            return report.totalPackets() == 0 ? Figures.NONE : "the frames have no time";
        }
        return facts.firstTime() + " to " + facts.lastTime() + " (" + Figures.seconds(duration) + ")";
    }

    private static String frames(IcmpReport report) {
        CaptureFacts facts = report.capture();
        StringBuilder words = new StringBuilder(count(report.totalPackets()));
        words.append(", with ").append(count(report.icmpPackets(), "ICMP message"));
        if (facts.truncatedFrames() > 0) {
            words.append("; ").append(count(facts.truncatedFrames())).append(" cut by the snapshot length");
        }
        if (facts.incompleteFragments() > 0) {
            words.append("; ").append(count(facts.incompleteFragments())).append(" first fragments not joined");
        }
        return words.toString();
    }

    private static void interfaces(TextPage page, Listing<CaptureInterface> interfaces) {
        cut("interface", page, interfaces, MAX_INTERFACES, TextCapture::describe);
    }

    private static String describe(CaptureInterface one) {
        StringBuilder words = new StringBuilder();
        if (one.name() != null) {
            words.append('"').append(CaptureText.of(one.name())).append("\", ");
        }
        words.append(one.linkType());
        if (one.snaplen() > 0) {
            words.append(", at most ").append(count(one.snaplen(), "byte")).append(" a frame");
        }
        if (one.filter() != null) {
            words.append(", filter \"").append(CaptureText.of(one.filter())).append('"');
        }
        if (one.dropped() != null) {
            words.append(", ").append(count(one.dropped())).append(" dropped");
        }
        return words.toString();
    }

    static void writeWarnings(TextPage page, Listing<CaptureWarning> warnings) {
        if (warnings.total() == 0) {
            return;
        }
        page.title("Warnings");
        List<String> shown = warnings.entries().stream()
                .limit(MAX_WARNINGS)
                .map(TextCapture::describe)
                .collect(Collectors.toList());
        shown.forEach(page::sentence);
        more(page, warnings.total() - shown.size());
    }

    private static String describe(CaptureWarning warning) {
        return warning.file() == null ? warning.message() : CaptureText.of(warning.file()) + ": " + warning.message();
    }

    private static <T> void cut(
            String label, TextPage page, Listing<T> listing, int most, java.util.function.Function<T, String> words) {
        List<T> shown = listing.entries().stream().limit(most).toList();
        shown.forEach(one -> line(page, label, words.apply(one)));
        more(page, listing.total() - shown.size());
    }

    private static void more(TextPage page, long omitted) {
        if (omitted > 0) {
            page.line("... and " + count(omitted) + " more");
        }
    }

    private static void line(TextPage page, String label, String words) {
        page.line(String.format("%-12s %s", label, words));
    }
}
