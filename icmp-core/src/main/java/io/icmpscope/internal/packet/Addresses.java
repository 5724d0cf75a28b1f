package io.icmpscope.internal.packet;

import io.icmpscope.internal.wire.Ipv4;
import io.icmpscope.internal.wire.Ipv6;
import io.icmpscope.message.IpAddress;
import java.nio.ByteBuffer;

/** The addresses of an IP header as values, and what can be told of them in place, without making a value. */
public final class Addresses {

    private static final int HALF = Long.BYTES; // of an IPv6 address

    private Addresses() {}

    static IpAddress source(ByteBuffer bytes, int ipVersion, int ipAt) {
        return ipVersion == 4
                ? IpAddress.v4(Ipv4.source(bytes, ipAt))
                : IpAddress.v6(bytes.getLong(ipAt + Ipv6.SOURCE), bytes.getLong(ipAt + Ipv6.SOURCE + HALF));
    }

    static IpAddress destination(ByteBuffer bytes, int ipVersion, int ipAt) {
        return ipVersion == 4
                ? IpAddress.v4(Ipv4.destination(bytes, ipAt))
                : IpAddress.v6(bytes.getLong(ipAt + Ipv6.DESTINATION), bytes.getLong(ipAt + Ipv6.DESTINATION + HALF));
    }

    /** Whether the destination is neither a group nor all hosts nor nobody. */
    static boolean isToOneHost(ByteBuffer bytes, int ipVersion, int ipAt) {
        if (ipVersion == 6) {
            return (bytes.get(ipAt + Ipv6.DESTINATION) & 0xFF) != 0xFF;
        }
        int destination = Ipv4.destination(bytes, ipAt);
        return destination >>> 28 < 0xE && destination != 0;
    }

    /**
     * Reads the first half of the sender's address.
     *
     * @param view the message
     * @return as {@link IpAddress#high}
     */
    public static long sourceHigh(PacketView view) {
        return view.sourceHigh;
    }

    /**
     * Reads the second half of the sender's address.
     *
     * @param view the message
     * @return as {@link IpAddress#low}
     */
    public static long sourceLow(PacketView view) {
        return view.sourceLow;
    }

    /**
     * Reads the first half of the receiver's address.
     *
     * @param view the message
     * @return as {@link IpAddress#high}
     */
    public static long destinationHigh(PacketView view) {
        return view.destinationHigh;
    }

    /**
     * Reads the second half of the receiver's address.
     *
     * @param view the message
     * @return as {@link IpAddress#low}
     */
    public static long destinationLow(PacketView view) {
        return view.destinationLow;
    }
}
