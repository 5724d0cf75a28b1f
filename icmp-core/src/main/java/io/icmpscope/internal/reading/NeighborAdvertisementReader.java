package io.icmpscope.internal.reading;

import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.NdpOption;
import io.icmpscope.message.NeighborDiscovery;
import java.util.List;

/** Neighbor advertisement: RFC 4861 sections 4.4 and 7.1.2. */
final class NeighborAdvertisementReader {

    private static final String LAYER = "neighbor-advertisement";

    private static final int FLAGS = 4; // offsets in the message
    private static final int TARGET = 8;
    private static final int OPTIONS = 24;

    private static final int ROUTER = 0x80; // flags
    private static final int SOLICITED = 0x40;
    private static final int OVERRIDE = 0x20;

    private NeighborAdvertisementReader() {}

    static IcmpMessage read(MessageBytes in) {
        List<NdpOption> options = NdpOptions.read(in, OPTIONS);
        boolean solicited = (in.u8(FLAGS) & SOLICITED) != 0;
        NeighborRules.check(in, LAYER);
        NeighborRules.unicastTarget(in, LAYER, TARGET);
        Carrier carrier = in.carrier();
        if (carrier != null && solicited && carrier.destination().isMulticast()) {
            in.violation(LAYER, FLAGS, "an answer to all cannot be solicited");
        }
        return new NeighborDiscovery.NeighborAdvertisement(
                (in.u8(FLAGS) & ROUTER) != 0, solicited, (in.u8(FLAGS) & OVERRIDE) != 0, in.ipv6(TARGET), options);
    }
}
