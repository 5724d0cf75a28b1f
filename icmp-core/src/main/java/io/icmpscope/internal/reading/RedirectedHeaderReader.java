package io.icmpscope.internal.reading;

import io.icmpscope.message.NdpOption;

/** Redirected header: RFC 4861 section 4.6.3. */
final class RedirectedHeaderReader {

    private static final int PACKET = 8; // offset in the option

    private RedirectedHeaderReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        return new NdpOption.RedirectedHeader(QuotedDatagramReader.read(in.upTo(end), at + PACKET));
    }
}
