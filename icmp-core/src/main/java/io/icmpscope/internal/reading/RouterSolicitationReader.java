package io.icmpscope.internal.reading;

import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.NdpOption;
import io.icmpscope.message.NeighborDiscovery;
import java.util.List;

/** Router solicitation: RFC 4861 sections 4.1 and 6.1.1. */
final class RouterSolicitationReader {

    private static final String LAYER = "router-solicitation";
    private static final int OPTIONS = 8; // offset in the message

    private RouterSolicitationReader() {}

    static IcmpMessage read(MessageBytes in) {
        List<NdpOption> options = NdpOptions.read(in, OPTIONS);
        NeighborRules.check(in, LAYER);
        Carrier carrier = in.carrier();
        if (carrier != null && Scopes.isUnspecified(carrier.source())) {
            NeighborRules.noSourceLinkLayerAddress(in, LAYER, options);
        }
        return new NeighborDiscovery.RouterSolicitation(options);
    }
}
