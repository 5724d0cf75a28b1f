package io.icmpscope.internal.reading;

import io.icmpscope.message.NdpOption;

/** MTU: RFC 4861 section 4.6.4. */
final class MtuReader {

    private static final String LAYER = "mtu";
    private static final int MTU = 4; // offset in the option
    private static final int SMALLEST = 1280; // bytes, RFC 8200 section 5

    private MtuReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        long mtu = in.u32(at + MTU);
        if (mtu < SMALLEST) {
            in.problem(LAYER, at + MTU, SMALLEST, mtu, "IPv6 needs a larger MTU");
        }
        return new NdpOption.Mtu(mtu);
    }
}
