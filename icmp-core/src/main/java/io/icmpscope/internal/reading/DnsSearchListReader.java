package io.icmpscope.internal.reading;

import io.icmpscope.message.NdpOption;
import io.icmpscope.message.RouterOption;

/** DNS search list: RFC 8106 section 5.2. */
final class DnsSearchListReader {

    private static final String LAYER = "dnssl";

    private static final int LIFETIME = 4; // offsets in the option
    private static final int DOMAINS = 8;

    private DnsSearchListReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        return new RouterOption.DnsSearchList(in.u32(at + LIFETIME), new DnsNames(in, LAYER, at + DOMAINS, end).all());
    }
}
