package io.icmpscope.internal.reading;

import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.NeighborDiscovery;

/** Inverse neighbor discovery solicitation and advertisement: RFC 3122 sections 2 and 4.3. */
final class InverseDiscoveryReader {

    private static final String LAYER = "inverse-neighbor-discovery";
    private static final int OPTIONS = 8; // offset in the message

    private InverseDiscoveryReader() {}

    static IcmpMessage readSolicitation(MessageBytes in) {
        NeighborRules.checkFragmented(in, LAYER);
        return new NeighborDiscovery.InverseSolicitation(NdpOptions.read(in, OPTIONS));
    }

    static IcmpMessage readAdvertisement(MessageBytes in) {
        NeighborRules.checkFragmented(in, LAYER);
        return new NeighborDiscovery.InverseAdvertisement(NdpOptions.read(in, OPTIONS));
    }
}
