package io.icmpscope.internal.reading;

import io.icmpscope.message.NdpOption;
import io.icmpscope.message.RouterOption;

/** Captive portal: RFC 8910 section 2.3. */
final class CaptivePortalReader {

    private static final int URI = 2; // offset in the option

    private CaptivePortalReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        return new RouterOption.CaptivePortal(in.text(at + URI, end - at - URI));
    }
}
