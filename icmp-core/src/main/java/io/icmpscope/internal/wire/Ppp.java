package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/**
 * PPP, RFC 1661 section 2: a protocol number of two bytes, or one when it was compressed; before it address and control
 * as in HDLC, RFC 1662 section 3.1, unless these were left out.
 */
final class Ppp {

    private static final int ADDRESS_AND_CONTROL = 0xFF03;
    private static final int CISCO_UNICAST = 0x0F; // addresses of Cisco HDLC, RFC 1547 section 4.3.1
    private static final int CISCO_MULTICAST = 0x8F;

    private Ppp() {}

    /** A frame of a serial line, which may be Cisco's after all. */
    static Fault line(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < 1) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, 1);
        }
        int address = bytes.get(cursor.at) & 0xFF;
        boolean cisco = address == CISCO_UNICAST || address == CISCO_MULTICAST;
        return cisco ? CiscoHdlc.read(bytes, cursor) : read(bytes, cursor);
    }

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < 2) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, 2);
        }
        int at = cursor.at;
        int framing = (bytes.getShort(at) & 0xFFFF) == ADDRESS_AND_CONTROL ? 2 : 0;
        if (cursor.left() < framing + 2) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, framing + 2);
        }
        int first = bytes.get(at + framing) & 0xFF;
        return (first & 1) != 0 // the first of two bytes is even
                ? cursor.pass(framing + 1, Protocol.ppp(first))
                : cursor.pass(framing + 2, Protocol.ppp(bytes.getShort(at + framing) & 0xFFFF));
    }

    /** A frame with a direction in place of its address, LINKTYPE_PPP_PPPD. */
    static Fault pppd(ByteBuffer bytes, Cursor cursor) {
        return cursor.left() < 2 ? cursor.stop(Fault.CUT_BY_CAPTURE, 2) : cursor.pass(2, Protocol.PPP);
    }
}
