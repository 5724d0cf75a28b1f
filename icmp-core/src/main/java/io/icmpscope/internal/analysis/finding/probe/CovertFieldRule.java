package io.icmpscope.internal.analysis.finding.probe;

import io.icmpscope.internal.analysis.echo.Asking;
import io.icmpscope.internal.analysis.echo.FieldText;
import io.icmpscope.internal.analysis.echo.SessionCounts;
import io.icmpscope.internal.analysis.echo.TextRun;
import io.icmpscope.internal.analysis.echo.TextRun.Longest;
import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.QueryKind;
import io.icmpscope.report.Threshold;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Fields that nobody looks at, with values that read as text. */
public final class CovertFieldRule implements Rule {

    private static final Threshold LENGTH =
            new Threshold("COVERT-FIELD.length", 16, "values", "characters in a row in one field, at least");
    private static final Threshold DIFFERENT =
            new Threshold("COVERT-FIELD.different", 8, "values", "different ones among them, at least");
    private static final Threshold DESCENTS = new Threshold(
            "COVERT-FIELD.descents",
            20,
            "percent",
            "values that are smaller than the one before, unlike those of a counter");
    private static final Threshold STEPS = new Threshold(
            "COVERT-FIELD.steps", 30, "percent", "values that follow one before as a counter does, at most");
    private static final Threshold ERRORS =
            new Threshold("COVERT-FIELD.errors", 5, "errors", "errors whose unused bytes are not zero, at least");
    private static final Threshold WORDS = new Threshold(
            "COVERT-FIELD.words", 3, "values", "different values of those bytes, for low: a constant is a habit");

    private static final FindingKind KIND = new FindingKind(
            "COVERT-FIELD",
            Category.SECURITY,
            "A field of ICMP or IP headers that nobody looks at has values that carry something.",
            List.of(LENGTH, DIFFERENT, DESCENTS, STEPS, ERRORS, WORDS),
            List.of("RFC 792", "RFC 4443 section 2.1", "MITRE ATT&CK T1001"));

    /** Makes the rule. */
    public CovertFieldRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        for (FieldText seen : merged.observed(FieldText.class)) {
            if (reads(seen.text(), merged)) {
                String one = DisplayFilter.identifier(seen.requester().version(), seen.identifier());
                found.accept(text(name(seen.field()), seen.requester(), seen.responder(), seen.text(), one, merged));
            }
        }
        for (Asking asking : merged.observed(Asking.class)) {
            if (asking.sessions().size() >= merged.value(LENGTH)) {
                identifiers(asking, merged, found);
            }
        }
        for (UnusedBytes.Found unused : merged.observed(UnusedBytes.Found.class)) {
            if (unused.count() >= merged.value(ERRORS)) {
                found.accept(unused(unused, merged));
            }
        }
    }

    /** Pings of one host to another, each with an identifier of its own. */
    private static void identifiers(Asking asking, Merged merged, Consumer<Finding> found) {
        @Nullable IpAddress responder = null;
        TextRun run = new TextRun();
        for (SessionCounts session : asking.sessions()) {
            if (!session.responder().equals(responder)) {
                judge(asking.requester(), responder, run, merged, found);
                responder = session.responder();
                run = new TextRun();
            }
            if (session.kind() == QueryKind.ECHO && session.firstRequest() != PacketView.NONE) {
                run.see(session.identifier(), session.firstRequest(), session.firstNanos());
            }
        }
        judge(asking.requester(), responder, run, merged, found);
    }

    private static void judge(
            IpAddress requester, @Nullable IpAddress responder, TextRun run, Merged merged, Consumer<Finding> found) {
        Longest text = run.longest();
        if (responder != null && text != null && reads(text, merged)) {
            found.accept(text("identifiers", requester, responder, text, "", merged));
        }
    }

    private static boolean reads(Longest text, Merged merged) {
        return text.length() >= merged.value(LENGTH)
                && text.different() >= merged.value(DIFFERENT)
                && 100.0 * text.descents() >= merged.value(DESCENTS) * text.length()
                && 100.0 * text.steps() <= merged.value(STEPS) * text.length();
    }

    private static String name(FieldText.Field field) {
        return switch (field) {
            case SEQUENCE -> "sequence numbers";
            case TTL -> "times to live";
            case IDENTIFICATION -> "IP identifications";
            case CODE -> "codes";
        };
    }

    private static Finding text(
            String field, IpAddress requester, IpAddress responder, Longest text, String more, Merged merged) {
        int version = requester.version();
        String filter = DisplayFilter.all(
                DisplayFilter.type(version, version == 4 ? 8 : 128),
                DisplayFilter.from(requester),
                DisplayFilter.to(responder));
        return FindingBuilder.of(KIND, Severity.LOW, Confidence.MEDIUM)
                .says(
                        "Values of a header field in pings from " + requester + " read as text",
                        "The " + field + " of " + Say.count(text.length()) + " echo requests in a row from " + requester
                                + " to " + responder + " are characters of ASCII, " + Say.count(text.different())
                                + " different ones, and do not count up.")
                .measured("characters_in_a_row", text.length(), merged.value(LENGTH))
                .about(requester, responder)
                .evidence(text.length(), text.frames(), text.firstTime(), text.lastTime())
                .check(
                        "Small numbers drawn at random, as by a test program, can look like it for a while.",
                        "Read the " + field
                                + " of these requests as characters, one behind the other. If they make sense,"
                                + " ask who runs " + requester + ".",
                        more.isEmpty() ? filter : DisplayFilter.all(filter, more))
                .build();
    }

    private static Finding unused(UnusedBytes.Found unused, Merged merged) {
        boolean varied = unused.different() >= merged.value(WORDS);
        return FindingBuilder.of(KIND, varied ? Severity.LOW : Severity.INFO, Confidence.LOW)
                .says(
                        "Errors of " + unused.reporter() + " have unused bytes that are not zero",
                        Say.count(unused.count(), "error") + " of type " + unused.type() + " from " + unused.reporter()
                                + " have something in the bytes that must be zero, with "
                                + (unused.different() < 16 ? "" : "at least ")
                                + Say.count(unused.different(), "different value") + ".")
                .measured(
                        varied ? "different_values" : "errors",
                        varied ? unused.different() : (double) unused.count(),
                        merged.value(varied ? WORDS : ERRORS))
                .about(unused.reporter())
                .evidence(unused.count(), unused.frames(), unused.firstTime(), unused.lastTime())
                .check(
                        "Some systems forget to clear these bytes, and some write an MTU there where none belongs.",
                        "Compare the bytes of several errors: rubbish repeats, a message goes on. Find out what system "
                                + unused.reporter() + " is.",
                        DisplayFilter.all(
                                DisplayFilter.type(unused.icmpVersion(), unused.type()),
                                DisplayFilter.from(unused.reporter())))
                .build();
    }
}
