package io.icmpscope.mcp.json;

import io.icmpscope.FindingKinds;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Evidence;
import io.icmpscope.report.Finding.Measured;
import io.icmpscope.report.FindingKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A finding as JSON. */
final class FindingJson {

    private FindingJson() {}

    static Schema schema() {
        return Schema.object("Something a reader should know, with what is needed to check it")
                .with(
                        "id",
                        Schema.word(
                                "Kind of finding",
                                FindingKinds.all().stream().map(FindingKind::id).toList()))
                .with("title", Schema.text("What was observed"))
                .with("severity", Schema.word("How much it matters", JsonValues.words(Finding.Severity.values())))
                .with(
                        "confidence",
                        Schema.word(
                                "How sure it is that this is what it looks like",
                                JsonValues.words(Confidence.values())))
                .with("category", Schema.word("What it concerns", JsonValues.words(Finding.Category.values())))
                .with("summary", Schema.text("The same with numbers"))
                .with("evidence", evidenceSchema())
                .with("may_be_benign", Schema.text("Which harmless cause looks the same"))
                .with("next_step", Schema.text("What to do to be sure"))
                .with("display_filter", Schema.text("Wireshark display filter that shows the evidence"))
                .with("references", Schema.list("RFCs, CVEs, MITRE ATT&CK techniques", Schema.text("Reference")));
    }

    private static Schema evidenceSchema() {
        return Schema.object("What it rests on")
                .with("count", Schema.count("How many messages show it"))
                .with("frames", Schema.frames("First frames that show it, at most 10"))
                .with("first_time", Schema.time("When it was seen first"))
                .with("last_time", Schema.time("When it was seen last"))
                .withCut(
                        "addresses", Schema.list("Whom it concerns, the one it is about first", Schema.text("Address")))
                .with(
                        "measured",
                        Schema.object("The number that decided")
                                .with("metric", Schema.text("What was measured, with its unit"))
                                .with("value", Schema.decimal("Its value, in the unit that metric names"))
                                .with("threshold", Schema.decimal("From which value on it is this grave")));
    }

    static Map<String, @Nullable Object> entry(Finding finding, Share share) {
        return new JsonObject()
                .with("id", finding.id())
                .with("title", finding.title())
                .with("severity", JsonValues.word(finding.severity()))
                .with("confidence", JsonValues.word(finding.confidence()))
                .with("category", JsonValues.word(finding.category()))
                .with("summary", finding.summary())
                .with("evidence", evidence(finding.evidence(), share))
                .with("may_be_benign", finding.mayBeBenign())
                .with("next_step", finding.nextStep())
                .with("display_filter", finding.displayFilter())
                .with("references", finding.references())
                .members();
    }

    private static Map<String, @Nullable Object> evidence(Evidence evidence, Share share) {
        JsonObject json = new JsonObject()
                .with("count", evidence.count())
                .with("frames", evidence.frames())
                .with("first_time", JsonValues.time(evidence.firstTime()))
                .with("last_time", JsonValues.time(evidence.lastTime()));
        share.inner(json, "addresses", evidence.addresses(), Object::toString);
        return json.with("measured", measured(evidence.measured())).members();
    }

    private static Map<String, @Nullable Object> measured(Measured measured) {
        return new JsonObject()
                .with("metric", measured.metric())
                .with("value", JsonValues.decimal(measured.value()))
                .with("threshold", JsonValues.decimal(measured.threshold()))
                .members();
    }
}
