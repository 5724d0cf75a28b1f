package io.icmpscope.internal.reading;

import io.icmpscope.message.LowPanOption;
import io.icmpscope.message.NdpOption;

/** 6LoWPAN capability indication: RFC 7400 section 3.3, RFC 8505 section 4.3. */
final class CapabilitiesReader {

    private static final int CAPABILITIES = 2; // offset in the option

    private CapabilitiesReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        return new LowPanOption.Capabilities(in.u48(at + CAPABILITIES));
    }
}
