package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.message.IpAddress;

/**
 * Somebody who asked for many addresses from which no answer was seen.
 *
 * @param place which link
 * @param source who asked
 * @param router whether it advertises itself as router
 * @param unanswered addresses without an answer within 60 seconds, at most
 * @param repeated how many of them it asked for more than once within that time, as is done when no answer comes
 * @param inRow how many followed on another one
 * @param answers how many answers to it were seen in the capture
 * @param asked the questions
 */
record ScanSeen(
        String place,
        IpAddress source,
        boolean router,
        int unanswered,
        int repeated,
        int inRow,
        long answers,
        Seen asked) {}
