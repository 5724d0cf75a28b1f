package io.icmpscope.internal.analysis.path;

import io.icmpscope.internal.analysis.collect.RttTally;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.MplsLabelStack;
import io.icmpscope.report.HopResponder;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Someone who answered probes of one time to live. */
final class ResponderFold implements Serializable {

    private static final int MOST_TRIPS = 16;
    private static final int MOST_STACKS = 4; // one is usual

    private record Trip(long ordinal, long nanos) implements Serializable {}

    private final IpAddress address;
    private long answered;
    private final RttTally rtt = new RttTally();
    private final List<Trip> first = new ArrayList<>(3);
    private final List<MplsLabelStack> mpls = new ArrayList<>(0);
    private @Nullable String annotation;

    ResponderFold(IpAddress address) {
        this.address = address;
    }

    /** Takes an answer; the round trip is negative when it could not be measured. */
    void add(Answer answer, long ordinal, long rttNanos) {
        answered++;
        if (rttNanos >= 0) {
            rtt.addRtt(rttNanos);
            keep(new Trip(ordinal, rttNanos));
        }
        if (annotation == null) {
            annotation = answer.annotation();
        }
        for (MplsLabelStack stack : answer.mpls()) {
            if (mpls.size() < MOST_STACKS && !mpls.contains(stack)) {
                mpls.add(stack);
            }
        }
    }

    /** Keeps the trips of the first probes in the order of the probes: answers overtake each other. */
    private void keep(Trip trip) {
        int at = first.size();
        while (at > 0 && first.get(at - 1).ordinal > trip.ordinal) {
            at--;
        }
        if (at < MOST_TRIPS) {
            first.add(at, trip);
        }
        if (first.size() > MOST_TRIPS) {
            first.remove(MOST_TRIPS);
        }
    }

    static Comparator<ResponderFold> mostAnswersFirst() {
        return Comparator.comparingLong((ResponderFold one) -> -one.answered);
    }

    HopResponder finish() {
        List<Duration> trips =
                first.stream().map(trip -> Duration.ofNanos(trip.nanos)).toList();
        return new HopResponder(address, answered, rtt.rtt(), trips, mpls, annotation);
    }
}
