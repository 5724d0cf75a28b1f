package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/**
 * SLIP, RFC 1055, as it is captured: a direction, in the files of the BSDs the first bytes as they were on the line, and
 * the packet. One whose TCP header is compressed, RFC 1144, is no concern here.
 *
 * @see <a href="https://www.tcpdump.org/linktypes/LINKTYPE_SLIP.html">LINKTYPE_SLIP</a>
 */
final class Slip {

    private static final int DIRECTION = 1; // bytes
    private static final int DIRECTION_AND_LINE = 16; // bytes

    private Slip() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        int behindLine = Plausible.wholeIp(bytes, cursor.at + DIRECTION_AND_LINE, cursor);
        return behindLine == Protocol.NONE
                ? RawIp.pass(bytes, cursor, DIRECTION)
                : cursor.pass(DIRECTION_AND_LINE, behindLine);
    }
}
