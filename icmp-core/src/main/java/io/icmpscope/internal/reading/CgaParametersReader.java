package io.icmpscope.internal.reading;

import io.icmpscope.message.NdpOption;
import io.icmpscope.message.SendOption;

/** Parameters of a cryptographically generated address: RFC 3971 section 5.1, RFC 3972 section 3. */
final class CgaParametersReader {

    private static final String LAYER = "cga";

    private static final int PAD_LENGTH = 2; // offsets in the option
    private static final int MODIFIER = 4;
    private static final int SUBNET_PREFIX = 20;
    private static final int COLLISION_COUNT = 28;
    private static final int PUBLIC_KEY = 29;

    private CgaParametersReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        int keyEnd = Padding.start(in, LAYER, at + PUBLIC_KEY, end, in.u8(at + PAD_LENGTH));
        return new SendOption.CgaParameters(
                in.hex(at + MODIFIER, 16),
                in.hex(at + SUBNET_PREFIX, 8),
                in.u8(at + COLLISION_COUNT),
                in.hex(at + PUBLIC_KEY, keyEnd - at - PUBLIC_KEY));
    }
}
