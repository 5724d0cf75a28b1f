package io.icmpscope.internal.reading;

import io.icmpscope.message.NdpOption;
import io.icmpscope.message.RouterOption;

/** NAT64 prefix: RFC 8781 section 4. */
final class Pref64Reader {

    private static final String LAYER = "pref64";

    private static final int LIFETIME = 2; // offsets in the option; 13 bits of lifetime, 3 of prefix length code
    private static final int PREFIX = 4;
    private static final int PREFIX_BYTES = 12;

    private static final int CODE = 7; // the 13 bits above it count units of 8 s, so where they stand they are seconds
    private static final int[] LENGTHS = {96, 64, 56, 48, 40, 32}; // bits, by code
    private static final int NONE = -1;

    private Pref64Reader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        int field = in.u16(at + LIFETIME);
        int code = field & CODE;
        if (code >= LENGTHS.length) {
            in.problem(LAYER, at + LIFETIME, LENGTHS.length - 1L, code, "the prefix length code is reserved");
        }
        return new RouterOption.Pref64(
                in.ipv6(at + PREFIX, PREFIX_BYTES), code < LENGTHS.length ? LENGTHS[code] : NONE, field & ~CODE);
    }
}
