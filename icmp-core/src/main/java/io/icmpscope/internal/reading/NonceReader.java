package io.icmpscope.internal.reading;

import io.icmpscope.message.NdpOption;
import io.icmpscope.message.SendOption;

/** Nonce: RFC 3971 section 5.3.2. */
final class NonceReader {

    private static final int NONCE = 2; // offset in the option

    private NonceReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        return new SendOption.Nonce(in.hex(at + NONCE, end - at - NONCE));
    }
}
