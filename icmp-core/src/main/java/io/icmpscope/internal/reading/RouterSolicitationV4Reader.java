package io.icmpscope.internal.reading;

import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.RouterSolicitationV4;

/** Router solicitation of ICMPv4: RFC 1256 section 3. */
final class RouterSolicitationV4Reader {

    private RouterSolicitationV4Reader() {}

    static IcmpMessage read(MessageBytes in) {
        return new RouterSolicitationV4();
    }
}
