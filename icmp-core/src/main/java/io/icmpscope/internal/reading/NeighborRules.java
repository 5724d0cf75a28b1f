package io.icmpscope.internal.reading;

import io.icmpscope.message.NdpOption;
import java.util.List;

/** What receivers check before they believe a message of neighbour discovery: RFC 4861 sections 6.1, 7.1 and 8.1, RFC 6980
 * section 5. A message that breaks a rule is read all the same; what its options break stands in their readers. */
final class NeighborRules {

    private static final int CODE = 1; // offset in the message
    private static final int HOP_LIMIT = 255; // so that no router has passed it on
    private static final int SOURCE_LINK_LAYER_ADDRESS = 1; // an option type

    private NeighborRules() {}

    /** Checks what all messages that may not come in fragments have in common. */
    static void check(MessageBytes in, String layer) {
        checkFragmented(in, layer);
        Carrier carrier = in.carrier();
        if (carrier != null && carrier.fragmented()) {
            in.violation(layer, 0, "it has a fragment header, so receivers ignore it");
        }
    }

    /** Checks what the messages have in common that may come in fragments too. */
    static void checkFragmented(MessageBytes in, String layer) {
        if (in.u8(CODE) != 0) {
            in.problem(layer, CODE, 0, in.u8(CODE), "the code is not 0");
        }
        Carrier carrier = in.carrier();
        if (carrier != null && carrier.hopLimit() != HOP_LIMIT) {
            in.problem(layer, 0, HOP_LIMIT, carrier.hopLimit(), "the hop limit is not 255");
        }
    }

    static void linkLocalSource(MessageBytes in, String layer) {
        Carrier carrier = in.carrier();
        if (carrier != null && !Scopes.isLinkLocal(carrier.source())) {
            in.violation(layer, 0, "the source is not link-local");
        }
    }

    static void unicastTarget(MessageBytes in, String layer, int target) {
        if (in.ipv6(target).isMulticast()) {
            in.violation(layer, target, "the target is a multicast address");
        }
    }

    static void noSourceLinkLayerAddress(MessageBytes in, String layer, List<NdpOption> options) {
        if (options.stream().anyMatch(option -> option.type() == SOURCE_LINK_LAYER_ADDRESS)) {
            in.violation(layer, 0, "it names a link-layer address of a source that it has not");
        }
    }
}
