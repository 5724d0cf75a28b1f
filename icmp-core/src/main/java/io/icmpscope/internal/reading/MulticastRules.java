package io.icmpscope.internal.reading;

/** What receivers check before they believe a message of multicast listener or router discovery: RFC 9777 sections 5.1.14
 * and 5.2.13, RFC 4286 section 3. */
final class MulticastRules {

    private static final int HOP_LIMIT = 1; // so that no router passes it on

    private MulticastRules() {}

    static void check(MessageBytes in, String layer, boolean mayHaveNoSource) {
        Carrier carrier = in.carrier();
        if (carrier == null) {
            return;
        }
        if (carrier.hopLimit() != HOP_LIMIT) {
            in.problem(layer, 0, HOP_LIMIT, carrier.hopLimit(), "the hop limit is not 1");
        }
        boolean allowed = mayHaveNoSource && Scopes.isUnspecified(carrier.source());
        if (!allowed && !Scopes.isLinkLocal(carrier.source())) {
            in.violation(layer, 0, "the source is not link-local");
        }
        if (!carrier.routerAlert()) {
            in.violation(layer, 0, "it has no router alert option");
        }
    }
}
