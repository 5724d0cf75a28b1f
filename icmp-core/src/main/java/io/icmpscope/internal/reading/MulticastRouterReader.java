package io.icmpscope.internal.reading;

import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.MulticastRouter;

/** Multicast router advertisement, solicitation and termination: RFC 4286 sections 3 to 5. */
final class MulticastRouterReader {

    private static final String LAYER = "multicast-router";

    private static final int ADVERTISEMENT_INTERVAL = 1; // offsets in the message; where others have a code
    private static final int QUERY_INTERVAL = 4;
    private static final int ROBUSTNESS = 6;

    private MulticastRouterReader() {}

    static IcmpMessage readAdvertisement(MessageBytes in) {
        MulticastRules.check(in, LAYER, false);
        return new MulticastRouter.Advertisement(
                in.u8(ADVERTISEMENT_INTERVAL), in.u16(QUERY_INTERVAL), in.u16(ROBUSTNESS));
    }

    static IcmpMessage readSolicitation(MessageBytes in) {
        MulticastRules.check(in, LAYER, true);
        return new MulticastRouter.Solicitation();
    }

    static IcmpMessage readTermination(MessageBytes in) {
        MulticastRules.check(in, LAYER, false);
        return new MulticastRouter.Termination();
    }
}
