package io.icmpscope.internal.reading;

import io.icmpscope.message.HandoverOption;
import io.icmpscope.message.NdpOption;

/** IP address or prefix: RFC 5568 section 6.4.1; new router prefix information: RFC 4068 section 6.4.2. */
final class AddressOrPrefixReader {

    private static final int OPTION_CODE = 2; // offsets in the option
    private static final int PREFIX_LENGTH = 3;
    private static final int ADDRESS = 8;

    private AddressOrPrefixReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        return new HandoverOption.AddressOrPrefix(
                in.u8(at), in.u8(at + OPTION_CODE), in.u8(at + PREFIX_LENGTH), in.ipv6(at + ADDRESS));
    }
}
