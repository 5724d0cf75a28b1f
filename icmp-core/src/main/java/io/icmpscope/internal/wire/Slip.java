package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/**
 * SLIP, RFC 1055, as it is captured: a direction, in the files of the BSDs the first bytes as they were on the line, and
 * the packet. Where these repeat, or IP fits behind them, they are there. One whose TCP header is compressed, RFC 1144, is
 * no concern here.
 *
 * @see <a href="https://www.tcpdump.org/linktypes/LINKTYPE_SLIP.html">LINKTYPE_SLIP</a>
 */
final class Slip {

    private static final int DIRECTION = 1; // bytes
    private static final int LINE = 15; // bytes

    private Slip() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        int behindLine = DIRECTION + LINE;
        if (cursor.left() <= behindLine) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, behindLine + 1);
        }
        boolean line =
                repeats(bytes, cursor) || Plausible.wholeIp(bytes, cursor.at + behindLine, cursor) != Protocol.NONE;
        return RawIp.pass(bytes, cursor, line ? behindLine : DIRECTION);
    }

    private static boolean repeats(ByteBuffer bytes, Cursor cursor) {
        int at = cursor.at + DIRECTION;
        int last = Math.min(at + LINE, cursor.end - LINE);
        while (at < last && bytes.get(at) == bytes.get(at + LINE)) {
            at++;
        }
        return at == last;
    }
}
