package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Ipv6;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.QuotedDatagram;
import org.jspecify.annotations.Nullable;

/**
 * The datagram that an error quotes, field by field as far as the quote goes: RFC 792, RFC 1812 section 4.3.2.3, RFC 4443
 * section 2.4(c). The lengths inside the quote are the original's and never bound it.
 */
final class QuotedDatagramReader {

    private static final int ICMP = 1; // IP protocol numbers
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int DCCP = 33;
    private static final int ICMPV6 = 58;
    private static final int SCTP = 132;
    private static final int UDP_LITE = 136;

    private static final int IPV4_HEADER = 20; // bytes, without options
    private static final int MAX_EXTENSIONS = 32;

    private final MessageBytes in;
    private final int at;

    private @Nullable Integer ipVersion;
    private @Nullable IpAddress source;
    private @Nullable IpAddress destination;
    private @Nullable Integer ttl;
    private @Nullable Long totalLength;
    private @Nullable Integer identification;
    private @Nullable Integer fragmentOffset;
    private @Nullable Integer protocol;
    private @Nullable Integer sourcePort;
    private @Nullable Integer destinationPort;
    private @Nullable Integer icmpType;
    private @Nullable Integer icmpCode;
    private @Nullable Integer icmpIdentifier;
    private @Nullable Integer icmpSequenceNumber;

    private QuotedDatagramReader(MessageBytes in, int at) {
        this.in = in;
        this.at = at;
    }

    /** Reads the quote that begins at an offset of the message. */
    static QuotedDatagram read(MessageBytes in, int at) {
        return new QuotedDatagramReader(in, at).read();
    }

    private QuotedDatagram read() {
        int version = in.has(at, 1) ? in.u8(at) >>> 4 : 0;
        if (version == 4) {
            readIpv4();
        } else if (version == 6) {
            readIpv6();
        }
        return new QuotedDatagram(
                Math.max(0, in.length() - at),
                ipVersion,
                source,
                destination,
                ttl,
                totalLength,
                identification,
                fragmentOffset,
                protocol,
                sourcePort,
                destinationPort,
                icmpType,
                icmpCode,
                icmpIdentifier,
                icmpSequenceNumber);
    }

    private void readIpv4() {
        ipVersion = 4;
        totalLength = in.has(at, 4) ? (long) in.u16(at + 2) : null;
        identification = u16(at + 4);
        Integer field = u16(at + 6);
        fragmentOffset = field == null ? null : (field & 0x1FFF) << 3;
        ttl = u8(at + 8);
        protocol = u8(at + 9);
        source = in.has(at, 16) ? in.ipv4(at + 12) : null;
        destination = in.has(at, 20) ? in.ipv4(at + 16) : null;
        int header = (in.u8(at) & 0x0F) << 2;
        if (protocol != null && fragmentOffset != null && fragmentOffset == 0 && header >= IPV4_HEADER) {
            readTransport(protocol, at + header);
        }
    }

    private void readIpv6() {
        ipVersion = 6;
        totalLength = in.has(at, 6) ? (long) in.u16(at + 4) + Ipv6.HEADER : null;
        ttl = u8(at + 7);
        source = in.has(at, 24) ? in.ipv6(at + Ipv6.SOURCE) : null;
        destination = in.has(at, 40) ? in.ipv6(at + Ipv6.DESTINATION) : null;
        protocol = u8(at + 6);
        int next = at + Ipv6.HEADER;
        for (int i = 0; i < MAX_EXTENSIONS && protocol != null && in.has(next, 2); i++) {
            int length = extensionLength(protocol, next);
            if (length == 0) {
                break;
            }
            if (protocol == 44 && in.has(next, 4)) {
                fragmentOffset = in.u16(next + 2) & ~7;
            }
            protocol = in.u8(next);
            next += length;
        }
        if (protocol != null && (fragmentOffset == null || fragmentOffset == 0)) {
            readTransport(protocol, next);
        }
    }

    /** The length of an extension header in bytes, 0 for what is none. */
    private int extensionLength(int header, int offset) {
        return switch (header) {
            case 0, 43, 60, 135, 139, 140 -> (in.u8(offset + 1) + 1) << 3; // options, routing, mobility, HIP, shim6
            case 44 -> 8; // fragment
            case 51 -> (in.u8(offset + 1) + 2) << 2; // authentication, in 4-byte words less two
            default -> 0;
        };
    }

    private void readTransport(int carried, int offset) {
        switch (carried) {
            case TCP, UDP, UDP_LITE, DCCP, SCTP -> {
                sourcePort = u16(offset);
                destinationPort = u16(offset + 2);
            }
            case ICMP, ICMPV6 -> readIcmp(carried == ICMP, offset);
            default -> {}
        }
    }

    private void readIcmp(boolean v4, int offset) {
        icmpType = u8(offset);
        icmpCode = u8(offset + 1);
        if (icmpType != null && isQuery(v4, icmpType)) {
            icmpIdentifier = u16(offset + 4);
            icmpSequenceNumber = u16(offset + 6);
        }
    }

    private static boolean isQuery(boolean v4, int type) {
        return v4 ? type == 0 || type == 8 || (type >= 13 && type <= 18) : type == 128 || type == 129;
    }

    private @Nullable Integer u8(int offset) {
        return in.has(offset, 1) ? in.u8(offset) : null;
    }

    private @Nullable Integer u16(int offset) {
        return in.has(offset, 2) ? in.u16(offset) : null;
    }
}
