package io.icmpscope.internal.packet;

import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.wire.Checksum;
import io.icmpscope.internal.wire.Cursor;
import io.icmpscope.internal.wire.Ethernet;
import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.internal.wire.Ipv4;
import io.icmpscope.internal.wire.Ipv6;
import io.icmpscope.internal.wire.Protocol;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.IpAddress;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One ICMP message in place: where it lies in its frame and what the headers around it say. Filled anew by each
 * {@link PacketDecoder#decode}, valid until the next call. What an error quotes is read by {@link PacketEntries}. It can
 * also be a traceroute's probe by UDP or TCP, or the answer to one: see {@link TransportHeader}.
 */
public final class PacketView {

    /** A value that the packet does not have. */
    public static final int NONE = -1;

    PacketPath path = new PacketPath();

    ByteBuffer bytes = ByteBuffer.allocate(0);
    List<Long> fragments = List.of();
    int frameStart;
    int capturedBytes;
    long wireBytes;
    long timeNanos = Frame.NO_TIME;
    long frameNumber;

    @Nullable
    String file;

    long frameInFile;
    long messageNumber;

    int ipVersion;
    int ipAt;
    int finalDestinationAt;
    int finalDestinationShared;
    int homeAddressAt;
    boolean lengthUnknown;
    int icmpVersion; // 0 when it is no ICMP message
    int type; // of an ICMP message
    int transport; // of a probe or its answer, a Protocol number
    boolean probe;
    int at;
    int end;
    long declaredEnd;

    int dataClass = NONE; // for EchoData, as is the next
    boolean dataChanged;

    private @Nullable IcmpMessage message;
    private long bodySum = NONE; // once it was asked for
    private long originalFrame = NONE;
    private long requestFrame = NONE;
    private long rttNanos;

    /** Makes a view of nothing yet. */
    public PacketView() {}

    void fill(Frame frame, ByteBuffer bytes, Cursor cursor, List<Long> fragments) {
        this.bytes = bytes;
        this.fragments = fragments;
        frameStart = fragments.isEmpty() ? frame.start() : 0;
        capturedBytes = frame.capturedBytes();
        wireBytes = frame.wireBytes();
        timeNanos = frame.timeNanos();
        frameNumber = frame.number();
        if (frame.file() != null) { // either never or always
            file = frame.file();
            frameInFile = frame.numberInFile();
        }
        ipVersion = cursor.ipVersion;
        ipAt = cursor.ipAt;
        finalDestinationAt = cursor.finalDestinationAt;
        finalDestinationShared = cursor.finalDestinationShared;
        homeAddressAt = cursor.homeAddressAt;
        lengthUnknown = cursor.lengthUnknown;
        icmpVersion = cursor.next == Protocol.ICMP ? 4 : cursor.next == Protocol.ICMPV6 ? 6 : 0;
        at = cursor.at;
        type = icmpVersion == 0 ? 0 : Icmp.type(bytes, at);
        end = cursor.end;
        declaredEnd = cursor.declaredEnd;
        forgetNotes();
    }

    /** Forgets what was found out about the packet before. */
    void forgetNotes() {
        message = null;
        bodySum = NONE;
        dataClass = NONE;
        dataChanged = false;
        originalFrame = NONE;
        requestFrame = NONE;
    }

    /**
     * Says whether this is an ICMP message. All that is not is a traceroute's probe by UDP or TCP, or the answer to one.
     *
     * @return whether it is
     */
    public boolean isIcmp() {
        return icmpVersion != 0;
    }

    /**
     * Says whether this is a probe by UDP or TCP; if not, and if it is no ICMP message, it is a segment that answers one.
     *
     * @return whether it is
     */
    public boolean isProbe() {
        return icmpVersion == 0 && probe;
    }

    /**
     * Returns the frame that carries the message.
     *
     * @return its number, from 1
     */
    public long frameNumber() {
        return frameNumber;
    }

    /**
     * Returns the position of the message among all ICMP messages of the capture.
     *
     * @return its number, from 1
     */
    public long messageNumber() {
        return messageNumber;
    }

    /**
     * Returns when it was captured.
     *
     * @return nanoseconds since 1970, or {@link Frame#NO_TIME}
     */
    public long timeNanos() {
        return timeNanos;
    }

    /**
     * Returns the length of the frame as captured.
     *
     * @return bytes
     */
    public int capturedBytes() {
        return capturedBytes;
    }

    /**
     * Returns the length of the frame as it was on the wire.
     *
     * @return bytes, at least the captured ones
     */
    public long wireBytes() {
        return wireBytes;
    }

    /**
     * Returns the version of the IP header that carries the message.
     *
     * @return 4 or 6
     */
    public int ipVersion() {
        return ipVersion;
    }

    /**
     * Returns whose message it is.
     *
     * @return 4 for ICMP, 6 for ICMPv6
     */
    public int icmpVersion() {
        return icmpVersion;
    }

    /**
     * Returns the sender.
     *
     * @return the source address of the innermost IP header
     */
    public IpAddress source() {
        return Addresses.source(bytes, ipVersion, ipAt);
    }

    /**
     * Returns the receiver.
     *
     * @return the destination address of the innermost IP header
     */
    public IpAddress destination() {
        return Addresses.destination(bytes, ipVersion, ipAt);
    }

    /**
     * Returns the link-layer address that the frame came from.
     *
     * @return six octets such as {@code "02:00:5e:10:00:01"}; null when the frame is not of Ethernet or has only zeros there, as
     *     on a loopback interface, or when the message came in a tunnel or in fragments
     */
    public @Nullable String linkSource() {
        return fragments.isEmpty() && path.isOneEthernetFrame() ? Ethernet.source(bytes, frameStart) : null;
    }

    /**
     * Returns how far the packet could still go.
     *
     * @return time to live or hop limit, 0 to 255
     */
    public int ttl() {
        return ipVersion == 4 ? Ipv4.ttl(bytes, ipAt) : Ipv6.hopLimit(bytes, ipAt);
    }

    /**
     * Returns the IPv4 identification, which tells two packets of one content apart.
     *
     * @return 0 to 65,535, or {@link #NONE} in IPv6
     */
    public int identification() {
        return ipVersion == 4 ? Ipv4.identification(bytes, ipAt) : NONE;
    }

    /**
     * Returns how many bytes of the message were captured.
     *
     * @return at least 1
     */
    public int length() {
        return end - at;
    }

    /**
     * Returns the type.
     *
     * @return 0 to 255
     */
    public int type() {
        return type;
    }

    /**
     * Returns the code.
     *
     * @return 0 to 255, or {@link #NONE} when it was not captured
     */
    public int code() {
        return length() < 2 ? NONE : Icmp.code(bytes, at);
    }

    /**
     * Returns the checksum as captured.
     *
     * @return 0 to 65,535, or {@link #NONE} when it was not captured
     */
    public int checksum() {
        return length() < Icmp.HEADER ? NONE : Icmp.checksum(bytes, at);
    }

    /**
     * Says whether this is an echo request of either version that was captured with its identifier and sequence number.
     *
     * @return whether it is
     */
    public boolean isEchoRequest() {
        return type() == (icmpVersion == 4 ? 8 : 128) && length() >= Icmp.BODY;
    }

    /**
     * Says whether this is an echo reply of either version that was captured with its identifier and sequence number.
     *
     * @return whether it is
     */
    public boolean isEchoReply() {
        return type() == (icmpVersion == 4 ? 0 : 129) && length() >= Icmp.BODY;
    }

    /**
     * Says whether this answers a question that its receiver asked.
     *
     * @return whether its type is one of the replies
     */
    public boolean isReply() {
        return Icmp.isReply(icmpVersion, type());
    }

    /**
     * Says whether this is a message about another datagram, which it quotes.
     *
     * @return whether its type is one of the errors
     */
    public boolean isError() {
        return Icmp.isError(icmpVersion, type());
    }

    /**
     * Returns what the message says. It is read when first asked for, and once for all who ask.
     *
     * @return the message
     */
    public IcmpMessage message() {
        IcmpMessage known = message;
        if (known == null) {
            known = PacketEntries.message(this);
            message = known;
        }
        return known;
    }

    /**
     * Returns the identifier of a query.
     *
     * @return 0 to 65,535, or {@link #NONE} when the type has none or it was not captured
     */
    public int identifier() {
        return !Icmp.isQuery(icmpVersion, type()) || length() < Icmp.SEQUENCE
                ? NONE
                : bytes.getShort(at + Icmp.IDENTIFIER) & 0xFFFF;
    }

    /**
     * Returns the sequence number of a query.
     *
     * @return 0 to 65,535, or {@link #NONE} when the type has none or it was not captured
     */
    public int sequenceNumber() {
        if (!Icmp.isQuery(icmpVersion, type()) || length() < Icmp.BODY) {
            return NONE;
        }
        return Icmp.isExtendedEcho(icmpVersion, type())
                ? bytes.get(at + Icmp.SEQUENCE) & 0xFF
                : bytes.getShort(at + Icmp.SEQUENCE) & 0xFFFF;
    }

    /**
     * Sums up the data of an echo, which its reply carries unchanged.
     *
     * @return a number that is the same for the same data
     */
    public long dataSum() {
        return bodySum() << 16 | (end - at & 0xFFFF);
    }

    /** The sum of what stands behind the first eight bytes, for {@link Checksum#fold}: added up once for all who ask. */
    long bodySum() {
        if (bodySum == NONE) {
            bodySum = Checksum.sum(bytes, at + Icmp.BODY, end);
        }
        return bodySum;
    }

    /**
     * Notes that the datagram which this error quotes was captured.
     *
     * @param frame where it was captured first
     */
    public void original(long frame) {
        originalFrame = frame;
    }

    /**
     * Returns the datagram that this error quotes.
     *
     * @return a frame number, or {@link #NONE} when it was not captured, or not found
     */
    public long originalFrame() {
        return originalFrame;
    }

    /**
     * Notes which request this reply answers.
     *
     * @param frame the latest captured frame of the request
     * @param nanos the time from there to the reply
     */
    public void answers(long frame, long nanos) {
        requestFrame = frame;
        rttNanos = nanos;
    }

    /**
     * Returns the request that this reply answers.
     *
     * @return a frame number, or {@link #NONE}
     */
    public long requestFrame() {
        return requestFrame;
    }

    /**
     * Returns the time since the request that this reply answers.
     *
     * @return nanoseconds; {@link Frame#NO_TIME} when either has no time or the clock was set back
     */
    public long rttNanos() {
        return rttNanos;
    }
}
