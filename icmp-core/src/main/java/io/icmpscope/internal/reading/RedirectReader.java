package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.Redirect;

/** Redirect of ICMPv4: RFC 792 page 12. */
final class RedirectReader {

    private static final int GATEWAY = 4; // offset in the message

    private RedirectReader() {}

    static IcmpMessage read(MessageBytes in) {
        return new Redirect(in.ipv4(GATEWAY), QuotedDatagramReader.read(in, Icmp.BODY));
    }
}
