package io.icmpscope.internal.analysis.finding.tunnel;

import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.internal.analysis.finding.DisplayFilter;
import java.util.List;

/**
 * What two hosts sent each other in echo messages that no ping sends.
 *
 * @param ends between whom
 * @param identifiers the first identifiers of the messages
 * @param moreIdentifiers whether there were more
 * @param irregularPercent the share of requests whose sequence number does not follow that of the one before
 * @param requests what the requests carry whose data is unknown
 * @param replies what the replies carry that were not the echo of a request
 * @param changed how many replies had other data than their requests
 * @param unsolicited how many replies had no request
 * @param sent all requests under these identifiers
 * @param received how many of them were answered, with more than an empty reply
 * @param duplicates further replies to them
 * @param shown the messages that carry it
 * @param marks programs that they are known by
 */
record EchoDataSeen(
        Ends ends,
        List<Integer> identifiers,
        boolean moreIdentifiers,
        double irregularPercent,
        DataStats requests,
        DataStats replies,
        long changed,
        long unsolicited,
        long sent,
        long received,
        long duplicates,
        Seen shown,
        List<Mark> marks) {

    private static final int FEW = 4; // identifiers that make a filter clearer

    /** Keeps copies of the lists. */
    EchoDataSeen {
        identifiers = List.copyOf(identifiers);
        marks = List.copyOf(marks);
    }

    /** Messages that a program is known by. */
    record Mark(Signature signature, Seen shown) {}

    double changedPercent() {
        long pairs = Math.max(changed, moreIdentifiers ? Math.max(received, requests.messages()) : received);
        return pairs == 0 ? 0 : 100.0 * changed / pairs;
    }

    double answeredPercent() {
        return sent == 0 ? 0 : 100.0 * received / sent;
    }

    String filter() {
        if (moreIdentifiers || identifiers.size() > FEW) {
            return ends.filter();
        }
        String field = ends.requester().version() == 4 ? "icmp.ident" : "icmpv6.echo.identifier";
        return DisplayFilter.all(ends.filter(), DisplayFilter.in(field, identifiers));
    }
}
