package io.icmpscope.internal.packet;

import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.reading.MessageBytes;
import io.icmpscope.internal.reading.MessageTable;
import io.icmpscope.internal.wire.Checksum;
import io.icmpscope.internal.wire.Ethernet;
import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.internal.wire.Ipv4;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One ICMP message in place: where it lies in its frame and what the headers around it say. Filled anew by each
 * {@link PacketDecoder#decode}, valid until the next call. What an error quotes is read by {@link PacketEntries}. It can
 * also be a traceroute's probe by UDP or TCP, or the answer to one: see {@link TransportHeader}.
 */
public final class PacketView extends PacketPlace {

    /** A value that the packet does not have. */
    public static final int NONE = -1;

    int dataClass = NONE; // for EchoData, as is the next
    boolean dataChanged;

    private boolean again;
    private @Nullable IcmpMessage message; // once it was asked for
    private List<Problem> messageProblems = List.of();
    private @Nullable String linkSource; // once it was asked for
    private boolean linkSourceRead;
    private long bodySum = NONE; // once it was asked for
    private long originalFrame = NONE;
    private long requestFrame = NONE;
    private long rttNanos;

    /** Makes a view of nothing yet. */
    public PacketView() {}

    @Override
    void forgetNotes() {
        message = null;
        linkSourceRead = false;
        bodySum = NONE;
        dataClass = NONE;
        dataChanged = false;
        again = false;
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
        return new IpAddress(ipVersion, sourceHigh, sourceLow);
    }

    /**
     * Returns the receiver.
     *
     * @return the destination address of the innermost IP header
     */
    public IpAddress destination() {
        return new IpAddress(ipVersion, destinationHigh, destinationLow);
    }

    /**
     * Returns the link-layer address that the frame came from.
     *
     * @return six octets such as {@code "02:00:5e:10:00:01"}; null when the frame is not of Ethernet or has only zeros there, as
     *     on a loopback interface, or when the message came in a tunnel or in fragments
     */
    public @Nullable String linkSource() {
        if (!linkSourceRead) {
            boolean told = fragments.isEmpty() && path.isOneEthernetFrame();
            linkSource = told ? Ethernet.source(bytes, frameStart) : null;
            linkSourceRead = true;
        }
        return linkSource;
    }

    /**
     * Returns how far the packet could still go.
     *
     * @return time to live or hop limit, 0 to 255
     */
    public int ttl() {
        return ttl;
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
        if (echo != NO_ECHO) {
            return Icmp.codeOf(head);
        }
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
        return echo == REQUEST;
    }

    /**
     * Says whether this is an echo reply of either version that was captured with its identifier and sequence number.
     *
     * @return whether it is
     */
    public boolean isEchoReply() {
        return echo == REPLY;
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
            MessageBytes in = PacketEntries.bytes(this);
            known = MessageTable.read(icmpVersion, in);
            messageProblems = in.problems();
            message = known;
        }
        return known;
    }

    /** What is wrong with the message, beside its IP header. */
    List<Problem> messageProblems() {
        message();
        return messageProblems;
    }

    /**
     * Returns the identifier of a query.
     *
     * @return 0 to 65,535, or {@link #NONE} when the type has none or it was not captured
     */
    public int identifier() {
        if (echo != NO_ECHO) {
            return Icmp.identifierOf(head);
        }
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
        if (echo != NO_ECHO) {
            return Icmp.sequenceNumberOf(head);
        }
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

    /** Notes that an earlier message had the same addresses, type, code, TTL, size and, if it is an echo, identifier. */
    public void noteAgain() {
        again = true;
    }

    /**
     * Says whether it is known that an earlier message had the same addresses, type, code, TTL and size.
     *
     * @return whether that was noted
     */
    public boolean isAgain() {
        return again;
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
