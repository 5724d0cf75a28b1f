package io.icmpscope.report;

import io.icmpscope.message.IpAddress;
import io.icmpscope.message.MplsLabelStack;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A router or host that answered probes of one time to live.
 *
 * @param address its address
 * @param answered how many probes it answered
 * @param rtt the round-trip times, or null when none could be measured
 * @param firstRtts the round-trip times of the first probes, 16 at most, in the order of the probes
 * @param mpls the label stacks that it said the probes arrived with, each different one once: 4 at most, of which the 8
 *     outermost labels
 * @param annotation what traceroute prints behind such an answer, such as {@code "!H"} or {@code "!X"}; null for an
 *     ordinary one
 */
public record HopResponder(
        IpAddress address,
        long answered,
        @Nullable RttSummary rtt,
        List<Duration> firstRtts,
        List<MplsLabelStack> mpls,
        @Nullable String annotation)
        implements Serializable {

    /** Keeps copies of the lists. */
    public HopResponder {
        firstRtts = List.copyOf(firstRtts);
        mpls = List.copyOf(mpls);
    }
}
