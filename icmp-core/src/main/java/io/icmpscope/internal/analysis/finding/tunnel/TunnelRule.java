package io.icmpscope.internal.analysis.finding.tunnel;

import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Echo messages that carry data as a tunnel does, by many signs of which none alone is proof. */
public final class TunnelRule implements Rule {

    private static final Threshold LOW = new Threshold("TUNNEL.low", 35, "points", "the score, for low");
    private static final Threshold MEDIUM = new Threshold("TUNNEL.medium", 55, "points", "the score, for medium");
    private static final Threshold HIGH = new Threshold("TUNNEL.high", 75, "points", "the score, for high");

    private static final FindingKind KIND = new FindingKind(
            "TUNNEL",
            Category.SECURITY,
            "Echo messages between two hosts carry data as a tunnel does, and not as a ping.",
            Stream.concat(Stream.of(LOW, MEDIUM, HIGH), Score.THRESHOLDS.stream())
                    .toList(),
            List.of("RFC 1122 section 3.2.2.6", "RFC 4443 section 4.2", "MITRE ATT&CK T1095", "MITRE ATT&CK T1572"));

    private static final int MOST_SIGNS = 5; // of a summary

    /** Makes the rule. */
    public TunnelRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        for (EchoDataSeen seen : merged.observed(EchoDataSeen.class)) {
            Score score = Score.of(seen, merged);
            Severity severity = severity(seen, score, merged);
            if (severity != null) {
                found.accept(finding(seen, score, severity, merged));
            }
        }
    }

    /** How grave it is, or null. A known tunnel is told as such, and a ping that is echoed as it is cannot be grave. */
    static @Nullable Severity severity(EchoDataSeen seen, Score score, Merged merged) {
        int points = score.points();
        if (points < merged.value(LOW) || !seen.marks().isEmpty()) {
            return null;
        }
        if (points < merged.value(MEDIUM) || !score.isStrong()) {
            return Severity.LOW;
        }
        return points < merged.value(HIGH) ? Severity.MEDIUM : Severity.HIGH;
    }

    private static Finding finding(EchoDataSeen seen, Score score, Severity severity, Merged merged) {
        String signs = score.signs().stream()
                .limit(MOST_SIGNS)
                .map(sign -> sign.words(seen))
                .collect(Collectors.joining("; "));
        return FindingBuilder.of(KIND, severity, confidence(score, severity))
                .says(
                        "Echo data " + seen.ends().between() + " is consistent with a tunnel",
                        Say.count(seen.shown().count(), "echo message") + " "
                                + seen.ends().between() + " score " + score.points() + ": " + signs + ".")
                .measured("tunnel_score", score.points(), merged.value(threshold(severity)))
                .about(seen.ends().requester(), seen.ends().responder())
                .evidence(seen.shown())
                .check(benign(score), next(score), seen.filter())
                .build();
    }

    private static Confidence confidence(Score score, Severity severity) {
        if (score.has(Sign.EMBEDDED) || severity == Severity.HIGH) {
            return Confidence.HIGH;
        }
        return severity == Severity.MEDIUM ? Confidence.MEDIUM : Confidence.LOW;
    }

    private static Threshold threshold(Severity severity) {
        return severity == Severity.LOW ? LOW : severity == Severity.MEDIUM ? MEDIUM : HIGH;
    }

    private static String benign(Score score) {
        return score.isStrong()
                ? "A tunnel may be wanted, as where only ping passes a firewall; a device that answers pings with data of"
                        + " its own looks the same."
                : "A test of the network with random or written data looks the same: what was sent came back unchanged, or"
                        + " not at all.";
    }

    private static String next(Score score) {
        return score.has(Sign.EMBEDDED)
                ? "Export the data of these messages (field data.data) and read it as what it begins with; ask which program"
                        + " of the first host sends it."
                : "Compare the data of a request and its reply (field data.data), and ask which program of the first host"
                        + " sends them.";
    }
}
