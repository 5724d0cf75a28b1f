package io.icmpscope.internal.analysis.finding.flood;

import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.message.IpAddress;

/**
 * What a host was told by destination unreachable and time exceeded.
 *
 * @param host the host that the errors were sent to
 * @param errors the errors
 * @param reporters how many hosts sent them
 * @param own how many of them quote a datagram of the host itself
 * @param captured how many quote a datagram that was captured: a ping or a probe
 * @param pings how many quote an echo request of the host
 * @param farEnds to how many addresses its quoted datagrams went
 * @param ports from how many ports they came
 * @param farPorts to how many ports they went
 */
record Told(
        IpAddress host,
        Seen errors,
        long reporters,
        long own,
        long captured,
        long pings,
        long farEnds,
        long ports,
        long farPorts) {

    /** Whether nearly all of the errors are about datagrams that the host sent, if the quotes are to be believed. */
    boolean isAboutItsOwn() {
        return own >= 0.9 * errors.count();
    }
}
