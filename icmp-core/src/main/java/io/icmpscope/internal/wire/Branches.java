package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Where else in a frame packets begin: some headers carry several, one behind the other, such as the aggregates of IEEE
 * 802.11. A small stack of fixed size; each header leaves at most one entry, that of the rest behind its first packet.
 */
final class Branches {

    private static final int MAX = 8; // such headers within each other

    private final @Nullable ByteBuffer[] bytes = new ByteBuffer[MAX];
    private final int[] at = new int[MAX];
    private final int[] end = new int[MAX];
    private final long[] declaredEnd = new long[MAX];
    private final int[] next = new int[MAX];
    private final int[] depth = new int[MAX];
    private final boolean[] inIp = new boolean[MAX];
    private int count;

    void clear() {
        count = 0;
    }

    /** Keeps where a cursor could go on; what is nested deeper than any network does is left out. */
    void push(ByteBuffer in, Cursor cursor, int from, int protocol) {
        if (count < MAX) {
            bytes[count] = in;
            at[count] = from;
            end[count] = cursor.end;
            declaredEnd[count] = cursor.declaredEnd;
            next[count] = protocol;
            depth[count] = cursor.depth;
            inIp[count++] = cursor.inIp;
        }
    }

    /** Puts a cursor where the latest entry says, and gives the buffer; null when there is none. */
    @Nullable
    ByteBuffer pop(Cursor cursor) {
        if (count == 0) {
            return null;
        }
        cursor.at = at[--count];
        cursor.end = end[count];
        cursor.declaredEnd = declaredEnd[count];
        cursor.next = next[count];
        cursor.depth = depth[count];
        cursor.inIp = inIp[count];
        cursor.lengthUnknown = false;
        return bytes[count];
    }
}
