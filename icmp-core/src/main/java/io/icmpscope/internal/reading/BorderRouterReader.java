package io.icmpscope.internal.reading;

import io.icmpscope.message.LowPanOption;
import io.icmpscope.message.NdpOption;

/** Authoritative border router: RFC 6775 section 4.3. */
final class BorderRouterReader {

    private static final int VERSION_LOW = 2; // offsets in the option
    private static final int VERSION_HIGH = 4;
    private static final int VALID_LIFETIME = 6;
    private static final int ADDRESS = 8;

    private BorderRouterReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        long version = (long) in.u16(at + VERSION_HIGH) << 16 | in.u16(at + VERSION_LOW);
        return new LowPanOption.AuthoritativeBorderRouter(version, in.u16(at + VALID_LIFETIME), in.ipv6(at + ADDRESS));
    }
}
