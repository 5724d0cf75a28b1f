package io.icmpscope.internal.analysis.total;

import io.icmpscope.internal.analysis.collect.AddressTally;
import io.icmpscope.internal.packet.PacketView;
import java.io.Serializable;

/**
 * What a message counts as, in one number: type, code, identifier of an echo, TTL and size. A host sends another many
 * messages of one shape, which are told of together.
 */
final class Shape implements Serializable {

    /** Of a message that has to be counted alone: it is too large, or was cut by the capture. */
    static final long NONE = 0;

    // From the last bit on: bytes, identifier and one or 0, TTL, code and one or 0, type, whether it is ICMPv6
    private static final int SIZE_BITS = AddressTally.MARK_BYTES;
    private static final int IDENTIFIER_SHIFT = SIZE_BITS;
    private static final int IDENTIFIER_BITS = 17;
    private static final int TTL_SHIFT = IDENTIFIER_SHIFT + IDENTIFIER_BITS;
    private static final int CODE_SHIFT = TTL_SHIFT + 8;
    private static final int TYPE_SHIFT = CODE_SHIFT + 9;
    private static final int VERSION_SHIFT = TYPE_SHIFT + 8; // the 59th bit

    private Shape() {}

    static long of(PacketView view) {
        int size = view.capturedBytes();
        if (size != view.wireBytes() || size >>> SIZE_BITS != 0) {
            return NONE;
        }
        boolean echo = view.isEchoRequest() || view.isEchoReply();
        long identifier = echo ? view.identifier() + 1 : 0;
        return (view.icmpVersion() == 4 ? 0 : 1L << VERSION_SHIFT)
                | (long) view.type() << TYPE_SHIFT
                | (long) (view.code() + 1) << CODE_SHIFT
                | (long) view.ttl() << TTL_SHIFT
                | identifier << IDENTIFIER_SHIFT
                | size;
    }

    static int size(long shape) {
        return (int) shape & (1 << SIZE_BITS) - 1;
    }

    /** The identifier of an echo, or {@link PacketView#NONE}. */
    static int identifier(long shape) {
        return (int) (shape >>> IDENTIFIER_SHIFT & (1 << IDENTIFIER_BITS) - 1) - 1;
    }

    static int ttl(long shape) {
        return (int) (shape >>> TTL_SHIFT) & 0xFF;
    }

    /** The code, or {@link PacketView#NONE}. */
    static int code(long shape) {
        return (int) (shape >>> CODE_SHIFT & 0x1FF) - 1;
    }

    static int type(long shape) {
        return (int) (shape >>> TYPE_SHIFT) & 0xFF;
    }

    /** 4 for ICMP, 6 for ICMPv6. */
    static int icmpVersion(long shape) {
        return shape >>> VERSION_SHIFT == 0 ? 4 : 6;
    }
}
