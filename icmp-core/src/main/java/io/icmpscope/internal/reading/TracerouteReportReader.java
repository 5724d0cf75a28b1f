package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.TracerouteReport;
import org.jspecify.annotations.Nullable;

/** Traceroute: RFC 1393 section 2.3. */
final class TracerouteReportReader {

    private static final int OUTBOUND_HOPS = 8; // offsets in the message
    private static final int RETURN_HOPS = 10;
    private static final int LINK_SPEED = 12;
    private static final int LINK_MTU = 16;

    private static final int NOT_APPLICABLE = 0xFFFF;

    private TracerouteReportReader() {}

    static IcmpMessage read(MessageBytes in) {
        return new TracerouteReport(
                in.u16(Icmp.IDENTIFIER),
                hops(in.u16(OUTBOUND_HOPS)),
                hops(in.u16(RETURN_HOPS)),
                in.u32(LINK_SPEED),
                in.u32(LINK_MTU));
    }

    private static @Nullable Integer hops(int count) {
        return count == NOT_APPLICABLE ? null : count;
    }
}
