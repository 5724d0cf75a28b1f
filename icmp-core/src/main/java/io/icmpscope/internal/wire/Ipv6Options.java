package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** The options of a hop-by-hop or destination options header: RFC 8200 section 4.2. */
public final class Ipv6Options {

    /** The value that says there is no such option. */
    static final int NONE = -1;

    /** Where the value of an option stands, behind its type and its length. */
    static final int VALUE = 2;

    private static final int HOP_BY_HOP = 0; // the IP protocol number
    private static final int LENGTH = 1; // offsets in the header, in units of 8 bytes beyond the first
    private static final int FIRST = 2;
    private static final int PAD_1 = 0; // the option that has no length
    private static final int ROUTER_ALERT = 5; // RFC 2711 section 2.1

    private Ipv6Options() {}

    /**
     * Finds an option.
     *
     * @param bytes where the header lies
     * @param header its first byte
     * @param limit one past the last byte that may be read
     * @param wanted the option's type
     * @return where it begins, or {@link #NONE}
     */
    static int find(ByteBuffer bytes, int header, int limit, int wanted) {
        if (limit - header < FIRST) {
            return NONE;
        }
        int end = Math.min(limit, header + (((bytes.get(header + LENGTH) & 0xFF) + 1) << 3));
        int at = header + FIRST;
        while (at < end) {
            int type = bytes.get(at) & 0xFF;
            if (type == wanted) {
                return at;
            }
            if (type == PAD_1) {
                at++;
            } else if (end - at < VALUE) {
                return NONE;
            } else {
                at += VALUE + (bytes.get(at + 1) & 0xFF);
            }
        }
        return NONE;
    }

    /**
     * Says whether routers on the way were to look at a packet.
     *
     * @param bytes where it lies
     * @param ipAt the first byte of its IPv6 header, which is whole
     * @param limit one past the last byte that belongs to its headers
     * @return whether its first extension header has the router alert option
     */
    public static boolean hasRouterAlert(ByteBuffer bytes, int ipAt, int limit) {
        return Ipv6.nextHeader(bytes, ipAt) == HOP_BY_HOP
                && find(bytes, ipAt + Ipv6.HEADER, limit, ROUTER_ALERT) != NONE;
    }
}
