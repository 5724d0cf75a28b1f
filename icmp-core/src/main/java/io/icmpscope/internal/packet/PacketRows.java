package io.icmpscope.internal.packet;

import io.icmpscope.internal.wire.Cursor;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * ICMP messages of a stretch in the order of their frames: what a {@link PacketView} says of each, as one row of numbers
 * beside the bytes that it lies in, kept until others have time for it. Nothing is allocated for a row but its place.
 */
final class PacketRows {

    private static final int COLUMNS = 8; // a cache line
    private static final int TIME = 0;
    private static final int FRAME = 1; // where it begins, and how many bytes were captured
    private static final int STARTS = 2; // of the IP header, and of the message
    private static final int END = 3; // of the message, and the path to it
    private static final int DECLARED_END = 4;
    private static final int WIRE = 5; // bytes on the wire, and flags
    private static final int NUMBER = 6; // of the frame, from 1 on
    private static final int OWNER = 7; // whose the row is

    private static final int IPV6 = 1; // flags
    private static final int ICMPV6 = 2;
    private static final int LENGTH_UNKNOWN = 4;

    private static final int MOST_PATHS = 64;

    private final ByteBuffer bytes;
    private final List<PacketPath> paths = new ArrayList<>();
    private long[] rows = new long[64 * COLUMNS];
    private int count;
    private int latestPath;

    /** Makes no rows yet, of messages that lie in some bytes. */
    PacketRows(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    int count() {
        return count;
    }

    /** Forgets the rows behind the first ones. */
    void cut(int first) {
        count = first;
    }

    /** Adds a row for a message; says no when it is one of the few that do not fit into a row. */
    boolean add(PacketView view, int owner) {
        boolean plain = view.icmpVersion != 0
                && view.fragments.isEmpty()
                && view.finalDestinationAt == Cursor.NONE
                && view.homeAddressAt == Cursor.NONE;
        int path = plain ? path(view.path) : MOST_PATHS;
        if (path == MOST_PATHS) {
            return false;
        }
        int row = next();
        rows[row + TIME] = view.timeNanos;
        rows[row + FRAME] = pair(view.frameStart, view.capturedBytes);
        rows[row + STARTS] = pair(view.ipAt, view.at);
        rows[row + END] = pair(view.end, path);
        rows[row + DECLARED_END] = view.declaredEnd;
        int flags = (view.ipVersion == 6 ? IPV6 : 0)
                | (view.icmpVersion == 6 ? ICMPV6 : 0)
                | (view.lengthUnknown ? LENGTH_UNKNOWN : 0);
        rows[row + WIRE] = pair((int) view.wireBytes, flags);
        rows[row + NUMBER] = view.frameNumber;
        rows[row + OWNER] = owner;
        return true;
    }

    private int next() {
        int row = count++ * COLUMNS;
        if (row == rows.length) {
            rows = Arrays.copyOf(rows, rows.length * 2);
        }
        return row;
    }

    private int path(PacketPath path) {
        if (latestPath < paths.size() && paths.get(latestPath).isSame(path)) {
            return latestPath;
        }
        latestPath = 0;
        while (latestPath < paths.size() && !paths.get(latestPath).isSame(path)) {
            latestPath++;
        }
        if (latestPath == paths.size() && latestPath < MOST_PATHS) {
            paths.add(path.copy());
        }
        return latestPath;
    }

    /** Whose a row is. */
    int owner(int index) {
        return (int) rows[index * COLUMNS + OWNER];
    }

    /** Points a view at the message of a row, before whose stretch there were other frames. */
    void fill(PacketView view, int index, long framesBefore, long messageNumber) {
        int row = index * COLUMNS;
        long wire = rows[row + WIRE];
        view.bytes = bytes;
        view.path = paths.get(second(rows[row + END]));
        view.timeNanos = rows[row + TIME];
        view.frameStart = first(rows[row + FRAME]);
        view.capturedBytes = second(rows[row + FRAME]);
        view.ipAt = first(rows[row + STARTS]);
        view.at = second(rows[row + STARTS]);
        view.end = first(rows[row + END]);
        view.declaredEnd = rows[row + DECLARED_END];
        view.wireBytes = first(wire) & 0xFFFF_FFFFL;
        view.ipVersion = (wire & IPV6) != 0 ? 6 : 4;
        view.icmpVersion = (wire & ICMPV6) != 0 ? 6 : 4;
        view.lengthUnknown = (wire & LENGTH_UNKNOWN) != 0;
        view.frameNumber = framesBefore + rows[row + NUMBER];
        view.messageNumber = messageNumber;
        view.finalDestinationAt = Cursor.NONE;
        view.homeAddressAt = Cursor.NONE;
        view.read();
        view.forgetNotes();
    }

    private static long pair(int first, int second) {
        return (long) first << 32 | (second & 0xFFFF_FFFFL);
    }

    private static int first(long pair) {
        return (int) (pair >>> 32);
    }

    private static int second(long pair) {
        return (int) pair;
    }
}
