package io.icmpscope.internal.reading;

import io.icmpscope.message.DuplicateAddress;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.UnknownMessage;

/** Duplicate address request and confirmation: RFC 6775 section 4.4, RFC 8505 section 4.2. */
final class DuplicateAddressReader {

    private static final String LAYER = "duplicate-address";

    private static final int CODE = 1; // offsets in the message
    private static final int STATUS = 4;
    private static final int TRANSACTION_ID = 5;
    private static final int LIFETIME = 6;
    private static final int OWNERSHIP_VERIFIER = 8;

    private static final int SUFFIX = 0x0F; // of the code, by which the length of the verifier goes
    private static final int LARGEST = 4;
    private static final int UNIT = 8; // bytes
    private static final int ADDRESS = 16;

    private DuplicateAddressReader() {}

    static IcmpMessage read(MessageBytes in) {
        int suffix = in.u8(CODE) & SUFFIX;
        if (suffix > LARGEST) {
            in.problem(LAYER, CODE, LARGEST, suffix, "the code gives the ownership verifier no known length");
            return new UnknownMessage(in.bodyLength());
        }
        int address = OWNERSHIP_VERIFIER + UNIT * Math.max(1, suffix);
        if (!in.has(address, ADDRESS)) {
            in.tooShort(LAYER, 0, address + ADDRESS);
            return new UnknownMessage(in.bodyLength());
        }
        return new DuplicateAddress(
                in.u8(STATUS),
                in.u8(TRANSACTION_ID),
                in.u16(LIFETIME),
                in.hex(OWNERSHIP_VERIFIER, address - OWNERSHIP_VERIFIER),
                in.ipv6(address));
    }
}
