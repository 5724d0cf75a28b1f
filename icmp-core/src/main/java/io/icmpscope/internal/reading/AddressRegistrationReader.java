package io.icmpscope.internal.reading;

import io.icmpscope.message.LowPanOption;
import io.icmpscope.message.NdpOption;

/** Address registration: RFC 6775 section 4.1, RFC 8505 section 4.1. */
final class AddressRegistrationReader {

    private static final String LAYER = "address-registration";

    private static final int STATUS = 2; // offsets in the option
    private static final int OPAQUE = 3;
    private static final int FLAGS = 4;
    private static final int TRANSACTION_ID = 5;
    private static final int LIFETIME = 6;
    private static final int OWNERSHIP_VERIFIER = 8;

    private static final int LONGEST = 40; // bytes

    private AddressRegistrationReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        if (end - at > LONGEST) {
            in.problem(LAYER, at, LONGEST, end - at, "no ownership verifier is longer than 32 bytes");
        }
        return new LowPanOption.AddressRegistration(
                in.u8(at + STATUS),
                in.u8(at + OPAQUE),
                in.u8(at + FLAGS),
                in.u8(at + TRANSACTION_ID),
                in.u16(at + LIFETIME),
                in.hex(at + OWNERSHIP_VERIFIER, end - at - OWNERSHIP_VERIFIER));
    }
}
