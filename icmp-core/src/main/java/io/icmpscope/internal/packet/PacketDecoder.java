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
import io.icmpscope.internal.wire.Udp;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
    private final Map<Integer, SortedMap<Integer, Long>> unsupported = new HashMap<>(); // by capture, by link type
    private final Reassembly reassembly = new Reassembly();
    private @Nullable Datagram joined; // the latest

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
        cursor.forget();
        if (frame.linkType() == ETHERNET && carriesNoIcmp(frame)) {
            return false;
        }
        return start(frame, view) || decodeMore(frame, view);
    }

    /**
     * Looks for the next message of a frame that carries several packets. To be called until there is none.
     *
     * @param frame the frame of the latest {@link #decode}, which found a message
     * @param view filled when there is another, else of no meaning
     * @return whether there is one
     */
    @SuppressWarnings("ReferenceEquality") // whether it is the very buffer
    public boolean decodeMore(Frame frame, PacketView view) {
        for (ByteBuffer bytes = cursor.resume(); bytes != null; bytes = cursor.resume()) {
            Datagram whole = joined;
            List<Long> fragments = whole != null && whole.bytes() == bytes ? whole.frames() : List.of();
            view.path.cut(cursor.depth);
            if (descend(frame, view, Protocols.layer(cursor.next), bytes, fragments)) {
                return true;
            }
        }
        return false;
    }

    /** The shortest way out for the bulk of all traffic: TCP, and UDP without a tunnel, directly over IP over Ethernet. */
    private static boolean carriesNoIcmp(Frame frame) {
        int ip = frame.start() + Ethernet.HEADER;
        if (frame.end() - ip < Ipv6.HEADER) {
            return false;
        }
        ByteBuffer bytes = frame.bytes();
        int type = Ethernet.etherType(bytes, frame.start());
        if (type == IPV4) {
            int protocol = Ipv4.protocol(bytes, ip);
            return protocol == TCP
                    || (protocol == UDP
                            && Ipv4.fragmentOffset(bytes, ip) == 0 // else there are no ports
                            && Udp.isPlain(bytes, ip + Ipv4.headerLength(bytes, ip), frame.end()));
        }
        if (type == IPV6) {
            int protocol = Ipv6.nextHeader(bytes, ip);
            return protocol == TCP || (protocol == UDP && Udp.isPlain(bytes, ip + Ipv6.HEADER, frame.end()));
        }
        return false;
    }

    private boolean start(Frame frame, PacketView view) {
        Layer layer = LinkTypes.layer(frame.linkType());
        if (layer == null) {
            unsupported
                    .computeIfAbsent(frame.capture(), first -> new TreeMap<>())
                    .merge(frame.linkType(), 1L, Long::sum);
            return false;
        }
        long wireEnd = frame.start() + frame.wireBytes() - frame.fcsBytes();
        int end = (int) Math.min(frame.end(), wireEnd);
        cursor.start(frame.start(), end, wireEnd, Protocol.NONE);
        view.path.clear();
        return descend(frame, view, layer, frame.bytes(), List.of());
    }

    private boolean descend(Frame frame, PacketView view, @Nullable Layer first, ByteBuffer from, List<Long> parts) {
        Layer layer = first;
        ByteBuffer bytes = from;
        List<Long> fragments = parts;
        while (layer != null && !view.path.isFull(layer)) {
            cursor.detail = Cursor.NONE;
            cursor.depth = view.path.depth();
            if (layer.header().read(bytes, cursor) != Fault.NONE) {
                return false;
            }
            view.path.add(layer, cursor.detail);
            if (cursor.next == Protocol.FRAGMENT) {
                Datagram whole = join(frame, bytes, view.path);
                if (whole == null) {
                    return false;
                }
                bytes = whole.bytes();
                fragments = whole.frames();
            }
            if (isIcmp(cursor.next)) {
                if (cursor.left() < 1) {
                    return false;
                }
                view.fill(frame, bytes, cursor, fragments);
                return true;
            }
            layer = Protocols.layer(cursor.next);
        }
        return false;
    }

    /** Joins a fragment with the others, when the whole could carry a message, and stands before what it carries. */
    private @Nullable Datagram join(Frame frame, ByteBuffer bytes, PacketPath path) {
        int carried = cursor.fragmentProtocol;
        boolean wanted = cursor.ipVersion == 6 || isIcmp(carried) || Protocols.layer(carried) != null;
        if (carried == Protocol.UDP && cursor.fragmentOffset == 0) {
            wanted = !Udp.isPlain(bytes, cursor.at, cursor.end);
        }
        Datagram whole = wanted ? reassembly.add(frame, bytes, cursor, path) : null;
        if (whole != null) {
            joined = whole;
            cursor.at = Datagram.PAYLOAD;
            cursor.end = whole.capturedEnd();
            cursor.declaredEnd = whole.declaredEnd();
            cursor.next = whole.protocol();
        }
        return whole;
    }

    private static boolean isIcmp(int protocol) {
        return protocol == Protocol.ICMP || protocol == Protocol.ICMPV6;
    }

    /**
     * Returns the ICMP messages whose first fragment was seen in a capture, but nowhere the rest.
     *
     * @param capture as {@link Frame#capture} counts
     * @return how many so far
     */
    public long incompleteFragments(int capture) {
        return reassembly.incomplete(capture);
    }

    /**
     * Returns the link types of a capture that are not decoded.
     *
     * @param capture as {@link Frame#capture} counts
     * @return frames so far by LINKTYPE number
     */
    public SortedMap<Integer, Long> unsupportedLinkTypes(int capture) {
        return Collections.unmodifiableSortedMap(unsupported.getOrDefault(capture, Collections.emptySortedMap()));
    }
}
