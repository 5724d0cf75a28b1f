package io.icmpscope.internal.reading;

import io.icmpscope.message.NdpOption;

/** Source and target address list: RFC 3122 section 3.1. */
final class AddressListReader {

    private static final String LAYER = "address-list";
    private static final int ADDRESSES = 8; // offset in the option
    private static final int ADDRESS = 16; // bytes

    private AddressListReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        int rest = (end - at - ADDRESSES) % ADDRESS;
        if (rest != 0) {
            in.problem(LAYER, end - rest, ADDRESS, rest, "the last address is cut by its option");
        }
        return new NdpOption.AddressList(in.u8(at), in.ipv6List(at + ADDRESSES, end));
    }
}
