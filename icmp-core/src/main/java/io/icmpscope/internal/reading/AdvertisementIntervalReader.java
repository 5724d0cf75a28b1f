package io.icmpscope.internal.reading;

import io.icmpscope.message.NdpOption;
import io.icmpscope.message.RouterOption;

/** Advertisement interval: RFC 6275 section 7.3. */
final class AdvertisementIntervalReader {

    private static final int INTERVAL = 4; // offset in the option

    private AdvertisementIntervalReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        return new RouterOption.AdvertisementInterval(in.u32(at + INTERVAL));
    }
}
