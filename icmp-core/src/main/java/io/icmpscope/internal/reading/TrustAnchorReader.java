package io.icmpscope.internal.reading;

import io.icmpscope.message.NdpOption;
import io.icmpscope.message.SendOption;

/** Trust anchor: RFC 3971 section 6.4.3. */
final class TrustAnchorReader {

    private static final String LAYER = "trust-anchor";

    private static final int NAME_TYPE = 2; // offsets in the option
    private static final int PAD_LENGTH = 3;
    private static final int NAME = 4;

    private static final int DOMAIN_NAME = 2; // a name type

    private TrustAnchorReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        int type = in.u8(at + NAME_TYPE);
        int nameEnd = Padding.start(in, LAYER, at + NAME, end, in.u8(at + PAD_LENGTH));
        String name = type == DOMAIN_NAME
                ? new DnsNames(in, LAYER, at + NAME, nameEnd).next()
                : in.hex(at + NAME, nameEnd - at - NAME);
        return new SendOption.TrustAnchor(type, name);
    }
}
