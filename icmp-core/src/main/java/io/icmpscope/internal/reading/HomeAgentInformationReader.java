package io.icmpscope.internal.reading;

import io.icmpscope.message.NdpOption;
import io.icmpscope.message.RouterOption;

/** Home agent information: RFC 6275 section 7.4. */
final class HomeAgentInformationReader {

    private static final int PREFERENCE = 4; // offsets in the option
    private static final int LIFETIME = 6;

    private HomeAgentInformationReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        return new RouterOption.HomeAgentInformation((short) in.u16(at + PREFERENCE), in.u16(at + LIFETIME));
    }
}
