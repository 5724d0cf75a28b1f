package io.icmpscope.bench;

import java.nio.ByteBuffer;

/**
 * One echo request, and what its reply has to say. The data are those of Linux ping: the time, then counting bytes.
 *
 * @param session whose request it is
 * @param sequence 0 to 65,535
 * @param sentMicros when it was sent, in microseconds since 1970
 */
record Probe(PingSession session, int sequence, long sentMicros) {

    private static final int CHECKSUM = 2; // offset in the message
    private static final int HEADER = 8; // bytes
    private static final int TIME = 16;
    private static final int DATA = 56;
    private static final long MICROS = 1_000_000;

    ByteBuffer request(FrameBuilder frames) {
        Route route = session.route();
        return echo(frames, route, route.isV6() ? 128 : 8);
    }

    ByteBuffer reply(FrameBuilder frames) {
        Route route = session.route().back();
        return echo(frames, route, route.isV6() ? 129 : 0);
    }

    private ByteBuffer echo(FrameBuilder frames, Route route, int type) {
        ByteBuffer out = frames.begin(route, IpHeader.icmp(route), HEADER + DATA);
        out.put((byte) type).put((byte) 0).putShort((short) 0);
        out.putShort((short) session.identifier()).putShort((short) sequence);
        out.putLong(Long.reverseBytes(sentMicros / MICROS)).putLong(Long.reverseBytes(sentMicros % MICROS));
        for (int i = TIME; i < DATA; i++) {
            out.put((byte) i);
        }
        return frames.finish(CHECKSUM);
    }
}
