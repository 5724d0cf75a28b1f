package io.icmpscope.internal.reading;

import io.icmpscope.message.NdpOption;
import io.icmpscope.message.NeighborDiscovery;
import io.icmpscope.message.RouterOption;
import java.util.List;

/** Provisioning domain: RFC 8801 section 3.1. */
final class PvdIdReader {

    private static final String LAYER = "pvd-id";

    private static final int FLAGS = 2; // offsets in the option
    private static final int SEQUENCE = 4;
    private static final int NAME = 6;

    private static final int HTTP = 0x8000; // flags
    private static final int LEGACY = 0x4000;
    private static final int ROUTER_ADVERTISEMENT = 0x2000;
    private static final int DELAY = 0x000F;

    private PvdIdReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        int flags = in.u16(at + FLAGS);
        DnsNames names = new DnsNames(in, LAYER, at + NAME, end);
        String name = names.next();
        int next = at + (names.at() - at + NdpOptions.UNIT - 1) / NdpOptions.UNIT * NdpOptions.UNIT;
        NeighborDiscovery.RouterAdvertisement header = null;
        List<NdpOption> options = List.of();
        if ((flags & ROUTER_ADVERTISEMENT) == 0) {
            options = NdpOptions.readNested(in, next, end);
        } else if (end - next < RouterAdvertisementReader.HEADER) {
            in.problem(LAYER, next, RouterAdvertisementReader.HEADER, end - next, "the header in it is cut");
        } else {
            List<NdpOption> inner = NdpOptions.readNested(in, next + RouterAdvertisementReader.HEADER, end);
            header = RouterAdvertisementReader.record(in, next, inner);
        }
        return new RouterOption.PvdId(
                name,
                (flags & HTTP) != 0,
                (flags & LEGACY) != 0,
                flags & DELAY,
                in.u16(at + SEQUENCE),
                header,
                options);
    }
}
