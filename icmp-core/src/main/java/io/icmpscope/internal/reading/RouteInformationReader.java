package io.icmpscope.internal.reading;

import io.icmpscope.message.NdpOption;
import io.icmpscope.message.RouterOption;

/** Route information: RFC 4191 section 2.3. */
final class RouteInformationReader {

    private static final String LAYER = "route-information";

    private static final int PREFIX_LENGTH = 2; // offsets in the option
    private static final int FLAGS = 3;
    private static final int LIFETIME = 4;
    private static final int PREFIX = 8;

    private RouteInformationReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        int bits = in.u8(at + PREFIX_LENGTH);
        int needed = bits == 0 ? PREFIX : bits <= 64 ? PREFIX + 8 : PREFIX + 16;
        if (bits > 128) {
            in.problem(LAYER, at + PREFIX_LENGTH, 128, bits, "the prefix is longer than an address");
        } else if (end - at < needed) {
            in.problem(LAYER, at, needed, end - at, "the option is too short for its prefix");
        }
        if (RouterPreference.isReserved(in.u8(at + FLAGS))) {
            in.violation(LAYER, at + FLAGS, "the preference 10b is reserved, hosts ignore the option");
        }
        return new RouterOption.RouteInformation(
                in.ipv6(at + PREFIX, end - at - PREFIX),
                bits,
                RouterPreference.read(in.u8(at + FLAGS)),
                in.u32(at + LIFETIME));
    }
}
