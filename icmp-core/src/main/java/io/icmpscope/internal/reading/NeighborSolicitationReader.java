package io.icmpscope.internal.reading;

import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.NdpOption;
import io.icmpscope.message.NeighborDiscovery;
import java.util.List;

/** Neighbor solicitation: RFC 4861 sections 4.3 and 7.1.1. */
final class NeighborSolicitationReader {

    private static final String LAYER = "neighbor-solicitation";

    private static final int TARGET = 8; // offsets in the message
    private static final int OPTIONS = 24;

    private NeighborSolicitationReader() {}

    static IcmpMessage read(MessageBytes in) {
        List<NdpOption> options = NdpOptions.read(in, OPTIONS);
        NeighborRules.check(in, LAYER);
        NeighborRules.unicastTarget(in, LAYER, TARGET);
        Carrier carrier = in.carrier();
        if (carrier != null && Scopes.isUnspecified(carrier.source())) {
            NeighborRules.noSourceLinkLayerAddress(in, LAYER, options);
            if (!Scopes.isSolicitedNode(carrier.destination())) {
                in.violation(LAYER, 0, "without a source it goes to a solicited-node address only");
            }
        }
        return new NeighborDiscovery.NeighborSolicitation(in.ipv6(TARGET), options);
    }
}
