package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/**
 * What bytes look like, for the few headers that do not say what follows them and leave it to an agreement of the two
 * ends: pseudowires (RFC 4385 section 3), L2TPv3 sessions, foo over UDP.
 */
final class Plausible {

    private static final int IPV4 = Protocol.etherType(0x0800);
    private static final int IPV6 = Protocol.etherType(0x86DD);
    private static final int LARGEST_LENGTH = 1500; // of an IEEE 802.3 frame
    private static final int SNAP = 0xAAAA;

    private Plausible() {}

    /** Whether an Ethernet frame begins here: its type is one that we know, and IP behind it is IP. */
    static boolean ethernet(ByteBuffer bytes, int at, int end) {
        if (end - at < Ethernet.HEADER + 2) {
            return false;
        }
        int type = Ethernet.etherType(bytes, at);
        int first = bytes.get(at + Ethernet.HEADER) & 0xFF;
        if (type <= LARGEST_LENGTH) {
            return (bytes.getShort(at + Ethernet.HEADER) & 0xFFFF) == SNAP;
        }
        return switch (type) {
            case 0x0800 -> first >= 0x45 && first <= 0x4F;
            case 0x86DD -> first >>> 4 == 6;
            default -> Protocols.layer(Protocol.etherType(type)) != null;
        };
    }

    /** The EtherType protocol of the IP datagram that begins here and has room, or NONE. */
    static int ip(ByteBuffer bytes, int at, Cursor cursor) {
        long length = ipLength(bytes, at, cursor.end);
        if (length < 0 || length > cursor.declaredEnd - at) {
            return Protocol.NONE;
        }
        return bytes.get(at) >>> 4 == 4 ? IPV4 : IPV6;
    }

    /** The EtherType protocol of the IP datagram that is just as long as what is left, or NONE. */
    static int wholeIp(ByteBuffer bytes, int at, Cursor cursor) {
        return ipLength(bytes, at, cursor.end) == cursor.declaredEnd - at ? ip(bytes, at, cursor) : Protocol.NONE;
    }

    private static long ipLength(ByteBuffer bytes, int at, int end) {
        if (Ipv4.check(bytes, at, end) == Fault.NONE) {
            int length = Ipv4.totalLength(bytes, at);
            return length == 0 ? -1 : length;
        }
        return Ipv6.check(bytes, at, end) == Fault.NONE ? Ipv6.HEADER + Ipv6.payloadLength(bytes, at) : -1;
    }
}
