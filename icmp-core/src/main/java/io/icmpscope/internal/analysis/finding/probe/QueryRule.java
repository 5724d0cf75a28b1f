package io.icmpscope.internal.analysis.finding.probe;

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
import io.icmpscope.report.QueryKind;
import io.icmpscope.report.Threshold;
import java.util.List;
import java.util.function.Consumer;

/** Questions that hosts of today do not ask of their own accord: for the time, a mask, or a network's number. */
public final class QueryRule implements Rule {

    private final FindingKind kind;
    private final Threshold medium;
    private final QueryKind query;
    private final String tells;
    private final String harmless;

    private QueryRule(String id, QueryKind query, String tells, String harmless, String... references) {
        this.query = query;
        this.tells = tells;
        this.harmless = harmless;
        medium = new Threshold(id + ".medium", 2, "requests", "requests, when some are answered, for medium");
        kind = new FindingKind(
                id,
                Category.SECURITY,
                "A host asked others an ICMP " + Queries.name(query) + " request, whose answer tells " + tells + ".",
                List.of(medium),
                List.of(references));
    }

    /**
     * Makes the rule for timestamp requests.
     *
     * @return the rule
     */
    public static QueryRule timestamp() {
        return new QueryRule(
                "PROBE-TIMESTAMP",
                QueryKind.TIMESTAMP,
                "the clock of a host",
                "Some old devices set their clock by it, and clockdiff or hping may be used by an administrator.",
                "RFC 792",
                "RFC 1122 section 3.2.2.8",
                "CVE-1999-0524",
                "MITRE ATT&CK T1018");
    }

    /**
     * Makes the rule for address mask requests.
     *
     * @return the rule
     */
    public static QueryRule addressMask() {
        return new QueryRule(
                "PROBE-MASK",
                QueryKind.ADDRESS_MASK,
                "how a network is divided",
                "Hosts without a disk asked for their mask when they started, by a broadcast, until DHCP came.",
                "RFC 950",
                "RFC 1122 section 3.2.2.9",
                "RFC 6918 section 2.4",
                "CVE-1999-0524",
                "MITRE ATT&CK T1018");
    }

    /**
     * Makes the rule for information requests.
     *
     * @return the rule
     */
    public static QueryRule information() {
        return new QueryRule(
                "PROBE-INFORMATION",
                QueryKind.INFORMATION,
                "that a host is there",
                "Hosts that started up asked for their network's number so, before 1985; today only test tools do.",
                "RFC 792",
                "RFC 1122 section 3.2.2.7",
                "RFC 6918 section 2.2",
                "MITRE ATT&CK T1018");
    }

    @Override
    public FindingKind kind() {
        return kind;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        for (Asked asked : Asked.of(query, merged)) {
            if (asked.sent() > 0) {
                found.accept(finding(asked, merged.value(medium)));
            }
        }
    }

    private Finding finding(Asked asked, double several) {
        boolean answered = asked.replies() > 0;
        boolean worrying = answered && asked.sent() >= several;
        IpAddress requester = asked.requester();
        String name = Queries.name(query);
        return FindingBuilder.of(kind, worrying ? Severity.MEDIUM : Severity.LOW, Confidence.HIGH)
                .says(
                        "ICMP " + name + " requests from " + requester + (answered ? " were answered" : ""),
                        requester + " sent " + Say.count(asked.sent(), name + " request") + " to "
                                + Say.count(asked.asked().size(), "host") + "; " + Queries.answers(asked) + ".")
                .measured("requests", asked.sent(), worrying ? several : 1)
                .about(asked.concerned())
                .evidence(asked.sent() + asked.replies(), asked.frames(), asked.first(), asked.last())
                .check(
                        harmless,
                        answered
                                ? "Ask who runs " + requester
                                        + " what it is for, and let a firewall or the hosts refuse such"
                                        + " requests: an answer tells a stranger " + tells + "."
                                : "Look whether " + requester
                                        + " sent other probes about that time; one that is not answered"
                                        + " told it nothing.",
                        Queries.between(requester, query))
                .build();
    }
}
