package io.icmpscope.internal.reading;

import io.icmpscope.message.HandoverOption;
import io.icmpscope.message.NdpOption;

/** Neighbor advertisement acknowledgment: RFC 5568 section 6.4.6. */
final class AdvertisementAcknowledgmentReader {

    private static final int OPTION_CODE = 2; // offsets in the option
    private static final int STATUS = 3;
    private static final int NEW_CARE_OF_ADDRESS = 8;
    private static final int WITH_ADDRESS = 24; // bytes

    private AdvertisementAcknowledgmentReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        return new HandoverOption.AdvertisementAcknowledgment(
                in.u8(at + OPTION_CODE),
                in.u8(at + STATUS),
                end - at < WITH_ADDRESS ? null : in.ipv6(at + NEW_CARE_OF_ADDRESS));
    }
}
