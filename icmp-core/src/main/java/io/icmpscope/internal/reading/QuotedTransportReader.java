package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.message.QuotedTransport;
import org.jspecify.annotations.Nullable;

/** The beginning of a transport header in a quote: each has its ports, or what stands for them, in its first eight bytes. */
final class QuotedTransportReader {

    static final int ICMP = 1; // IP protocol numbers
    static final int ICMPV6 = 58;
    static final int ESP = 50;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int DCCP = 33;
    private static final int GRE = 47;
    private static final int SCTP = 132;
    private static final int UDP_LITE = 136;

    private static final int DESTINATION_PORT = 2; // offsets in a transport header
    private static final int TCP_SEQUENCE = 4;
    private static final int VERIFICATION_TAG = 4;
    private static final int UDP_LENGTH = 4;
    private static final int UDP_CHECKSUM = 6;
    private static final int GRE_PROTOCOL = 2;

    private QuotedTransportReader() {}

    /** Reads the header, or gives null when there is none of it or it is not one of those known. */
    static @Nullable QuotedTransport read(Span header, int protocol) {
        if (header.length() == 0) {
            return null;
        }
        Integer source = header.u16(0);
        Integer destination = header.u16(DESTINATION_PORT);
        return switch (protocol) {
            case TCP -> new QuotedTransport.Tcp(source, destination, header.u32(TCP_SEQUENCE));
            case UDP, UDP_LITE ->
                new QuotedTransport.Udp(source, destination, header.u16(UDP_LENGTH), header.u16(UDP_CHECKSUM));
            case SCTP -> new QuotedTransport.Sctp(source, destination, header.u32(VERIFICATION_TAG));
            case DCCP -> new QuotedTransport.Dccp(source, destination);
            case GRE -> new QuotedTransport.Gre(header.u16(GRE_PROTOCOL));
            case ICMP, ICMPV6 -> icmp(header, protocol == ICMP);
            default -> null;
        };
    }

    private static QuotedTransport icmp(Span header, boolean v4) {
        Integer type = header.u8(0);
        int version = v4 ? 4 : 6;
        boolean extended = type != null && Icmp.isExtendedEcho(version, type);
        boolean query = type != null && Icmp.isQuery(version, type);
        return new QuotedTransport.Icmp(
                type,
                header.u8(1),
                query ? header.u16(Icmp.IDENTIFIER) : null,
                extended ? header.u8(Icmp.SEQUENCE) : query ? header.u16(Icmp.SEQUENCE) : null);
    }
}
