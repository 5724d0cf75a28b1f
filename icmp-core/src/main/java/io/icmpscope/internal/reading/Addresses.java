package io.icmpscope.internal.reading;

import io.icmpscope.message.IpAddress;
import org.jspecify.annotations.Nullable;

/** Addresses that stand behind a number of the IANA registry of address families. */
final class Addresses {

    private static final int IPV4 = 1;
    private static final int IPV6 = 2;

    private Addresses() {}

    /** Reads an IP address, or gives null when the family is another or the bytes are not there. */
    static @Nullable IpAddress read(Span bytes, int offset, int family) {
        return switch (family) {
            case IPV4 -> bytes.ipv4(offset);
            case IPV6 -> bytes.ipv6(offset);
            default -> null;
        };
    }
}
