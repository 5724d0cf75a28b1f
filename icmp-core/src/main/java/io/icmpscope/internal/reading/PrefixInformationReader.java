package io.icmpscope.internal.reading;

import io.icmpscope.message.NdpOption;

/** Prefix information: RFC 4861 section 4.6.2, RFC 6275 section 7.2, RFC 9762; in RPL too, RFC 6550 section 6.7.10. */
final class PrefixInformationReader {

    private static final String LAYER = "prefix-information";

    private static final int PREFIX_LENGTH = 2; // offsets in the option
    private static final int FLAGS = 3;
    private static final int VALID_LIFETIME = 4;
    private static final int PREFERRED_LIFETIME = 8;
    private static final int PREFIX = 16;

    private static final int ON_LINK = 0x80; // flags
    private static final int AUTONOMOUS = 0x40;
    private static final int ROUTER_ADDRESS = 0x20;
    private static final int DELEGATION = 0x10;

    private static final int INTERFACE_ID = 64; // bits, on all links that are in use

    private PrefixInformationReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        NdpOption.PrefixInformation option = record(in, at);
        check(in, at, option);
        return option;
    }

    static NdpOption.PrefixInformation record(MessageBytes in, int at) {
        int flags = in.u8(at + FLAGS);
        return new NdpOption.PrefixInformation(
                in.ipv6(at + PREFIX),
                in.u8(at + PREFIX_LENGTH),
                (flags & ON_LINK) != 0,
                (flags & AUTONOMOUS) != 0,
                (flags & ROUTER_ADDRESS) != 0,
                (flags & DELEGATION) != 0,
                in.u32(at + VALID_LIFETIME),
                in.u32(at + PREFERRED_LIFETIME));
    }

    private static void check(MessageBytes in, int at, NdpOption.PrefixInformation option) {
        if (option.prefixLength() > 128) {
            in.problem(LAYER, at + PREFIX_LENGTH, 128, option.prefixLength(), "the prefix is longer than an address");
        }
        if (Scopes.isLinkLocal(option.prefix()) && (option.onLink() || option.autonomous())) {
            in.violation(LAYER, at + PREFIX, "a link-local prefix is not to be advertised");
        }
        if (option.preferredLifetimeSeconds() > option.validLifetimeSeconds()) {
            in.problem(
                    LAYER,
                    at + PREFERRED_LIFETIME,
                    option.validLifetimeSeconds(),
                    option.preferredLifetimeSeconds(),
                    "the preferred lifetime is longer than the valid one");
        }
        if (option.autonomous() && option.prefixLength() != INTERFACE_ID) {
            in.problem(
                    LAYER,
                    at + PREFIX_LENGTH,
                    INTERFACE_ID,
                    option.prefixLength(),
                    "hosts make themselves addresses in prefixes of 64 bits only");
        }
    }
}
