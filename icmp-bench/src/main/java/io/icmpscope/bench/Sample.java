package io.icmpscope.bench;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * One message of a family, to be sent as often as one likes.
 *
 * @param route who sends it to whom; its IP version is that of the message too
 * @param hops time to live or hop limit, 0 to 255
 * @param routerAlert whether it asks routers to look at it; IPv6 only
 * @param message its bytes from the type on, with a checksum of zero
 */
record Sample(Route route, int hops, boolean routerAlert, ByteBuffer message) {

    private static final int CHECKSUM = 2; // offset in the message
    private static final int V4_TTL = FrameBuilder.ETHERNET + 8; // offsets in the frame
    private static final int V4_CHECKSUM = FrameBuilder.ETHERNET + 10;
    private static final int V4_END = FrameBuilder.ETHERNET + 20;
    private static final int V6_HOP_LIMIT = FrameBuilder.ETHERNET + 7;

    private static final int ANY_HOPS = 64;
    private static final int LINK_HOPS = 255; // what crossed a router has fewer
    private static final int LISTENER_HOPS = 1;

    /** A message that may cross routers. */
    static Sample of(Route route, ByteBuffer message) {
        return new Sample(route, ANY_HOPS, /* routerAlert= */ false, message);
    }

    /** A message that may cross routers, as hexadecimal pairs. */
    static Sample of(Route route, String hex) {
        return of(route, bytes(hex));
    }

    /** A message between neighbors, RFC 4861: one with fewer hops is ignored. */
    static Sample onLink(Route route, String hex) {
        return new Sample(route, LINK_HOPS, /* routerAlert= */ false, bytes(hex));
    }

    /** A message of a multicast listener, RFC 9777 section 5. */
    static Sample ofListener(Route route, String hex) {
        return new Sample(route, LISTENER_HOPS, /* routerAlert= */ true, bytes(hex));
    }

    /** The bytes of hexadecimal pairs, with any white space between them. */
    static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex.replaceAll("\\s", "")));
    }

    boolean isError() {
        int type = message.get(0) & 0xFF;
        return route.isV6() ? type < 128 : type == 3 || type == 5 || type == 11 || type == 12;
    }

    /** The message in a frame, with its checksum. */
    ByteBuffer frame(FrameBuilder frames) {
        int length = message.capacity();
        ByteBuffer out = routerAlert
                ? frames.beginWithRouterAlert(route, length)
                : frames.begin(route, IpHeader.icmp(route), length);
        out.put(message.duplicate());
        ByteBuffer frame = frames.finish(CHECKSUM);
        if (route.isV6()) {
            return frame.put(V6_HOP_LIMIT, (byte) hops);
        }
        frame.put(V4_TTL, (byte) hops).putShort(V4_CHECKSUM, (short) 0);
        long sum = InternetChecksum.sum(frame, FrameBuilder.ETHERNET, V4_END);
        return frame.putShort(V4_CHECKSUM, (short) InternetChecksum.complement(sum));
    }
}
