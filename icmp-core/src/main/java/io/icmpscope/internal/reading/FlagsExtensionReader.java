package io.icmpscope.internal.reading;

import io.icmpscope.message.NdpOption;
import io.icmpscope.message.RouterOption;

/** More flags of router advertisements: RFC 5175 section 4. */
final class FlagsExtensionReader {

    private static final int FLAGS = 2; // offset in the option

    private FlagsExtensionReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        return new RouterOption.FlagsExtension(in.u48(at + FLAGS));
    }
}
