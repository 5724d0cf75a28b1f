package io.icmpscope.bench;

import java.io.IOException;
import java.nio.ByteBuffer;

/** TCP segments and UDP datagrams, RFC 9293 section 3.1 and RFC 768, whose data are arbitrary bytes. */
final class Datagrams {

    private static final int TCP_HEADER = 20; // bytes
    private static final int TCP_CHECKSUM = 16; // offset in the header
    private static final int UDP_HEADER = 8;
    private static final int UDP_CHECKSUM = 6;
    private static final int DISCARD = 9; // UDP port, RFC 863
    private static final int POOL_BYTES = 1 << 16;
    private static final int LARGEST = 1500;
    private static final long SETTLING_MICROS = 11_000_000;

    private final FrameBuilder frames = new FrameBuilder();
    private final SeededRandom random;
    private final byte[] pool = new byte[POOL_BYTES]; // cheaper than as many new random bytes

    Datagrams(SeededRandom random) {
        this.random = random;
        ByteBuffer fill = ByteBuffer.wrap(pool);
        while (fill.hasRemaining()) {
            fill.putLong(random.next());
        }
    }

    /** A frame whose datagram has this many bytes with its IP header, or as few as it can have. */
    ByteBuffer frame(Flow flow, int bytes) {
        int payload = bytes - IpHeader.length(flow.route());
        return flow.protocol() == IpHeader.TCP ? tcp(flow, payload) : udp(flow, payload);
    }

    private ByteBuffer tcp(Flow flow, int payload) {
        int length = Math.max(payload, TCP_HEADER);
        ByteBuffer out = frames.begin(flow.route(), IpHeader.TCP, length);
        out.putShort((short) flow.fromPort()).putShort((short) flow.toPort());
        out.putLong(random.next()); // sequence and acknowledgment
        out.putShort((short) 0x5010).putShort((short) 0xFFFF); // five words of header, ACK; window
        out.putInt(0); // checksum, urgent pointer
        putData(out);
        return frames.finish(TCP_CHECKSUM);
    }

    private ByteBuffer udp(Flow flow, int payload) {
        int length = Math.max(payload, UDP_HEADER);
        ByteBuffer out = frames.begin(flow.route(), IpHeader.UDP, length);
        out.putShort((short) flow.fromPort()).putShort((short) flow.toPort());
        out.putShort((short) length).putShort((short) 0);
        putData(out);
        return frames.finish(UDP_CHECKSUM);
    }

    private void putData(ByteBuffer out) {
        out.put(pool, random.below(POOL_BYTES - LARGEST), out.remaining());
    }

    /**
     * Writes the last frame of a capture, long after the others: a request without an answer is then lost for every reader,
     * and not merely waiting still.
     */
    void writeMarker(CaptureWriter out, long lastMicros) throws IOException {
        Route route = new Route(Route.inside(false, 1), Route.outside(false, 1));
        out.write(lastMicros + SETTLING_MICROS, frame(new Flow(route, IpHeader.UDP, DISCARD, DISCARD), 0));
    }
}
