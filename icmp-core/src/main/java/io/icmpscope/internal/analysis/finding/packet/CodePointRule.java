package io.icmpscope.internal.analysis.finding.packet;

import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.message.CodePoint.Status;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Types and codes that the registry does not have in use: one finding for each version and state. */
public final class CodePointRule implements Rule {

    private static final Threshold MESSAGES =
            new Threshold("CODE-POINT.messages", 1, "messages", "messages of such types and codes, at least");

    private static final FindingKind KIND = new FindingKind(
            "CODE-POINT",
            Category.PROTOCOL,
            "Messages have a type or a code that is unassigned, reserved, deprecated or for experiments.",
            List.of(MESSAGES),
            List.of(
                    "RFC 1122 section 3.2.2",
                    "RFC 4443 section 2.1",
                    "RFC 4443 section 2.4",
                    "RFC 6918",
                    "RFC 2780 section 6"));

    private record Group(int icmpVersion, boolean codes, Status status) implements Comparable<Group> {

        private static final Comparator<Group> ORDER = Comparator.comparingInt(Group::icmpVersion)
                .thenComparing(Group::codes)
                .thenComparing(Group::status);

        static Group of(OddPacket odd) {
            int number = odd.key().number();
            return new Group(CodeStates.version(number), CodeStates.isAboutTheCode(number), CodeStates.status(number));
        }

        @Override
        public int compareTo(Group other) {
            return ORDER.compare(this, other);
        }
    }

    /** Makes the rule. */
    public CodePointRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        Map<Group, OddGroup> groups = new TreeMap<>();
        for (OddPacket odd : Odd.of(merged, Oddity.CODE_POINT)) {
            groups.computeIfAbsent(Group.of(odd), first -> new OddGroup()).add(odd);
        }
        groups.forEach((group, odd) -> {
            if (odd.count() >= merged.value(MESSAGES)) {
                found.accept(finding(group, odd, merged.value(MESSAGES)));
            }
        });
    }

    private static Finding finding(Group group, OddGroup odd, double threshold) {
        boolean known = group.status == Status.EXPERIMENTAL || group.status == Status.DEPRECATED;
        List<String> points = odd.numbers().stream()
                .map(number -> group.codes
                        ? CodeStates.type(number) + "/" + CodeStates.code(number)
                        : String.valueOf(CodeStates.type(number)))
                .distinct()
                .toList();
        List<Integer> types =
                odd.numbers().stream().map(CodeStates::type).distinct().toList();
        List<Integer> codes =
                odd.numbers().stream().map(CodeStates::code).distinct().toList();
        String protocol = group.icmpVersion == 4 ? "ICMP" : "ICMPv6";
        String state = group.status.name().toLowerCase(Locale.ROOT);
        List<IpAddress> sources = odd.sources();
        String type = DisplayFilter.type(group.icmpVersion, types.toArray(Integer[]::new));
        return FindingBuilder.of(
                        KIND, known ? Severity.INFO : Severity.LOW, known ? Confidence.HIGH : Confidence.MEDIUM)
                .says(
                        protocol + " messages of " + state + (group.codes ? " codes: type/code " : " types: ")
                                + Odd.names(points),
                        Say.count(odd.count(), "message") + " from " + Odd.names(sources)
                                + (odd.count() == 1 ? " has " : " have ")
                                + (points.size() == 1 ? "a " : Say.count(points.size()) + " ")
                                + (group.codes ? "type/code" : "type") + (points.size() == 1 ? "" : "s")
                                + " that the registry of IANA, as this program knows it, calls " + state + ".")
                .measured("messages", odd.count(), threshold)
                .about(sources)
                .evidence(odd.count(), odd.frames(), odd.firstTime(), odd.lastTime())
                .check(
                        known
                                ? "Old systems send deprecated types, and programs under development use those for experiments."
                                : "A protocol that is newer than the table of this program looks the same; so do programs that"
                                        + " test firewalls.",
                        "Look the number up at iana.org/assignments, and find the program on " + Odd.names(sources)
                                + " that sends it; what it carries may be a protocol of its own.",
                        group.codes
                                ? DisplayFilter.all(
                                        type, DisplayFilter.code(group.icmpVersion, codes.toArray(Integer[]::new)))
                                : type)
                .build();
    }
}
