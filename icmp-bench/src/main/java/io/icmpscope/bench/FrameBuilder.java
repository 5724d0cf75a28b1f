package io.icmpscope.bench;

import java.nio.ByteBuffer;

/**
 * Builds Ethernet frames with one IP datagram each, in one buffer: {@link #begin} writes the headers, the caller puts the
 * payload, {@link #finish} sets its checksum. What was finished is gone at the next begin.
 */
final class FrameBuilder {

    static final int ETHERNET = 14; // header bytes

    private static final int SMALLEST = 60; // IEEE 802.3, without the check sequence
    private static final int LARGEST = 1514;
    private static final int SENDER = 1; // locally administered addresses 02:00:00:00:00:0n
    private static final int RECEIVER = 2;
    private static final short IPV4 = 0x0800;
    private static final short IPV6 = (short) 0x86DD;
    private static final int HOP_BY_HOP = 0; // protocol number
    private static final long ROUTER_ALERT = 0x3A00_0502_0000_0100L; // then ICMPv6; RFC 2711, padded to 8 bytes

    private final ByteBuffer frame = ByteBuffer.allocate(LARGEST);
    private long pseudoHeader;
    private boolean udp;
    private int payloadAt;
    private int identification;

    /** Starts a frame; the buffer stands where the payload goes, of which exactly this many bytes must be put. */
    ByteBuffer begin(Route route, int protocol, int payload) {
        frame.clear();
        address(RECEIVER);
        address(SENDER);
        frame.putShort(route.isV6() ? IPV6 : IPV4);
        IpHeader.put(frame, route, protocol, payload, identification++);
        pseudoHeader = IpHeader.pseudoHeaderSum(route, protocol, payload);
        udp = protocol == IpHeader.UDP;
        payloadAt = frame.position();
        return frame.limit(payloadAt + payload);
    }

    /** Starts a frame like the other, whose IPv6 header makes routers look at the ICMPv6 message behind it. */
    ByteBuffer beginWithRouterAlert(Route route, int payload) {
        begin(route, HOP_BY_HOP, Long.BYTES + payload);
        frame.putLong(ROUTER_ALERT);
        pseudoHeader = IpHeader.pseudoHeaderSum(route, IpHeader.ICMPV6, payload);
        payloadAt = frame.position();
        return frame;
    }

    private void address(int host) {
        frame.putShort((short) 0x0200).putInt(host);
    }

    /** Ends a frame whose payload has its checksum, zero so far, at an offset; the buffer holds the frame to be read. */
    ByteBuffer finish(int checksumAt) {
        if (frame.hasRemaining()) {
            throw new IllegalStateException("payload bytes missing: " + frame.remaining());
        }
        int end = frame.limit();
        int checksum = InternetChecksum.complement(pseudoHeader + InternetChecksum.sum(frame, payloadAt, end));
        boolean reserved = udp && checksum == 0; // RFC 768: zero says that there is none
        frame.putShort(payloadAt + checksumAt, (short) (reserved ? 0xFFFF : checksum));
        frame.limit(Math.max(end, SMALLEST));
        while (frame.hasRemaining()) {
            frame.put((byte) 0);
        }
        return frame.flip();
    }

    /** The payload of the finished frame. */
    ByteBuffer payload(int bytes) {
        return frame.slice(payloadAt, bytes);
    }

    /** The finished frame's datagram, without the padding of the frame. */
    ByteBuffer datagram(int payload) {
        return frame.slice(ETHERNET, payloadAt + payload - ETHERNET);
    }
}
