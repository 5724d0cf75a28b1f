package io.icmpscope.internal.analysis.finding.flood;

import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.internal.analysis.finding.Failures;
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

/** Echo messages and errors to a group, unless {@link SmurfRule} says what is behind them. */
public final class MulticastRule implements Rule {

    private static final Threshold MESSAGES =
            new Threshold("MULTICAST-DESTINATION.messages", 1, "messages", "messages of one kind to the group");

    private static final FindingKind KIND = new FindingKind(
            "MULTICAST-DESTINATION",
            Category.PROTOCOL,
            "Echo requests, replies or errors were sent to a multicast address.",
            List.of(MESSAGES),
            List.of(
                    "RFC 1122 section 3.2.2.6",
                    "RFC 1122 section 3.2.2",
                    "RFC 4443 section 2.4",
                    "RFC 4942 section 2.1.4"));

    private static final String FORGED =
            "Look at what made the sender answer: a packet with the group as its source, which is forged or sent by mistake.";

    /** Makes the rule. */
    public MulticastRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        for (GroupAnswers pings : GroupAnswers.of(merged)) {
            if (pings.group.isMulticast()
                    && pings.requests() >= merged.value(MESSAGES)
                    && !SmurfRule.tells(pings, merged)) {
                found.accept(requests(pings, merged));
            }
            if (pings.requester.isMulticast() && pings.unsolicited() >= merged.value(MESSAGES)) {
                found.accept(replies(pings, merged));
            }
        }
        for (Told told : merged.observed(Told.class)) {
            if (told.host().isMulticast() && told.errors().count() >= merged.value(MESSAGES)) {
                found.accept(errors(told, merged));
            }
        }
    }

    private static Finding requests(GroupAnswers pings, Merged merged) {
        int version = pings.group.version();
        return FindingBuilder.of(KIND, Severity.INFO, Confidence.HIGH)
                .says(
                        pings.requester + " pings the group " + pings.group,
                        Say.count(pings.requests(), "echo request") + " from " + pings.requester + " went to the group "
                                + pings.group + "; "
                                + (pings.repliers() == 0
                                        ? "nobody was seen to answer."
                                        : Say.count(pings.repliers(), "host") + " answered."))
                .measured("requests", pings.requests(), merged.value(MESSAGES))
                .about(pings.addresses())
                .evidence(pings.seen(pings.requests()))
                .check(
                        "It is the usual way to find the neighbours of a link, or to test whether multicast is forwarded.",
                        "Ask who runs " + pings.requester
                                + " whether that was wanted; scanners of IPv6 begin like this.",
                        DisplayFilter.all(DisplayFilter.icmp(version), DisplayFilter.with(pings.requester)))
                .build();
    }

    private static Finding replies(GroupAnswers pings, Merged merged) {
        int version = pings.group.version();
        return FindingBuilder.of(KIND, Severity.LOW, Confidence.HIGH)
                .says(
                        pings.group + " sends echo replies to the group " + pings.requester,
                        Say.count(pings.unsolicited(), "echo reply", "echo replies") + " from " + pings.group
                                + " went to the group " + pings.requester + ", which cannot have asked.")
                .measured("replies", pings.unsolicited(), merged.value(MESSAGES))
                .about(pings.group, pings.requester)
                .evidence(pings.seen(pings.unsolicited()))
                .check(
                        "A protocol under test may use echo replies as its carrier.",
                        FORGED,
                        DisplayFilter.all(
                                DisplayFilter.type(version, version == 4 ? 0 : 129), DisplayFilter.to(pings.requester)))
                .build();
    }

    private static Finding errors(Told told, Merged merged) {
        int version = told.host().version();
        return FindingBuilder.of(KIND, Severity.LOW, Confidence.HIGH)
                .says(
                        "ICMP errors were sent to the group " + told.host(),
                        Say.count(told.errors().count(), "error") + " from " + Say.count(told.reporters(), "host")
                                + " went to the group " + told.host() + ", which cannot have sent what they are about.")
                .measured("errors", told.errors().count(), merged.value(MESSAGES))
                .about(told.host())
                .evidence(told.errors())
                .check(
                        "A host with a faulty network stack may do this by itself.",
                        FORGED,
                        DisplayFilter.all(
                                DisplayFilter.type(version, Failures.types(version)), DisplayFilter.to(told.host())))
                .build();
    }
}
