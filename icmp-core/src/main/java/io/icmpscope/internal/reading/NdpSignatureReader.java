package io.icmpscope.internal.reading;

import io.icmpscope.message.LowPanOption;
import io.icmpscope.message.NdpOption;

/** NDP signature: RFC 8928 section 4.4. */
final class NdpSignatureReader {

    private static final String LAYER = "ndp-signature";

    private static final int SIGNATURE_LENGTH = 2; // offsets in the option; the lower 11 bits of two bytes
    private static final int SIGNATURE = 8;

    private static final int LENGTH_BITS = 0x07FF;

    private NdpSignatureReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        int length = in.u16(at + SIGNATURE_LENGTH) & LENGTH_BITS;
        int room = end - at - SIGNATURE;
        if (length > room) {
            in.problem(LAYER, at + SIGNATURE, length, room, "the signature reaches beyond its option");
        }
        return new LowPanOption.NdpSignature(in.hex(at + SIGNATURE, Math.min(length, room)));
    }
}
