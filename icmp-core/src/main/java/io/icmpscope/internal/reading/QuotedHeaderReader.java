package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Ipv6;
import io.icmpscope.message.QuotedHeader;
import org.jspecify.annotations.Nullable;

/** The IP header of a quote, field by field as far as the quote goes: RFC 791 section 3.1, RFC 8200 section 3. */
final class QuotedHeaderReader {

    static final int NEXT_HEADER = 6; // offset in an IPv6 header
    static final int PROTOCOL = 9; // offset in an IPv4 header

    private static final int PAYLOAD_LENGTH = 4; // offsets in an IPv6 header
    private static final int HOP_LIMIT = 7;

    private static final int TYPE_OF_SERVICE = 1; // offsets in an IPv4 header
    private static final int TOTAL_LENGTH = 2;
    private static final int IDENTIFICATION = 4;
    static final int FLAGS_AND_OFFSET = 6;
    private static final int TTL = 8;
    private static final int CHECKSUM = 10;
    private static final int SOURCE = 12;
    private static final int DESTINATION = 16;

    private static final int DONT_FRAGMENT = 0x4000;
    private static final int MORE_FRAGMENTS = 0x2000;
    static final int FRAGMENT_OFFSET = 0x1FFF; // in units of eight bytes

    private QuotedHeaderReader() {}

    static QuotedHeader read4(Span quote, HeaderChain chain) {
        Integer fragment = quote.u16(FLAGS_AND_OFFSET);
        Integer total = quote.u16(TOTAL_LENGTH);
        return new QuotedHeader(
                4,
                quote.u8(TYPE_OF_SERVICE),
                null,
                total == null ? null : (long) total,
                quote.u16(IDENTIFICATION),
                flag(fragment, DONT_FRAGMENT),
                flag(fragment, MORE_FRAGMENTS),
                fragment == null ? null : (fragment & FRAGMENT_OFFSET) << 3,
                quote.u8(TTL),
                chain.protocol(),
                quote.u16(CHECKSUM),
                quote.ipv4(SOURCE),
                quote.ipv4(DESTINATION));
    }

    static QuotedHeader read6(Span quote, HeaderChain chain) {
        Integer classBits = quote.u16(0); // version 4 bits, traffic class 8, flow label 20
        Long flowBits = quote.u32(0);
        Integer payload = quote.u16(PAYLOAD_LENGTH);
        return new QuotedHeader(
                6,
                classBits == null ? null : (classBits >>> 4) & 0xFF,
                flowBits == null ? null : (int) (flowBits & 0xFFFFF),
                payload == null ? null : (long) payload + Ipv6.HEADER,
                null,
                null,
                chain.moreFragments(),
                chain.fragmentOffset(),
                quote.u8(HOP_LIMIT),
                chain.protocol(),
                null,
                quote.ipv6(Ipv6.SOURCE),
                quote.ipv6(Ipv6.DESTINATION));
    }

    private static @Nullable Boolean flag(@Nullable Integer bits, int mask) {
        return bits == null ? null : (bits & mask) != 0;
    }
}
