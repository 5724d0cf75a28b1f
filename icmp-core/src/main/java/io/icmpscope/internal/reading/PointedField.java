package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Ipv6;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Names what the pointer of a parameter problem points at: RFC 791 section 3.1, RFC 8200 sections 3 and 4. */
final class PointedField {

    private static final String PAYLOAD = "payload";
    private static final int IPV4_HEADER = 20; // bytes, without options

    /** By the offset of their first byte. */
    private static final NavigableMap<Integer, String> IPV4 = new TreeMap<>(Map.of(
            0, "version and header length",
            1, "type of service",
            2, "total length",
            4, "identification",
            6, "flags and fragment offset",
            8, "time to live",
            9, "protocol",
            10, "header checksum",
            12, "source address",
            16, "destination address"));

    private static final NavigableMap<Integer, String> IPV6 = new TreeMap<>(Map.of(
            0, "version, traffic class and flow label",
            4, "payload length",
            6, "next header",
            7, "hop limit",
            8, "source address",
            24, "destination address"));

    private PointedField() {}

    /** Names the field, or gives null when that cannot be told. */
    static @Nullable String name(Span quote, long pointer) {
        Integer first = quote.u8(0);
        int version = first == null ? 0 : first >>> 4;
        return switch (version) {
            case 4 -> name4(quote, pointer);
            case 6 -> name6(quote, pointer);
            default -> null;
        };
    }

    private static @Nullable String name4(Span quote, long pointer) {
        if (pointer < IPV4_HEADER) {
            return IPV4.floorEntry((int) pointer).getValue();
        }
        int header = (quote.in().u8(quote.at()) & 0x0F) << 2;
        return pointer < header ? "option" : PAYLOAD;
    }

    private static @Nullable String name6(Span quote, long pointer) {
        if (pointer < Ipv6.HEADER) {
            return IPV6.floorEntry((int) pointer).getValue();
        }
        HeaderChain chain = HeaderChain.of6(quote);
        for (HeaderChain.Header header : chain.passed()) {
            if (pointer < (long) header.at() + header.length()) {
                return HeaderChain.name(header.number());
            }
        }
        return chain.protocol() == null ? null : PAYLOAD;
    }
}
