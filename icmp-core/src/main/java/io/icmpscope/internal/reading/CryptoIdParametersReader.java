package io.icmpscope.internal.reading;

import io.icmpscope.message.LowPanOption;
import io.icmpscope.message.NdpOption;

/** Parameters of a Crypto-ID: RFC 8928 section 4.3. */
final class CryptoIdParametersReader {

    private static final String LAYER = "crypto-id";

    private static final int KEY_LENGTH = 2; // offsets in the option; the lower 11 bits of two bytes
    private static final int CRYPTO_TYPE = 4;
    private static final int MODIFIER = 5;
    private static final int REGISTRATION_LENGTH = 6;
    private static final int PUBLIC_KEY = 8;

    private static final int LENGTH_BITS = 0x07FF;

    private CryptoIdParametersReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        int length = in.u16(at + KEY_LENGTH) & LENGTH_BITS;
        int room = end - at - PUBLIC_KEY;
        if (length > room) {
            in.problem(LAYER, at + PUBLIC_KEY, length, room, "the key reaches beyond its option");
        }
        return new LowPanOption.CryptoIdParameters(
                in.u8(at + CRYPTO_TYPE),
                in.u8(at + MODIFIER),
                in.u8(at + REGISTRATION_LENGTH),
                in.hex(at + PUBLIC_KEY, Math.min(length, room)));
    }
}
