package io.icmpscope.internal.reading;

import io.icmpscope.message.Rpl;
import org.jspecify.annotations.Nullable;

/** The security section of RPL: RFC 6550 section 6.1. Nothing is decrypted or verified. */
final class RplSecurityReader {

    private static final String LAYER = "rpl-security";

    private static final int TIME = 0; // offsets in the section; a flag
    private static final int ALGORITHM = 1;
    private static final int MODE = 2; // two bits of mode, three reserved, three of level
    private static final int COUNTER = 4;
    private static final int KEY = 8;

    private static final int COUNTER_IS_TIME = 0x80;
    private static final int GROUP_KEY = 0; // modes
    private static final int GROUP_KEY_WITH_SOURCE = 2;
    private static final int SIGNATURE = 3;

    private static final int KEY_SOURCE = 8; // bytes
    private static final int KEY_INDEX = 1;

    private final MessageBytes in;
    private final int at;
    private int end;

    RplSecurityReader(MessageBytes in, int at) {
        this.in = in;
        this.at = at;
        this.end = at;
    }

    /** Reads the section; null when it was cut. */
    Rpl.@Nullable Security read() {
        if (!in.has(at, KEY)) {
            in.tooShort(LAYER, at, KEY);
            return null;
        }
        int mode = in.u8(at + MODE) >>> 6;
        int level = in.u8(at + MODE) & 7;
        boolean source = mode == GROUP_KEY_WITH_SOURCE || (mode == SIGNATURE && encrypts(level));
        int length = source ? KEY_SOURCE + KEY_INDEX : mode == GROUP_KEY ? KEY_INDEX : 0;
        if (!in.has(at + KEY, length)) {
            in.tooShort(LAYER, at, KEY + length);
            return null;
        }
        end = at + KEY + length;
        return new Rpl.Security(
                (in.u8(at + TIME) & COUNTER_IS_TIME) != 0,
                in.u8(at + ALGORITHM),
                mode,
                level,
                in.u32(at + COUNTER),
                source ? in.hex(at + KEY, KEY_SOURCE) : null,
                length == 0 ? null : in.u8(end - KEY_INDEX));
    }

    /** One past the last byte of the section. */
    int end() {
        return end;
    }

    boolean isEncrypted(Rpl.Security security) {
        return encrypts(security.level());
    }

    private static boolean encrypts(int level) {
        return level == 1 || level == 3;
    }

    /** The length of the code or signature at the end of the message. */
    int checkBytes(Rpl.Security security) {
        boolean longer = security.level() >= 2;
        if (security.keyMode() == SIGNATURE) {
            return longer ? 256 : 384; // RSA of 2048 and 3072 bits
        }
        return longer ? 8 : 4; // of 64 and 32 bits
    }
}
