package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Ipv6;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The extension headers of a quoted datagram, RFC 8200 section 4, as far as they were quoted.
 *
 * @param passed the headers before the transport
 * @param protocol the transport; null when the quote ends before it can be told
 * @param at where the transport begins in the quote; it may lie beyond its end
 * @param fragmentOffset in bytes, from a fragment header; behind one that is not 0 there are no headers
 * @param moreFragments from a fragment header
 * @param spi the security parameters index of an Authentication Header
 */
record HeaderChain(
        List<Header> passed,
        @Nullable Integer protocol,
        int at,
        @Nullable Integer fragmentOffset,
        @Nullable Boolean moreFragments,
        @Nullable Long spi) {

    static final int AUTHENTICATION = 51; // IP protocol numbers
    static final int FRAGMENT = 44;

    private static final int LENGTH = 1; // offsets in an extension header
    private static final int OFFSET_AND_FLAG = 2; // in a fragment header
    private static final int SPI = 4; // in an Authentication Header

    private static final int MORE_FRAGMENTS = 1;
    private static final int IPV4_HEADER = 20; // bytes, without options
    private static final int MAX_HEADERS = 32;

    record Header(int number, int at, int length) {}

    /** Walks the headers of an IPv6 datagram. */
    static HeaderChain of6(Span quote) {
        return walk(quote, quote.u8(QuotedHeaderReader.NEXT_HEADER), Ipv6.HEADER);
    }

    private static HeaderChain walk(Span quote, @Nullable Integer first, int start) {
        List<Header> passed = new ArrayList<>();
        Integer number = first;
        Integer fragment = null;
        Long spi = null;
        int at = start;
        while (number != null && isExtension(number) && (fragment == null || fragment >>> 3 == 0)) {
            int length = length(quote, number, at);
            if (length == 0 || passed.size() == MAX_HEADERS) {
                number = null;
                break;
            }
            passed.add(new Header(number, at, length));
            if (number == FRAGMENT) {
                fragment = quote.u16(at + OFFSET_AND_FLAG);
            } else if (number == AUTHENTICATION) {
                spi = quote.u32(at + SPI);
            }
            number = quote.u8(at);
            at += length;
        }
        return new HeaderChain(passed, number, at, offset(fragment), more(fragment), spi);
    }

    /** Passes the only such header that IPv4 has, the Authentication Header, where it is quoted. */
    static HeaderChain of4(Span quote, int headerLength) {
        Integer protocol = quote.u8(QuotedHeaderReader.PROTOCOL);
        Integer fragment = quote.u16(QuotedHeaderReader.FLAGS_AND_OFFSET);
        boolean first = fragment != null && (fragment & QuotedHeaderReader.FRAGMENT_OFFSET) == 0;
        return first && protocol != null && protocol == AUTHENTICATION && headerLength >= IPV4_HEADER
                ? walk(quote, protocol, headerLength)
                : new HeaderChain(List.of(), protocol, headerLength, null, null, null);
    }

    private static @Nullable Integer offset(@Nullable Integer fragment) {
        return fragment == null ? null : fragment & ~7;
    }

    private static @Nullable Boolean more(@Nullable Integer fragment) {
        return fragment == null ? null : (fragment & MORE_FRAGMENTS) != 0;
    }

    private static boolean isExtension(int number) {
        return name(number) != null;
    }

    /** The length of an extension header in bytes, 0 when it was not quoted. */
    private static int length(Span quote, int number, int at) {
        Integer length = quote.u8(at + LENGTH);
        if (number == FRAGMENT) {
            return quote.has(at, 1) ? 8 : 0;
        }
        if (length == null) {
            return 0;
        }
        return number == AUTHENTICATION ? (length + 2) << 2 : (length + 1) << 3;
    }

    /** What a header is called, or null when it is none of the extension headers. */
    static @Nullable String name(int number) {
        return switch (number) {
            case 0 -> "hop-by-hop options header";
            case 43 -> "routing header";
            case FRAGMENT -> "fragment header";
            case AUTHENTICATION -> "authentication header";
            case 60 -> "destination options header";
            case 135 -> "mobility header";
            case 139 -> "host identity header";
            case 140 -> "shim6 header";
            case 253, 254 -> "experimental header";
            default -> null;
        };
    }
}
