package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.packet.PacketEntries;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.QueryKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a host asked another under one identifier: a session in short, with the counts of the report.
 *
 * @param kind what it asked
 * @param requester who asked
 * @param responder whom it asked, which may be a group
 * @param identifier the identifier, 0 to 65,535
 * @param sent requests, each sequence number once per use
 * @param again requests and replies that were seen again, sent or captured once more; not among those sent
 * @param received requests that were answered
 * @param pending requests that may still have been answered when the capture ended
 * @param unsolicited replies to no captured request; not among those received
 * @param firstNanos the time of its first message in nanoseconds since 1970, or that of a frame without one
 * @param lastNanos the time of its last message, likewise
 * @param firstFrame the frame of its first message
 */
public record SessionCounts(
        QueryKind kind,
        IpAddress requester,
        IpAddress responder,
        int identifier,
        long sent,
        long again,
        long received,
        long pending,
        long unsolicited,
        long firstNanos,
        long lastNanos,
        long firstFrame) {

    /**
     * Returns the time of its first message.
     *
     * @return the time, or null
     */
    public @Nullable Instant firstTime() {
        return PacketEntries.instant(firstNanos);
    }

    /**
     * Returns the frame of its first request.
     *
     * @return the number, or {@link PacketView#NONE} where a reply may have come first
     */
    public long firstRequest() {
        return unsolicited == 0 ? firstFrame : PacketView.NONE;
    }
}
