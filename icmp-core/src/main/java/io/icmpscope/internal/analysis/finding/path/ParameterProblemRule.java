package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.finding.DisplayFilter;
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
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Hosts and routers that could not process a header. */
public final class ParameterProblemRule implements Rule {

    private static final Threshold LOW =
            new Threshold("PARAMETER-PROBLEM.low", 1, "errors", "errors of one reporter, for low");

    private static final FindingKind KIND = new FindingKind(
            "PARAMETER-PROBLEM",
            Category.PROTOCOL,
            "A router or host could not process a field of a header, and said which.",
            List.of(LOW),
            List.of(
                    "RFC 792",
                    "RFC 1122 section 3.2.2.5",
                    "RFC 1812 section 4.3.3.5",
                    "RFC 4443 section 3.4",
                    "RFC 8883"));

    private static final class Complaints {
        final Gathered errors = new Gathered();
        final TreeSet<String> fields = new TreeSet<>();
    }

    /** Makes the rule. */
    public ParameterProblemRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        Map<IpAddress, Complaints> byReporter = new TreeMap<>();
        for (BadField field : merged.observed(BadField.class)) {
            Complaints complaints = byReporter.computeIfAbsent(field.complaint().reporter(), fresh -> new Complaints());
            complaints.errors.add(field.seen());
            complaints.errors.sources.addAll(field.senders());
            complaints.fields.add(told(field.complaint()));
        }
        byReporter.forEach((reporter, complaints) -> {
            if (complaints.errors.count() >= merged.value(LOW)) {
                found.accept(finding(reporter, complaints, merged));
            }
        });
    }

    private static String told(BadField.Complaint complaint) {
        String field = complaint.field() == null ? "byte " + complaint.pointer() : complaint.field();
        return what(complaint.reporter().version(), complaint.code()) + " (" + field + ")";
    }

    private static String what(int version, int code) {
        if (version == 4) {
            return switch (code) {
                case 1 -> "an option is missing";
                case 2 -> "a length is wrong";
                default -> "a field is wrong";
            };
        }
        return switch (code) {
            case 1 -> "an unknown next header";
            case 2 -> "an unknown option";
            case 3 -> "a first fragment without the whole header chain";
            case 4 -> "a segment routing upper-layer header that is wrong";
            case 5 -> "a next header that a node on the way does not know";
            case 6 -> "an extension header that is too big";
            case 7 -> "a chain of extension headers that is too long";
            case 8 -> "too many extension headers";
            case 9 -> "too many options";
            case 10 -> "an option that is too big";
            default -> "a field is wrong";
        };
    }

    private static Finding finding(IpAddress reporter, Complaints complaints, Merged merged) {
        Gathered errors = complaints.errors;
        int version = reporter.version();
        FindingBuilder finding = FindingBuilder.of(KIND, Severity.LOW, Confidence.HIGH)
                .says(
                        reporter + " could not process headers that it received",
                        reporter + " sent " + Say.count(errors.count(), "error") + " about packets from "
                                + Words.few(errors.sources) + ": " + Words.few(complaints.fields) + ".")
                .measured("errors", errors.count(), merged.value(LOW))
                .about(Gathered.addresses(List.of(List.of(reporter), errors.sources)))
                .check(
                        "A host that does not know a new protocol or option answers so, as it should; tests of options and"
                                + " fragments provoke it.",
                        "Look at the quoted header in the error, at the field that the pointer names, and at what sent it.",
                        DisplayFilter.all(
                                DisplayFilter.type(version, version == 4 ? 12 : 4), DisplayFilter.from(reporter)));
        return finding.evidence(errors.seen()).build();
    }
}
