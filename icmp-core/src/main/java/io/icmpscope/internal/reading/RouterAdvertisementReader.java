package io.icmpscope.internal.reading;

import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.NdpOption;
import io.icmpscope.message.NeighborDiscovery;
import java.util.List;

/** Router advertisement: RFC 4861 sections 4.2 and 6.1.2, RFC 4191 section 2.2, RFC 6275 section 7.1, RFC 4389 section 4.1.3.3. */
final class RouterAdvertisementReader {

    private static final String LAYER = "router-advertisement";

    static final int HEADER = 16; // bytes, where the options begin

    private static final int HOP_LIMIT = 4; // offsets in the message
    private static final int FLAGS = 5;
    private static final int LIFETIME = 6;
    private static final int REACHABLE_TIME = 8;
    private static final int RETRANS_TIMER = 12;

    private static final int MANAGED = 0x80; // flags
    private static final int OTHER = 0x40;
    private static final int HOME_AGENT = 0x20;
    private static final int PROXY = 0x04;

    private RouterAdvertisementReader() {}

    static IcmpMessage read(MessageBytes in) {
        List<NdpOption> options = NdpOptions.read(in, HEADER);
        NeighborRules.check(in, LAYER);
        NeighborRules.linkLocalSource(in, LAYER);
        return record(in, 0, options);
    }

    /** Reads the header at an offset: its own, or one in an option. */
    static NeighborDiscovery.RouterAdvertisement record(MessageBytes in, int at, List<NdpOption> options) {
        int flags = in.u8(at + FLAGS);
        return new NeighborDiscovery.RouterAdvertisement(
                in.u8(at + HOP_LIMIT),
                (flags & MANAGED) != 0,
                (flags & OTHER) != 0,
                (flags & HOME_AGENT) != 0,
                RouterPreference.read(flags),
                (flags & PROXY) != 0,
                flags,
                in.u16(at + LIFETIME),
                in.u32(at + REACHABLE_TIME),
                in.u32(at + RETRANS_TIMER),
                options);
    }
}
