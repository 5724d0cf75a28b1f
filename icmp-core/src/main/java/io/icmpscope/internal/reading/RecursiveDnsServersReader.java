package io.icmpscope.internal.reading;

import io.icmpscope.message.NdpOption;
import io.icmpscope.message.RouterOption;

/** Recursive DNS servers: RFC 8106 section 5.1. */
final class RecursiveDnsServersReader {

    private static final String LAYER = "rdnss";

    private static final int LIFETIME = 4; // offsets in the option
    private static final int ADDRESSES = 8;
    private static final int ADDRESS = 16; // bytes

    private RecursiveDnsServersReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        int rest = (end - at - ADDRESSES) % ADDRESS;
        if (rest != 0) { // an even length, as in the attack CVE-2020-16898
            in.problem(
                    LAYER, at, end - at + ADDRESS - rest, end - at, "the length is even, so the last address is cut");
        }
        return new RouterOption.RecursiveDnsServers(in.u32(at + LIFETIME), in.ipv6List(at + ADDRESSES, end));
    }
}
