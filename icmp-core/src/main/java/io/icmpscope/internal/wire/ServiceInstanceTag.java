package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;

/** The I-TAG of a provider backbone, IEEE 802.1Q section 9.7 (once 802.1ah): flags, service instance, the customer's frame. */
final class ServiceInstanceTag {

    private static final int TAG = 4; // bytes
    private static final int INSTANCE = 0xFF_FFFF;

    private ServiceInstanceTag() {}

    static Fault read(ByteBuffer bytes, Cursor cursor) {
        if (cursor.left() < TAG) {
            return cursor.stop(Fault.CUT_BY_CAPTURE, TAG);
        }
        cursor.detail = bytes.getInt(cursor.at) & INSTANCE;
        return cursor.pass(TAG, Protocol.ETHERNET);
    }
}
