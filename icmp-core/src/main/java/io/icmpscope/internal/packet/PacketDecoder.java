package io.icmpscope.internal.packet;

import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.wire.Cursor;
import io.icmpscope.internal.wire.Ethernet;
import io.icmpscope.internal.wire.Fault;
import io.icmpscope.internal.wire.Ipv4;
import io.icmpscope.internal.wire.Ipv6;
import io.icmpscope.internal.wire.Layer;
import io.icmpscope.internal.wire.LinkTypes;
import io.icmpscope.internal.wire.Protocol;
import io.icmpscope.internal.wire.Protocols;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Runs down the headers of a frame, in one loop without recursion, until it meets an ICMP message or knows that there is
 * none. Nothing is allocated for a frame. Not safe for use by several threads.
 */
public final class PacketDecoder {

    private static final int ETHERNET = 1; // LINKTYPE number
    private static final int IPV4 = 0x0800; // EtherTypes
    private static final int IPV6 = 0x86DD;
    private static final int TCP = 6; // IP protocol numbers
    private static final int UDP = 17;

    private final Cursor cursor = new Cursor();
    private final SortedMap<Integer, Long> unsupported = new TreeMap<>();
    private long incompleteFragments;

    /** Makes a decoder that has seen nothing. */
    public PacketDecoder() {}

    /**
     * Looks for an ICMP message in a frame.
     *
     * @param frame the frame
     * @param view filled when there is one, else of no meaning
     * @return whether there is one
     */
    public boolean decode(Frame frame, PacketView view) {
        if (frame.linkType() == ETHERNET && carriesNoIcmp(frame)) {
            return false;
        }
        return descend(frame, view);
    }

    /** The shortest way out for the bulk of all traffic: TCP and UDP directly over IP over Ethernet. */
    private static boolean carriesNoIcmp(Frame frame) {
        int ip = frame.start() + Ethernet.HEADER;
        if (frame.end() - ip < Ipv6.HEADER) {
            return false;
        }
        int type = Ethernet.etherType(frame.bytes(), frame.start());
        int protocol;
        if (type == IPV4) {
            protocol = Ipv4.protocol(frame.bytes(), ip);
        } else if (type == IPV6) {
            protocol = Ipv6.nextHeader(frame.bytes(), ip);
        } else {
            return false;
        }
        return protocol == TCP || protocol == UDP;
    }

    private boolean descend(Frame frame, PacketView view) {
        Layer layer = LinkTypes.layer(frame.linkType());
        if (layer == null) {
            unsupported.merge(frame.linkType(), 1L, Long::sum);
            return false;
        }
        long wireEnd = frame.start() + frame.wireBytes() - frame.fcsBytes();
        int end = (int) Math.min(frame.end(), wireEnd);
        cursor.start(frame.start(), end, wireEnd, Protocol.NONE);
        view.path.clear();
        while (layer != null && !view.path.isFull()) {
            cursor.detail = Cursor.NONE;
            if (layer.header().read(frame.bytes(), cursor) != Fault.NONE) {
                return false;
            }
            view.path.add(layer, cursor.detail);
            if (isIcmp(cursor.next)) {
                return found(frame, view);
            }
            if (cursor.next == Protocol.FRAGMENT) {
                noteFragment();
                return false;
            }
            layer = Protocols.layer(cursor.next);
        }
        return false;
    }

    private boolean found(Frame frame, PacketView view) {
        if (cursor.left() < 1) {
            return false;
        }
        view.fill(frame, cursor, cursor.next == Protocol.ICMP ? 4 : 6);
        return true;
    }

    /** A part of a message is no message: its first part is counted, the others have no ICMP header. */
    private void noteFragment() {
        if (cursor.fragmentOffset == 0 && isIcmp(cursor.fragmentProtocol)) {
            incompleteFragments++;
        }
    }

    private static boolean isIcmp(int protocol) {
        return protocol == Protocol.ICMP || protocol == Protocol.ICMPV6;
    }

    /**
     * Returns the first fragments of ICMP messages that were not joined with the others.
     *
     * @return how many so far
     */
    public long incompleteFragments() {
        return incompleteFragments;
    }

    /**
     * Returns the link types that are not decoded.
     *
     * @return frames so far by LINKTYPE number
     */
    public SortedMap<Integer, Long> unsupportedLinkTypes() {
        return Collections.unmodifiableSortedMap(unsupported);
    }
}
