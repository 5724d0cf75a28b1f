package io.icmpscope.internal.packet;

import io.icmpscope.internal.packet.FragmentTrouble.Kind;
import io.icmpscope.internal.wire.Cursor;
import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.internal.wire.Ipv6;
import io.icmpscope.internal.wire.Protocol;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A datagram whose fragments are being joined: RFC 791 section 3.2, RFC 8200 section 4.5.
 *
 * <p>Its buffer begins with room for the IP header of the fragment that completed it, so that a view finds addresses and
 * message in one place.
 */
final class Datagram {

    /** Where the payload begins: behind an IPv6 header and the two addresses that extension headers may name. */
    static final int PAYLOAD = Ipv6.HEADER + 2 * 16;

    /** The longest payload; what would lie beyond it is refused. */
    static final int LARGEST = 65_535;

    private static final int UNIT = 8; // fragments lie on multiples of eight bytes
    private static final int UNKNOWN = -1;
    private static final int MAX_FRAMES = 64;

    final long firstTimeNanos;
    private final List<Long> frames = new ArrayList<>(2);

    private final boolean overlapRefused;
    private final BitSet covered = new BitSet(); // units that a fragment declared
    private final BitSet captured = new BitSet(); // units of which all bytes were captured
    private final BitSet starts = new BitSet(); // units that a fragment began with
    private final BitSet ends = new BitSet(); // units behind a fragment
    private ByteBuffer bytes = ByteBuffer.allocate(PAYLOAD + 2048);
    private int total = UNKNOWN; // bytes of payload
    private int capturedTail; // bytes captured of the last unit, when it is not a whole one
    private boolean refused;
    private int protocol = Protocol.NONE; // of the first fragment, which has the upper-layer header
    private int capture;
    private int icmpType = PacketView.NONE;

    /**
     * A datagram of which nothing was seen yet.
     *
     * @param firstTimeNanos when its first fragment was captured
     * @param overlapRefused whether fragments that overlap spoil the whole, as RFC 5722 demands of IPv6; otherwise the
     *     bytes that came first are kept
     */
    Datagram(long firstTimeNanos, boolean overlapRefused) {
        this.firstTimeNanos = firstTimeNanos;
        this.overlapRefused = overlapRefused;
    }

    /** The frames that it came in. */
    List<Long> frames() {
        return frames;
    }

    void noteFrame(long number) {
        if (frames.size() < MAX_FRAMES) {
            frames.add(number);
        }
    }

    void noteFirst(ByteBuffer from, Cursor cursor, int fromCapture) {
        if (cursor.fragmentOffset == 0) {
            protocol = cursor.fragmentProtocol;
            capture = fromCapture;
            icmpType = isIcmp() && cursor.left() > 0 ? Icmp.type(from, cursor.at) : PacketView.NONE;
        }
    }

    /** The type of the ICMP message, or {@link PacketView#NONE} when its first fragment was not seen. */
    int icmpType() {
        return icmpType;
    }

    /** Which of several captures its first fragment is from. */
    int capture() {
        return capture;
    }

    /** What the whole carries, as its first fragment says. */
    int protocol() {
        return protocol;
    }

    /** Whether the first part of an ICMP message has been seen. */
    boolean isIcmp() {
        return protocol == Protocol.ICMP || protocol == Protocol.ICMPV6;
    }

    /** How much memory it takes, in bytes. */
    int size() {
        return bytes.capacity();
    }

    ByteBuffer bytes() {
        return bytes;
    }

    /** One past the last byte of the whole, as the headers say. */
    int declaredEnd() {
        return PAYLOAD + total;
    }

    /** One past the last byte before the first that was not captured. */
    int capturedEnd() {
        int units = captured.nextClearBit(0);
        int tail = units == total / UNIT ? capturedTail : 0;
        return PAYLOAD + Math.min(total, units * UNIT + tail);
    }

    /**
     * Adds a fragment.
     *
     * @param from where its payload lies
     * @param at the first byte
     * @param end one past the last captured byte
     * @param offset where in the whole it belongs, a multiple of eight
     * @param length how long it was on the wire
     * @param more whether others follow
     * @return whether it completed the whole
     */
    boolean add(ByteBuffer from, int at, int end, int offset, int length, boolean more) {
        int usable = more ? length / UNIT * UNIT : length;
        int first = offset / UNIT;
        int last = (offset + usable + UNIT - 1) / UNIT;
        boolean fits = usable > 0 && offset + usable <= LARGEST && (total == UNKNOWN || last <= units(total));
        if (!fits || (!more && covered.length() > last) || refused) {
            return false;
        }
        int overlap = covered.get(first, last).cardinality();
        if (overlap > 0 && overlapRefused && !(overlap == last - first && repeats(from, at, end, offset))) {
            refused = true;
            return false;
        }
        int known = Math.min(end - at, usable);
        reserve(offset + known);
        for (int unit = first; unit < last; unit++) {
            if (!covered.get(unit)) {
                take(from, at, known, unit * UNIT - offset, unit);
            }
        }
        if (!more && total == UNKNOWN) {
            total = offset + length;
            capturedTail = Math.max(0, known - (total / UNIT * UNIT - offset));
        }
        covered.set(first, last);
        starts.set(first);
        ends.set(last);
        return total != UNKNOWN && covered.nextClearBit(0) >= units(total);
    }

    /**
     * Says what is odd about a fragment that is about to be added.
     *
     * @return what is odd, or null when nothing is: it is new, or the same as one that came before
     */
    @Nullable
    Kind trouble(ByteBuffer from, int at, int end, int offset, int length, boolean more) {
        int usable = more ? length / UNIT * UNIT : length;
        int first = offset / UNIT;
        int last = units(offset + usable);
        if (usable <= 0) {
            return null;
        }
        boolean otherEnd = total == UNKNOWN ? !more && covered.length() > last : last > units(total);
        if (otherEnd || (!more && total != UNKNOWN && total != offset + length)) {
            return Kind.CONFLICT;
        }
        if (covered.get(first, last).isEmpty()) {
            return null;
        }
        boolean exactly = starts.get(first)
                && ends.get(last)
                && starts.get(first + 1, last).isEmpty();
        if (agrees(from, at, Math.min(end - at, usable), first, last)) {
            return exactly ? null : Kind.OVERLAP;
        }
        return exactly ? Kind.REPLACED : Kind.CONFLICT;
    }

    /** Whether a fragment brings what is there already, as far as both were captured. */
    private boolean agrees(ByteBuffer from, int at, int known, int first, int last) {
        for (int unit = first; unit < last; unit++) {
            int start = (unit - first) * UNIT;
            int length = Math.min(UNIT, known - start);
            boolean comparable = length > 0 && captured.get(unit);
            if (comparable
                    && from.slice(at + start, length).mismatch(bytes.slice(PAYLOAD + unit * UNIT, length)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private void take(ByteBuffer from, int at, int known, int start, int unit) {
        int length = Math.min(UNIT, known - start);
        if (length > 0) {
            bytes.put(PAYLOAD + unit * UNIT, from, at + start, length);
        }
        captured.set(unit, length == UNIT);
    }

    private boolean repeats(ByteBuffer from, int at, int end, int offset) {
        int length = Math.min(end - at, bytes.capacity() - PAYLOAD - offset); // not captured what lies beyond
        return length <= 0 || from.slice(at, length).equals(bytes.slice(PAYLOAD + offset, length));
    }

    private void reserve(int payload) {
        int needed = PAYLOAD + payload;
        if (needed > bytes.capacity()) {
            int larger = Math.min(PAYLOAD + LARGEST + UNIT, Math.max(needed, bytes.capacity() * 2));
            bytes = ByteBuffer.allocate(larger).put(bytes.rewind()).clear();
        }
    }

    private static int units(int length) {
        return (length + UNIT - 1) / UNIT;
    }
}
