package io.icmpscope.internal.reading;

import io.icmpscope.message.NdpOption;
import io.icmpscope.message.SendOption;

/** RSA signature: RFC 3971 section 5.2; proxy signature: RFC 6496 section 5.1. */
final class SignatureReader {

    private static final int KEY_HASH = 4; // offsets in the option
    private static final int SIGNATURE = 20;

    private SignatureReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        return new SendOption.Signature(
                in.u8(at), in.hex(at + KEY_HASH, 16), in.hex(at + SIGNATURE, end - at - SIGNATURE));
    }
}
