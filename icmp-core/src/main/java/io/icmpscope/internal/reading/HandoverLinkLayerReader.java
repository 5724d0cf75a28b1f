package io.icmpscope.internal.reading;

import io.icmpscope.message.HandoverOption;
import io.icmpscope.message.NdpOption;

/** Link-layer address of fast handovers: RFC 5568 section 6.4.3. */
final class HandoverLinkLayerReader {

    private static final int OPTION_CODE = 2; // offsets in the option
    private static final int ADDRESS = 3;

    private HandoverLinkLayerReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        return new HandoverOption.LinkLayer(in.u8(at + OPTION_CODE), in.octets(at + ADDRESS, end - at - ADDRESS));
    }
}
