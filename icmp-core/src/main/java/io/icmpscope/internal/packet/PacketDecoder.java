package io.icmpscope.internal.packet;

import static java.util.Objects.requireNonNull;

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
import io.icmpscope.internal.wire.Tcp;
import io.icmpscope.internal.wire.Udp;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs down the headers of a frame, in one loop without recursion, until it meets an ICMP message or knows that there is
 * none. A traceroute's {@linkplain Probes probe} by UDP or TCP, and the segment that answers it, are found likewise.
 * Nothing is allocated for a frame. Not safe for use by several threads.
 */
public final class PacketDecoder {

    private static final int ETHERNET = 1; // LINKTYPE number
    private static final int IPV4 = 0x0800; // EtherTypes
    private static final int IPV6 = 0x86DD;
    private static final int TCP = 6; // IP protocol numbers
    private static final int UDP = 17;

    private final Cursor cursor = new Cursor();
    private final UnsupportedFrames unsupported = new UnsupportedFrames();
    private final Reassembly reassembly = new Reassembly();
    private final Probes probes = new Probes();
    private final boolean knowsTheFramesBefore;
    private @Nullable Datagram joined; // the latest
    private boolean needsTheFramesBefore; // the latest frame
    private boolean mattersToLaterFrames; // likewise
    private boolean mayBringProbe; // likewise

    private PacketDecoder(boolean knowsTheFramesBefore) {
        this.knowsTheFramesBefore = knowsTheFramesBefore;
    }

    /** Makes a decoder for all frames from the first one on. */
    public PacketDecoder() {
        this(/* knowsTheFramesBefore= */ true);
    }

    /**
     * Makes a decoder for some frames of which the earlier ones are not known. It joins no fragments and remembers no
     * probes; of a frame for which that matters it {@linkplain #needsTheFramesBefore says so}.
     *
     * @return the decoder
     */
    public static PacketDecoder ofFramesApart() {
        return new PacketDecoder(/* knowsTheFramesBefore= */ false);
    }

    /**
     * Says whether it takes the frames before to decode the latest one: it has a fragment, or a segment of TCP that is a
     * probe or might answer one. What {@link #decode} found in it is of no meaning then.
     *
     * @return whether it does; never for a decoder that knows them
     */
    public boolean needsTheFramesBefore() {
        return needsTheFramesBefore;
    }

    /**
     * Says whether it takes the latest frame to decode later ones: it has a fragment, or a segment of TCP that is a probe. What
     * needs the frames before and does not matter to later ones is a segment that might answer a probe.
     *
     * @return whether it does; never for a decoder that knows the frames before
     */
    boolean mattersToLaterFrames() {
        return mattersToLaterFrames;
    }

    /**
     * Says whether later segments may be answers for the sake of the latest frame: it has a probe of TCP, or a fragment of
     * a tunnel that may have one.
     *
     * @return whether they may; never for a decoder that knows the frames before
     */
    boolean mayBringProbe() {
        return mayBringProbe;
    }

    /**
     * Looks for an ICMP message in a frame, or for a probe.
     *
     * @param frame the frame
     * @param view filled when there is one, else of no meaning
     * @return whether there is one
     */
    public boolean decode(Frame frame, PacketView view) {
        cursor.forget();
        needsTheFramesBefore = false;
        mattersToLaterFrames = false;
        mayBringProbe = false;
        if (frame.linkType() == ETHERNET) {
            if (saysNothing(frame)) {
                return false;
            }
            if (isPlain(frame)) {
                meetPlain(frame, view);
                return true;
            }
        }
        return start(frame, view) || decodeMore(frame, view);
    }

    /**
     * Looks for the next message or probe of a frame that carries several packets. To be called until there is none.
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

    /**
     * The shortest way out for the bulk of all traffic: TCP, and UDP without a tunnel, directly over IP over Ethernet, that
     * has far to go. While answers to probes of TCP may come, segments are looked at that begin or refuse a connection.
     */
    private boolean saysNothing(Frame frame) {
        int ip = frame.start() + Ethernet.HEADER;
        if (frame.end() - ip < Ipv6.HEADER) {
            return false;
        }
        ByteBuffer bytes = frame.bytes();
        int type = Ethernet.etherType(bytes, frame.start());
        boolean v4 = type == IPV4;
        if (!v4 && type != IPV6) {
            return false;
        }
        long second = v4 ? Ipv4.second(bytes, ip) : 0;
        int protocol = v4 ? (int) (second >>> 48) & 0xFF : Ipv6.nextHeader(bytes, ip);
        int ttl = v4 ? (int) (second >>> 56) : Ipv6.hopLimit(bytes, ip);
        if (ttl <= Probes.LARGEST_TTL || (protocol != TCP && protocol != UDP)) {
            return false;
        }
        int transport = ip + (v4 ? Ipv4.headerLength(bytes, ip) : Ipv6.HEADER);
        if (protocol == TCP) {
            return answersNoProbe(frame, transport);
        }
        boolean ports = !v4 || Ipv4.fragmentOffset(bytes, ip) == 0; // there are none in a later fragment
        return ports && Udp.isPlain(bytes, transport, frame.end());
    }

    /**
     * The shortest way to nearly all messages, which have nothing but IP and Ethernet around them: past headers that are known,
     * and not by a call through a table, of which the compiler knows nothing.
     */
    private boolean isPlain(Frame frame) {
        ByteBuffer bytes = frame.bytes();
        if (frame.end() - frame.start() < Ethernet.HEADER) {
            return false;
        }
        int type = Ethernet.etherType(bytes, frame.start());
        if (type != IPV4 && type != IPV6) {
            return false;
        }
        begin(frame);
        cursor.pass(Ethernet.HEADER, Protocol.etherType(type));
        Fault fault = type == IPV4 ? Ipv4.read(bytes, cursor) : Ipv6.read(bytes, cursor);
        return fault == Fault.NONE && isIcmp(cursor.next) && cursor.left() >= 1;
    }

    private void meetPlain(Frame frame, PacketView view) {
        int type = cursor.ipVersion == 4 ? IPV4 : IPV6;
        view.path.clear();
        view.path.add(requireNonNull(LinkTypes.layer(ETHERNET)), Cursor.NONE);
        view.path.add(requireNonNull(Protocols.layer(Protocol.etherType(type))), Cursor.NONE);
        view.fill(frame, frame.bytes(), cursor, List.of());
    }

    private boolean answersNoProbe(Frame frame, int at) {
        return (knowsTheFramesBefore && !probes.areWaiting(frame.timeNanos()))
                || frame.end() - at < Tcp.FLAGS_END
                || !Tcp.isConnectionAnswer(frame.bytes(), at);
    }

    private boolean start(Frame frame, PacketView view) {
        Layer layer = LinkTypes.layer(frame.linkType());
        if (layer == null) {
            unsupported.see(frame.capture(), frame.linkType());
            return false;
        }
        begin(frame);
        view.path.clear();
        return descend(frame, view, layer, frame.bytes(), List.of());
    }

    private void begin(Frame frame) {
        long wireEnd = frame.start() + Math.max(0, frame.wireBytes() - frame.fcsBytes());
        int end = (int) Math.min(frame.end(), wireEnd);
        cursor.start(frame.start(), end, wireEnd, Protocol.NONE);
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
            if (meetsProbe(frame, bytes, view)) {
                view.fill(frame, bytes, cursor, fragments);
                return true;
            }
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

    /** Whether a probe, or what answers one, begins here. A fragment is a probe when it is the first, which has the ports. */
    private boolean meetsProbe(Frame frame, ByteBuffer bytes, PacketView view) {
        boolean first = cursor.next == Protocol.FRAGMENT && cursor.fragmentOffset == 0;
        int protocol = first ? cursor.fragmentProtocol : cursor.next;
        if ((protocol != Protocol.UDP && protocol != Protocol.TCP) || cursor.ipVersion == 0) {
            return false;
        }
        view.transport = protocol;
        view.probe = probes.isProbe(bytes, cursor, protocol);
        return protocol == Protocol.TCP ? meetsTcp(frame, bytes, view.probe) : view.probe;
    }

    private boolean meetsTcp(Frame frame, ByteBuffer bytes, boolean probe) {
        if (!knowsTheFramesBefore) {
            mayBringProbe |= probe;
            mattersToLaterFrames |= probe;
            needsTheFramesBefore |= probe || Probes.mayAnswer(bytes, cursor);
            return false;
        }
        if (probe) {
            probes.remember(bytes, cursor, frame.timeNanos());
        }
        return probe || probes.isAnswer(bytes, cursor, frame.timeNanos());
    }

    /** Joins a fragment with the others, when the whole could carry a message, and stands before what it carries. */
    private @Nullable Datagram join(Frame frame, ByteBuffer bytes, PacketPath path) {
        int carried = cursor.fragmentProtocol;
        boolean wanted = cursor.ipVersion == 6 || isIcmp(carried) || Protocols.layer(carried) != null;
        if (carried == Protocol.UDP && cursor.fragmentOffset == 0) {
            wanted = !Udp.isPlain(bytes, cursor.at, cursor.end);
        }
        if (!knowsTheFramesBefore) {
            mayBringProbe |= wanted && !isIcmp(carried);
            mattersToLaterFrames |= wanted;
            needsTheFramesBefore |= wanted;
            return null;
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
     * Returns what was odd about the fragments of ICMP messages.
     *
     * @return what was seen so far
     */
    public List<FragmentTrouble> fragmentTroubles() {
        return reassembly.troubles();
    }

    /** Counts the frames of unknown link types that another decoder has met. */
    void addUnsupported(PacketDecoder other) {
        unsupported.add(other.unsupported);
    }

    /**
     * Returns the link types of a capture that are not decoded.
     *
     * @param capture as {@link Frame#capture} counts
     * @return frames so far by LINKTYPE number
     */
    public SortedMap<Integer, Long> unsupportedLinkTypes(int capture) {
        return unsupported.of(capture);
    }
}
