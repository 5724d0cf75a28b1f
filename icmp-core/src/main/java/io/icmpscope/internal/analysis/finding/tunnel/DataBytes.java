package io.icmpscope.internal.analysis.finding.tunnel;

import io.icmpscope.internal.packet.EchoData;
import io.icmpscope.internal.packet.PacketView;

/** Numbers and texts in the data of an echo. Nothing is read behind what was captured. */
final class DataBytes {

    private static final int LOOKED_AT = 128; // for a text anywhere

    private DataBytes() {}

    static boolean has(PacketView echo, int bytes) {
        return EchoData.length(echo) >= bytes;
    }

    static int u16(PacketView echo, int at) {
        return EchoData.u8(echo, at) << 8 | EchoData.u8(echo, at + 1);
    }

    static int u32(PacketView echo, int at) {
        return u16(echo, at) << 16 | u16(echo, at + 2);
    }

    /** Whether the data begins with a number of 32 bits. */
    static boolean begins(PacketView echo, int number) {
        return has(echo, 4) && u32(echo, 0) == number;
    }

    /** Whether the data has a text at a place. */
    static boolean isAt(PacketView echo, int at, String text) {
        if (!has(echo, at + text.length())) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (EchoData.u8(echo, at + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text begins among the first {@value #LOOKED_AT} bytes. */
    static boolean contains(PacketView echo, String text) {
        int last = Math.min(LOOKED_AT, EchoData.length(echo) - text.length());
        for (int at = 0; at <= last; at++) {
            if (isAt(echo, at, text)) {
                return true;
            }
        }
        return false;
    }
}
