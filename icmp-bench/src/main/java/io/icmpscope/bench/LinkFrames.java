package io.icmpscope.bench;

import io.icmpscope.message.IpAddress;
import java.nio.ByteBuffer;

/** What nodes say on an IPv6 link, RFC 4861: who has an address, and who is a router. */
final class LinkFrames {

    private static final int CHECKSUM = 2; // offset in the message
    private static final int ADVERTISEMENT = 24; // bytes
    private static final int ROUTER = 16;
    private static final int LINK_ADDRESS = 8; // an option
    private static final int PREFIX = 32;
    private static final int HOP_LIMIT = FrameBuilder.ETHERNET + 7; // offset in the frame
    private static final IpAddress ALL_NODES = IpAddress.v6(0xFF02_0000_0000_0000L, 1);
    private static final long LINK_LOCAL = 0xFE80_0000_0000_0000L;

    private final FrameBuilder frames = new FrameBuilder();

    /** The neighbor of this number tells the link-layer address of its address. */
    ByteBuffer neighbor(int number) {
        IpAddress own = IpAddress.v6(LINK_LOCAL, 1L + number);
        ByteBuffer out = begin(own, ADVERTISEMENT + LINK_ADDRESS);
        out.putInt(136 << 24).putInt(0x2000_0000); // override
        out.putLong(own.high()).putLong(own.low());
        putLinkAddress(out, 2, number);
        return finish();
    }

    /** The router of this number offers itself and a prefix. */
    ByteBuffer router(int number) {
        ByteBuffer out = begin(IpAddress.v6(LINK_LOCAL, 1L << 32 | number), ROUTER + LINK_ADDRESS + PREFIX);
        out.putInt(134 << 24).putInt(64 << 24 | 1800).putLong(0); // hop limit, seconds
        putLinkAddress(out, 1, number);
        out.putInt(3 << 24 | 4 << 16 | 64 << 8 | 0xC0).putInt(3600).putInt(1800).putInt(0);
        out.putLong(0x2001_0db8_0000_0000L | number).putLong(0);
        return finish();
    }

    private ByteBuffer begin(IpAddress from, int bytes) {
        return frames.begin(new Route(from, ALL_NODES), IpHeader.ICMPV6, bytes);
    }

    /** Routers let nothing through to the link that has this hop limit. */
    private ByteBuffer finish() {
        return frames.finish(CHECKSUM).put(HOP_LIMIT, (byte) 255);
    }

    private static void putLinkAddress(ByteBuffer out, int option, int number) {
        out.putShort((short) (option << 8 | 1)).putShort((short) 0x0200).putInt(number);
    }
}
