package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** The options of the hop-by-hop header: RFC 8200 section 4.3. */
public final class HopByHop {

    private static final int PROTOCOL = 0; // the IP protocol number
    private static final int LENGTH = 1; // offset in the header, in units of 8 bytes beyond the first
    private static final int OPTIONS = 2; // offset in the header

    private static final int PAD_1 = 0; // the option that has no length, RFC 8200 section 4.2
    private static final int ROUTER_ALERT = 5; // RFC 2711 section 2.1

    private HopByHop() {}

    /**
     * Says whether routers on the way were to look at a packet.
     *
     * @param bytes where it lies
     * @param ipAt the first byte of its IPv6 header, which is whole
     * @param limit one past the last byte that belongs to its headers
     * @return whether its first extension header has the router alert option
     */
    public static boolean hasRouterAlert(ByteBuffer bytes, int ipAt, int limit) {
        int header = ipAt + Ipv6.HEADER;
        if (Ipv6.nextHeader(bytes, ipAt) != PROTOCOL || limit - header < OPTIONS) {
            return false;
        }
        int end = Math.min(limit, header + (((bytes.get(header + LENGTH) & 0xFF) + 1) << 3));
        int at = header + OPTIONS;
        while (at < end) {
            int type = bytes.get(at) & 0xFF;
            if (type == ROUTER_ALERT) {
                return true;
            }
            if (type == PAD_1) {
                at++;
            } else if (end - at < 2) {
                return false;
            } else {
                at += 2 + (bytes.get(at + 1) & 0xFF);
            }
        }
        return false;
    }
}
