package io.icmpscope.internal.reading;

import io.icmpscope.message.NdpOption;
import io.icmpscope.message.SendOption;

/** Certificate: RFC 3971 section 6.4.4. */
final class CertificateReader {

    private static final int CERTIFICATE_TYPE = 2; // offsets in the option
    private static final int CERTIFICATE = 4;

    private CertificateReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        return new SendOption.Certificate(
                in.u8(at + CERTIFICATE_TYPE), in.hex(at + CERTIFICATE, end - at - CERTIFICATE));
    }
}
