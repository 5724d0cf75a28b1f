package io.icmpscope.internal.reading;

import io.icmpscope.message.HandoverOption;
import io.icmpscope.message.NdpOption;

/** Handover key request and reply: RFC 5269 sections 4.1 and 4.2. */
final class HandoverKeyReader {

    private static final String LAYER = "handover-key";

    private static final int PAD_LENGTH = 2; // offsets in both options
    private static final int ALGORITHM = 3; // its upper four bits
    private static final int REQUEST_KEY = 4; // in the request
    private static final int LIFETIME = 4; // in the reply
    private static final int REPLY_KEY = 6;

    private HandoverKeyReader() {}

    static NdpOption readRequest(MessageBytes in, int at, int end) {
        return new HandoverOption.HandoverKeyRequest(in.u8(at + ALGORITHM) >>> 4, key(in, at, at + REQUEST_KEY, end));
    }

    static NdpOption readReply(MessageBytes in, int at, int end) {
        return new HandoverOption.HandoverKeyReply(
                in.u8(at + ALGORITHM) >>> 4, in.u16(at + LIFETIME), key(in, at, at + REPLY_KEY, end));
    }

    private static String key(MessageBytes in, int at, int start, int end) {
        return in.hex(start, Padding.start(in, LAYER, start, end, in.u8(at + PAD_LENGTH)) - start);
    }
}
