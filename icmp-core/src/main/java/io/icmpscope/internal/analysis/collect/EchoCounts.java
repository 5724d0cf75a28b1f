package io.icmpscope.internal.analysis.collect;

import io.icmpscope.message.IpAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The counts of one ping, as the report has them.
 *
 * @param requester who asked
 * @param responder whom it asked, which may be a group
 * @param sent requests, each sequence number once per use
 * @param again requests and replies that were seen again, sent or captured once more; not among those sent
 * @param received requests that were answered
 * @param pending requests that may still have been answered
 * @param unsolicited replies to no captured request; not among those received
 * @param firstFrame the frame of its first message
 * @param firstTime the time of its first message, or null
 */
public record EchoCounts(
        IpAddress requester,
        IpAddress responder,
        long sent,
        long again,
        long received,
        long pending,
        long unsolicited,
        long firstFrame,
        @Nullable Instant firstTime) {}
