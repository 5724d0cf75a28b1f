package io.icmpscope.internal.reading;

import io.icmpscope.message.RouterRenumbering;

/** Use-prefix part of a prefix control operation: RFC 2894 section 3.2.1.2. */
final class UsePrefixReader {

    private static final int USE_LENGTH = 0; // offsets in the part
    private static final int KEEP_LENGTH = 1;
    private static final int FLAG_MASK = 2;
    private static final int ADVERTISEMENT_FLAGS = 3;
    private static final int VALID_LIFETIME = 4;
    private static final int PREFERRED_LIFETIME = 8;
    private static final int FLAGS = 12;
    private static final int PREFIX = 16;

    private static final int DECREMENT_VALID = 0x80; // flags
    private static final int DECREMENT_PREFERRED = 0x40;

    private UsePrefixReader() {}

    static RouterRenumbering.UsePrefix read(MessageBytes in, int at) {
        return new RouterRenumbering.UsePrefix(
                in.u8(at + USE_LENGTH),
                in.u8(at + KEEP_LENGTH),
                in.u8(at + FLAG_MASK),
                in.u8(at + ADVERTISEMENT_FLAGS),
                in.u32(at + VALID_LIFETIME),
                in.u32(at + PREFERRED_LIFETIME),
                (in.u8(at + FLAGS) & DECREMENT_VALID) != 0,
                (in.u8(at + FLAGS) & DECREMENT_PREFERRED) != 0,
                in.ipv6(at + PREFIX));
    }
}
