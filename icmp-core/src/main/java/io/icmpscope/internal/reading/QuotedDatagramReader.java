package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.message.QuotedDatagram;
import io.icmpscope.message.QuotedHeader;
import io.icmpscope.message.QuotedTransport;
import org.jspecify.annotations.Nullable;

/**
 * The datagram that an error quotes, field by field as far as the quote goes: RFC 792, RFC 1812 section 4.3.2.3, RFC 4443
 * section 2.4(c). The lengths inside the quote are the original's and never bound it.
 */
final class QuotedDatagramReader {

    private static final String LAYER = "quote";
    private static final int IPV4_HEADER = 20; // bytes, without options

    private QuotedDatagramReader() {}

    /** Reads the quote that begins at an offset of the message and ends with it. */
    static QuotedDatagram read(MessageBytes in, int at) {
        return read(new Span(in, at, in.length()));
    }

    /** Reads a quote. */
    static QuotedDatagram read(Span quote) {
        Integer first = quote.u8(0);
        if (first != null && first >>> 4 != 4 && first >>> 4 != 6) {
            quote.problem(LAYER, 0, IPV4_HEADER, "what is quoted is neither IPv4 nor IPv6");
        } else if (first != null && first >>> 4 == 4 && headerLength(first) < IPV4_HEADER) {
            quote.problem(LAYER, 0, IPV4_HEADER, "the header length of the quoted datagram is less than 20");
        }
        return read(quote, true);
    }

    /** Reads what may or may not be a quote, which is no problem either way. */
    static QuotedDatagram readIfAny(MessageBytes in, int at) {
        return read(new Span(in, at, in.length()), true);
    }

    private static QuotedDatagram read(Span quote, boolean outermost) {
        Integer first = quote.u8(0);
        int version = first == null ? 0 : first >>> 4;
        if (first == null || (version != 4 && version != 6)) {
            return new QuotedDatagram(quote.length(), null, null, null, null);
        }
        boolean v4 = version == 4;
        HeaderChain chain = v4 ? HeaderChain.of4(quote, headerLength(first)) : HeaderChain.of6(quote);
        QuotedHeader header = v4 ? QuotedHeaderReader.read4(quote, chain) : QuotedHeaderReader.read6(quote, chain);
        boolean whole = hasTransport(header) && !(v4 && headerLength(first) < IPV4_HEADER);
        Span behind = quote.from(whole ? chain.at() : quote.length());
        Integer protocol = chain.protocol();
        QuotedTransport transport = protocol == null ? null : QuotedTransportReader.read(behind, protocol);
        boolean esp = protocol != null && protocol == QuotedTransportReader.ESP;
        return new QuotedDatagram(
                quote.length(),
                header,
                esp ? behind.u32(0) : chain.spi(),
                transport,
                outermost ? nested(behind, protocol, transport) : null);
    }

    private static int headerLength(int firstByte) {
        return (firstByte & 0x0F) << 2;
    }

    /** Whether a transport header follows: in IPv4 once the fragment offset was quoted, and only if it is 0. */
    private static boolean hasTransport(QuotedHeader header) {
        Integer offset = header.fragmentOffset();
        return offset == null ? header.version() == 6 : offset == 0;
    }

    private static @Nullable QuotedDatagram nested(
            Span message, @Nullable Integer protocol, @Nullable QuotedTransport transport) {
        if (protocol == null || !(transport instanceof QuotedTransport.Icmp icmp)) {
            return null;
        }
        Integer type = icmp.type();
        Span quote = message.from(Icmp.BODY);
        return type != null && quote.length() > 0 && Icmp.isError(protocol == QuotedTransportReader.ICMP ? 4 : 6, type)
                ? read(quote, false)
                : null;
    }
}
