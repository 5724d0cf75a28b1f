package io.icmpscope.internal.analysis.echo;

import io.icmpscope.message.IpAddress;
import io.icmpscope.report.QueryKind;

/**
 * What a host asked another under one identifier: a session in short.
 *
 * @param kind what it asked
 * @param responder whom it asked
 * @param identifier the identifier, 0 to 65,535
 * @param sent requests
 * @param received requests that were answered
 * @param pending requests that may still have been answered when the capture ended
 * @param firstNanos the time of its first message in nanoseconds since 1970, or that of a frame without one
 * @param lastNanos the time of its last message, likewise
 * @param firstFrame the frame of its first request; {@link io.icmpscope.internal.packet.PacketView#NONE} where a reply may have
 *     come first
 */
public record Question(
        QueryKind kind,
        IpAddress responder,
        int identifier,
        long sent,
        long received,
        long pending,
        long firstNanos,
        long lastNanos,
        long firstFrame) {}
