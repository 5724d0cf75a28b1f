package io.icmpscope.internal.analysis.finding.flood;

import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.message.IpAddress;

/**
 * Errors that end TCP connections between two addresses, if the one that they were sent to believes them.
 *
 * @param host who sent the quoted segments, if the quotes are to be believed
 * @param farEnd whom they were for
 * @param errors the errors
 * @param ofProtocol how many say that the far end has no TCP at all
 * @param connections about how many pairs of ports they are
 * @param ports from how many ports the segments came
 * @param farPorts to how many ports they went
 * @param sequences how many different sequence numbers they had
 */
record Refusals(
        IpAddress host,
        IpAddress farEnd,
        Seen errors,
        long ofProtocol,
        long connections,
        long ports,
        long farPorts,
        long sequences) {}
