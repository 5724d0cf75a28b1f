package io.icmpscope.internal.reading;

import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.NdpOption;
import io.icmpscope.message.NeighborDiscovery;
import java.util.List;

/** Redirect of neighbour discovery: RFC 4861 sections 4.5 and 8.1. */
final class RedirectMessageReader {

    private static final String LAYER = "redirect";

    private static final int TARGET = 8; // offsets in the message
    private static final int DESTINATION = 24;
    private static final int OPTIONS = 40;

    private RedirectMessageReader() {}

    static IcmpMessage read(MessageBytes in) {
        List<NdpOption> options = NdpOptions.read(in, OPTIONS);
        IpAddress target = in.ipv6(TARGET);
        IpAddress destination = in.ipv6(DESTINATION);
        NeighborRules.check(in, LAYER);
        NeighborRules.linkLocalSource(in, LAYER);
        if (destination.isMulticast()) {
            in.violation(LAYER, DESTINATION, "a multicast address is not redirected");
        }
        if (!Scopes.isLinkLocal(target) && !target.equals(destination)) {
            in.violation(LAYER, TARGET, "the target is neither link-local nor the destination");
        }
        return new NeighborDiscovery.RedirectMessage(target, destination, options);
    }
}
