package io.icmpscope.internal.packet;

import io.icmpscope.internal.wire.Ipv4;
import java.nio.ByteBuffer;

/** The options of an IPv4 header by which a packet notes or chooses its way: RFC 791 section 3.1, in place. */
public final class RouteOptions {

    /** Record route: each router notes its address. */
    public static final int RECORD = 7;

    /** Loose source and record route: the sender names routers that the packet must pass. */
    public static final int LOOSE = 131;

    /** Strict source and record route: the sender names all routers that the packet must pass. */
    public static final int STRICT = 137;

    private static final int END = 0;
    private static final int NO_OPERATION = 1;

    private RouteOptions() {}

    /**
     * Says whether the header has options at all.
     *
     * @param view the message
     * @return whether it has
     */
    public static boolean any(PacketView view) {
        return view.ipVersion == 4
                && view.at - view.ipAt != Ipv4.MIN_HEADER // where the message follows at once there are none
                && Ipv4.headerLength(view.bytes, view.ipAt) > Ipv4.MIN_HEADER;
    }

    /**
     * Finds the first option about the way.
     *
     * @param view a message {@linkplain #any with options}
     * @return {@link #RECORD}, {@link #LOOSE}, {@link #STRICT}, or {@link PacketView#NONE}
     */
    public static int first(PacketView view) {
        ByteBuffer bytes = view.bytes;
        int end = view.ipAt + Ipv4.headerLength(bytes, view.ipAt);
        int at = view.ipAt + Ipv4.MIN_HEADER;
        while (at < end) {
            int kind = bytes.get(at) & 0xFF;
            if (kind == RECORD || kind == LOOSE || kind == STRICT) {
                return kind;
            }
            if (kind == END) {
                break;
            }
            int length = kind == NO_OPERATION || at + 1 == end ? 1 : bytes.get(at + 1) & 0xFF;
            if (length == 0 || (kind != NO_OPERATION && length == 1)) {
                break; // what follows cannot be found
            }
            at += length;
        }
        return PacketView.NONE;
    }
}
