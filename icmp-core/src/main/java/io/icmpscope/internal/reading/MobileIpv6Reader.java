package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.MobileIpv6;

/** Home agent address discovery and mobile prefix discovery: RFC 6275 sections 6.5 to 6.8. */
final class MobileIpv6Reader {

    private static final String LAYER = "home-agent-discovery";
    private static final int ADDRESS = 16; // bytes

    private static final int FLAGS = 6; // offsets in the messages, beside those that all queries have
    private static final int BODY = 8;

    private static final int MANAGED = 0x80; // flags
    private static final int OTHER = 0x40;

    private MobileIpv6Reader() {}

    static IcmpMessage readHomeAgentRequest(MessageBytes in) {
        return new MobileIpv6.HomeAgentRequest(in.u16(Icmp.IDENTIFIER));
    }

    static IcmpMessage readHomeAgentReply(MessageBytes in) {
        int rest = (in.length() - BODY) % ADDRESS;
        if (rest != 0) {
            in.tooShort(LAYER, in.length() - rest, ADDRESS);
        }
        return new MobileIpv6.HomeAgentReply(in.u16(Icmp.IDENTIFIER), in.ipv6List(BODY, in.length()));
    }

    static IcmpMessage readPrefixSolicitation(MessageBytes in) {
        return new MobileIpv6.PrefixSolicitation(in.u16(Icmp.IDENTIFIER));
    }

    static IcmpMessage readPrefixAdvertisement(MessageBytes in) {
        return new MobileIpv6.PrefixAdvertisement(
                in.u16(Icmp.IDENTIFIER),
                (in.u8(FLAGS) & MANAGED) != 0,
                (in.u8(FLAGS) & OTHER) != 0,
                NdpOptions.read(in, BODY));
    }
}
