package io.icmpscope.internal.analysis.finding.tunnel;

import io.icmpscope.internal.packet.EchoData;
import io.icmpscope.internal.packet.PacketView;

/**
 * The messages of pingtunnel (github.com/esrrhs/pingtunnel, msg.proto): Protocol Buffers, whose sixth field, a number, is
 * always the same.
 */
final class PingTunnel {

    private static final int MAGIC_FIELD = 6;
    private static final int MAGIC = 2 * 57_005; // as a signed number is written
    private static final int VARINT = 0; // types of fields
    private static final int BYTES = 2;
    private static final int LARGEST = 5; // bytes of a number that fits

    private PingTunnel() {}

    /** Walks over the fields before that one, which are numbers and texts. */
    static boolean fits(PacketView echo) {
        int at = 0;
        int previous = 0;
        while (at < EchoData.length(echo)) {
            int tag = EchoData.u8(echo, at);
            int field = tag >>> 3;
            int length = numberLength(echo, at + 1);
            if (field <= previous || field > MAGIC_FIELD || length == 0) {
                return false;
            }
            int number = number(echo, at + 1, length);
            if (field == MAGIC_FIELD) {
                return (tag & 7) == VARINT && number == MAGIC;
            }
            previous = field;
            at += 1 + length;
            if ((tag & 7) == BYTES && number >= 0 && number < EchoData.length(echo)) {
                at += number;
            } else if ((tag & 7) != VARINT) {
                return false;
            }
        }
        return false;
    }

    /** How many bytes a number has, each but the last with its highest bit set; 0 when it does not end. */
    private static int numberLength(PacketView echo, int at) {
        for (int i = 0; i < LARGEST && DataBytes.has(echo, at + i + 1); i++) {
            if (EchoData.u8(echo, at + i) < 0x80) {
                return i + 1;
            }
        }
        return 0;
    }

    private static int number(PacketView echo, int at, int length) {
        int number = 0;
        for (int i = 0; i < length; i++) {
            number |= (EchoData.u8(echo, at + i) & 0x7F) << (7 * i);
        }
        return number;
    }
}
