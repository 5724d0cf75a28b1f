package io.icmpscope.bench;

import java.nio.ByteBuffer;

/** ICMP errors about UDP datagrams, which they quote whole: RFC 792 and RFC 4443. */
final class ErrorFrames {

    private static final int CHECKSUM = 2; // offset in the message
    private static final int HEADER = 8; // bytes
    private static final int QUOTED_UDP = 20;
    private static final int ROUTERS = 16;
    private static final int NEXT_MTU = 1280;

    /** Type and code: port unreachable, then time exceeded; in version 6 packet too big besides. */
    private static final int[][] V4 = {{3, 3}, {11, 0}};

    private static final int[][] V6 = {{1, 4}, {3, 0}, {2, 0}};
    private static final int PACKET_TOO_BIG = 2;

    private final FrameBuilder frames = new FrameBuilder();
    private final FrameBuilder originals = new FrameBuilder();
    private final SeededRandom random;

    ErrorFrames(SeededRandom random) {
        this.random = random;
    }

    /** An error of any kind from any router to the sender of this flow. */
    ByteBuffer about(Flow flow) {
        boolean v6 = flow.route().isV6();
        int[][] kinds = v6 ? V6 : V4;
        int[] kind = kinds[random.below(kinds.length)];
        Route route =
                new Route(Route.outside(v6, random.below(ROUTERS)), flow.route().from());
        ByteBuffer quoted = original(flow);
        ByteBuffer out = frames.begin(route, IpHeader.icmp(route), HEADER + quoted.remaining());
        out.put((byte) kind[0]).put((byte) kind[1]).putShort((short) 0);
        out.putInt(v6 && kind[0] == PACKET_TOO_BIG ? NEXT_MTU : 0);
        out.put(quoted);
        return frames.finish(CHECKSUM);
    }

    private ByteBuffer original(Flow flow) {
        ByteBuffer out = originals.begin(flow.route(), IpHeader.UDP, QUOTED_UDP);
        out.putShort((short) flow.fromPort()).putShort((short) flow.toPort());
        out.putShort((short) QUOTED_UDP).putShort((short) 0);
        out.putLong(random.next()).putInt(0);
        originals.finish(6);
        return originals.datagram(QUOTED_UDP);
    }
}
