package io.icmpscope.bench;

import io.icmpscope.message.IpAddress;

/**
 * What happened to one generated ping, known because it was made so.
 *
 * @param requester who asked
 * @param responder whom it asked
 * @param identifier the identifier of its messages
 * @param sent requests
 * @param received requests that were answered; the others are lost
 * @param rttSumMicros the sum of all round-trip times
 * @param rttMinMicros the shortest, or 0 without any
 * @param rttMaxMicros the longest, or 0 without any
 */
record SessionTruth(
        IpAddress requester,
        IpAddress responder,
        int identifier,
        long sent,
        long received,
        long rttSumMicros,
        long rttMinMicros,
        long rttMaxMicros) {

    long lost() {
        return sent - received;
    }
}
