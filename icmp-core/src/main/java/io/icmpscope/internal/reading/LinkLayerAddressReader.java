package io.icmpscope.internal.reading;

import io.icmpscope.message.NdpOption;

/** Source and target link-layer address: RFC 4861 section 4.6.1. */
final class LinkLayerAddressReader {

    private static final int ADDRESS = 2; // offset in the option

    private LinkLayerAddressReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        return new NdpOption.LinkLayerAddress(in.u8(at), in.octets(at + ADDRESS, end - at - ADDRESS));
    }
}
