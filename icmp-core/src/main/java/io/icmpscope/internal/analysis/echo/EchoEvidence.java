package io.icmpscope.internal.analysis.echo;

import io.icmpscope.report.EchoSession;
import java.util.List;

/**
 * A session of the report, and the frames in which one can see what it tells: the first of each kind, 10 at most, ascending.
 *
 * @param session the session
 * @param lost requests that got neither an answer nor an ICMP error
 * @param late answers after the reply timeout
 * @param duplicates answers after the first
 * @param outOfOrder answers to a request older than one answered before
 * @param copies messages that the capture holds twice
 * @param mismatches answers with other data than was sent
 * @param unsolicited replies to no captured request
 * @param slowest the answers that took longest
 */
public record EchoEvidence(
        EchoSession session,
        List<Long> lost,
        List<Long> late,
        List<Long> duplicates,
        List<Long> outOfOrder,
        List<Long> copies,
        List<Long> mismatches,
        List<Long> unsolicited,
        List<Long> slowest) {

    /** Keeps copies of the lists. */
    public EchoEvidence {
        lost = List.copyOf(lost);
        late = List.copyOf(late);
        duplicates = List.copyOf(duplicates);
        outOfOrder = List.copyOf(outOfOrder);
        copies = List.copyOf(copies);
        mismatches = List.copyOf(mismatches);
        unsolicited = List.copyOf(unsolicited);
        slowest = List.copyOf(slowest);
    }
}
