package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** Tags of one fixed size that stand between two EtherTypes, and of which nothing else matters here. */
final class ShimTag {

    private static final int METADATA = 6; // bytes, without the EtherType behind
    private static final int VN_TAG = 4;
    private static final int E_TAG = 6;

    private ShimTag() {}

    /** Cisco's metadata: version, length, option, security group. */
    static Fault metadata(ByteBuffer bytes, Cursor cursor) {
        return pass(bytes, cursor, METADATA);
    }

    /** Cisco's VN-tag: the virtual interfaces a frame comes from and goes to. */
    static Fault vnTag(ByteBuffer bytes, Cursor cursor) {
        return pass(bytes, cursor, VN_TAG);
    }

    /** The E-tag of IEEE 802.1BR. */
    static Fault eTag(ByteBuffer bytes, Cursor cursor) {
        return pass(bytes, cursor, E_TAG);
    }

    private static Fault pass(ByteBuffer bytes, Cursor cursor, int length) {
        if (cursor.left() < length + 2) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, length + 2);
        }
        return Ethernet.pass(cursor, length + 2, bytes.getShort(cursor.at + length) & 0xFFFF);
    }
}
