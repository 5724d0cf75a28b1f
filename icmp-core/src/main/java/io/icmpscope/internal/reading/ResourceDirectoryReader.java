package io.icmpscope.internal.reading;

import io.icmpscope.message.LowPanOption;
import io.icmpscope.message.NdpOption;

/** Resource directory address: RFC 9176 section 4.1.1. */
final class ResourceDirectoryReader {

    private static final int VALID_LIFETIME = 4; // offsets in the option
    private static final int ADDRESS = 8;

    private ResourceDirectoryReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        return new LowPanOption.ResourceDirectoryAddress(in.u32(at + VALID_LIFETIME), in.ipv6(at + ADDRESS));
    }
}
