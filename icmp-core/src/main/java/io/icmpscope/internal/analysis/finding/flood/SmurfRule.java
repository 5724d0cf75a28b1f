package io.icmpscope.internal.analysis.finding.flood;

import io.icmpscope.internal.analysis.finding.DisplayFilter;
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

/** Echo requests to a group that many hosts answer at once; or from a group, which makes one host answer to many. */
public final class SmurfRule implements Rule {

    private static final Threshold REPLIERS =
            new Threshold("SMURF.repliers", 3, "hosts", "hosts that answered the same requests");
    private static final Threshold AMPLIFICATION =
            new Threshold("SMURF.amplification", 3, "replies per request", "replies for each request");
    private static final Threshold REQUESTS =
            new Threshold("SMURF.requests", 10, "requests", "requests from which on it is no mere look around");
    private static final Threshold RATE = new Threshold(
            "SMURF.rate", 2, "requests per second", "slower ones are low: a ping that somebody lets run sends one");
    private static final Threshold FAST = new Threshold(
            "SMURF.fast", 10, "requests per second", "so fast, two hosts that answer half as often are enough");
    private static final Threshold MANY =
            new Threshold("SMURF.many", 10, "hosts", "hosts that answered the same requests, for high");

    private static final FindingKind KIND = new FindingKind(
            "SMURF",
            Category.SECURITY,
            "Echo requests to a broadcast or multicast address were answered by several hosts each, or claim to come from"
                    + " such an address.",
            List.of(REPLIERS, AMPLIFICATION, REQUESTS, RATE, FAST, MANY),
            List.of(
                    "CVE-1999-0513",
                    "RFC 2644",
                    "RFC 1122 section 3.2.2.6",
                    "RFC 1812 section 5.3.5.2",
                    "MITRE ATT&CK T1498.002"));

    /** Makes the rule. */
    public SmurfRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        for (GroupAnswers pings : GroupAnswers.of(merged)) {
            if (isFromAGroup(pings, merged)) {
                found.accept(fromAGroup(pings, merged));
            } else if (isAmplified(pings, merged)) {
                found.accept(amplified(pings, merged));
            }
        }
    }

    /** Whether there is a finding of this kind about them. */
    static boolean tells(GroupAnswers pings, Merged merged) {
        return isFromAGroup(pings, merged) || isAmplified(pings, merged);
    }

    private static boolean isFromAGroup(GroupAnswers pings, Merged merged) {
        return Neighborhood.isGroup(pings.requester) && pings.requests() >= merged.value(REQUESTS);
    }

    private static boolean isAmplified(GroupAnswers pings, Merged merged) {
        double amplification = merged.value(AMPLIFICATION);
        return (pings.repliers() >= merged.value(REPLIERS) && pings.amplification() >= amplification)
                || (isFast(pings, merged) && pings.repliers() >= 2 && pings.amplification() >= amplification / 2);
    }

    private static boolean isFast(GroupAnswers pings, Merged merged) {
        return pings.requests() >= merged.value(REQUESTS) && pings.perSecond() >= merged.value(FAST);
    }

    private static Finding amplified(GroupAnswers pings, Merged merged) {
        boolean many = pings.repliers() >= merged.value(MANY);
        String answered =
                Say.count(pings.requests(), "echo request") + " from " + pings.requester + " to " + pings.group;
        return FindingBuilder.of(KIND, severity(pings, many, merged), Confidence.MEDIUM)
                .says(
                        "Several hosts answer each echo request from " + pings.requester + " to " + pings.group,
                        answered + " brought " + Say.count(pings.otherReplies()) + " replies"
                                + " from at least " + Say.count(pings.repliers(), "host") + ": "
                                + Say.number(pings.amplification()) + " for each.")
                .measured("replies_per_request", pings.amplification(), merged.value(AMPLIFICATION))
                .about(pings.addresses())
                .evidence(pings.seen(pings.requests() + pings.otherReplies()))
                .check(
                        "An administrator who pings the broadcast address or all nodes of the own link, to see who is there,"
                                + " does the same.",
                        "Check by its link-layer address whether " + pings.requester
                                + " sent the requests itself; if not, it"
                                + " is the target. Let hosts ignore pings to groups, and routers drop directed broadcasts.",
                        filter(pings))
                .build();
    }

    private static Severity severity(GroupAnswers pings, boolean many, Merged merged) {
        if (pings.requests() < merged.value(REQUESTS)) {
            return Severity.INFO;
        }
        if (pings.perSecond() < merged.value(RATE)) {
            return Severity.LOW;
        }
        return many ? Severity.HIGH : Severity.MEDIUM;
    }

    private static String filter(GroupAnswers pings) {
        int version = pings.requester.version();
        String requests = DisplayFilter.all(
                DisplayFilter.type(version, version == 4 ? 8 : 128),
                DisplayFilter.from(pings.requester),
                DisplayFilter.to(pings.group));
        String replies = DisplayFilter.all(
                DisplayFilter.type(version, version == 4 ? 0 : 129), DisplayFilter.to(pings.requester));
        return DisplayFilter.all(DisplayFilter.any("(" + requests + ")", "(" + replies + ")"), pings.identified());
    }

    private static Finding fromAGroup(GroupAnswers pings, Merged merged) {
        return FindingBuilder.of(KIND, Severity.MEDIUM, Confidence.HIGH)
                .says(
                        "Echo requests to " + pings.group + " claim to come from the group " + pings.requester,
                        Say.count(pings.requests(), "echo request") + " to " + pings.group + " have the group "
                                + pings.requester
                                + " as their source, which no host has; each answer goes to all of it.")
                .measured("requests", pings.requests(), merged.value(REQUESTS))
                .about(pings.addresses())
                .evidence(pings.seen(pings.requests()))
                .check(
                        "No host may send from a group; only a test of how receivers treat such packets does.",
                        "Find the sender by its link-layer address at the switch; hosts should drop such packets.",
                        filter(pings))
                .build();
    }
}
