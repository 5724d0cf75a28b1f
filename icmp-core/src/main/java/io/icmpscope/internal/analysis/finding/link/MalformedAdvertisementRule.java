package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Router advertisements that are malformed in the way that harms some receivers. */
public final class MalformedAdvertisementRule implements Rule {

    private static final Threshold ADVERTISEMENTS =
            new Threshold("RA-MALFORMED.advertisements", 1, "advertisements", "malformed advertisements, at least");

    private static final FindingKind KIND = new FindingKind(
            "RA-MALFORMED",
            Category.SECURITY,
            "Router advertisements had an option whose lengths contradict each other, which crashes some receivers.",
            List.of(ADVERTISEMENTS),
            List.of(
                    "RFC 4861 section 4.6",
                    "RFC 4861 section 6.1.2",
                    "RFC 8106 section 5.1",
                    "RFC 8106 section 5.2",
                    "CVE-2020-16898",
                    "CVE-2020-16899",
                    "MITRE ATT&CK T1499.004"));

    /** A way to be malformed. */
    private record Pattern(String title, String words, Severity severity, Predicate<Violation> fits) {}

    private static final List<Pattern> PATTERNS = List.of(
            new Pattern(
                    "an option for DNS servers of even length",
                    "had an option for DNS servers whose length is an even number of units, as in CVE-2020-16898",
                    Severity.CRITICAL,
                    Rulings::isServersOfEvenLength),
            new Pattern(
                    "a search domain that is longer than its option",
                    "had a DNS search domain that reaches beyond its option, as in CVE-2020-16899",
                    Severity.HIGH,
                    Rulings::isDomainBeyondItsOption),
            new Pattern(
                    "an option of length 0",
                    "had an option of length 0, which some receivers read for ever",
                    Severity.HIGH,
                    Rulings::isOptionWithoutLength));

    /** Makes the rule. */
    public MalformedAdvertisementRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        Links.apart(merged.observed(Violation.class), Violation::place).values().forEach(link -> {
            for (Pattern pattern : PATTERNS) {
                List<Violation> some = link.stream().filter(pattern.fits).toList();
                Seen shown = Seen.sum(some.stream().map(Violation::seen).toList());
                if (!some.isEmpty() && shown.count() >= merged.value(ADVERTISEMENTS)) {
                    found.accept(finding(pattern, some, shown, merged.value(ADVERTISEMENTS)));
                }
            }
        });
    }

    private static Finding finding(Pattern pattern, List<Violation> some, Seen shown, double least) {
        List<IpAddress> sources =
                some.stream().map(Violation::source).distinct().toList();
        return FindingBuilder.of(KIND, pattern.severity, Confidence.MEDIUM)
                .says(
                        "Router advertisements had " + pattern.title,
                        Say.count(shown.count(), "router advertisement") + " of " + sources.get(0)
                                + (sources.size() > 1 ? " and others " : " ") + pattern.words + ".")
                .measured("malformed_advertisements", shown.count(), least)
                .about(sources)
                .evidence(shown)
                .check(
                        "A router with a fault in its software, or a test of receivers, sends such too.",
                        "Look at the options of these frames byte by byte, find the sender's switch port, and see that"
                                + " hosts have the patches for it.",
                        LinkFilter.from(sources, 134))
                .build();
    }
}
