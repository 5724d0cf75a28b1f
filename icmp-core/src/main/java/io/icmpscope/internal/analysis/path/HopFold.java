package io.icmpscope.internal.analysis.path;

import io.icmpscope.internal.analysis.path.Answer.Kind;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.TracerouteHop;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The probes of one time to live, and what was said about them. */
final class HopFold implements Serializable {

    private static final int MOST_RESPONDERS = 16;

    private final int ttl;
    private long sent;
    private long answered;
    private final Map<IpAddress, ResponderFold> responders = new LinkedHashMap<>(2);
    private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);

    HopFold(int ttl) {
        this.ttl = ttl;
    }

    void sent() {
        sent++;
    }

    /** Takes back a probe of which is not known whether it was lost. */
    void pending() {
        sent--;
    }

    /** Takes an answer; the round trip is negative when it could not be measured. */
    void answered(Answer answer, long ordinal, long rttNanos, boolean hasRoom) {
        answered++;
        kinds.add(answer.kind());
        ResponderFold responder = responders.get(answer.from());
        if (responder == null && hasRoom && responders.size() < MOST_RESPONDERS) {
            responder = new ResponderFold(answer.from());
            responders.put(answer.from(), responder);
        }
        if (responder != null) {
            responder.add(answer, ordinal, rttNanos);
        }
    }

    boolean wasSent() {
        return sent > 0;
    }

    boolean wasAnswered() {
        return answered > 0;
    }

    boolean was(Kind kind) {
        return kinds.contains(kind);
    }

    boolean hasResponder(IpAddress address) {
        return responders.containsKey(address);
    }

    Set<IpAddress> responders() {
        return responders.keySet();
    }

    TracerouteHop finish() {
        return new TracerouteHop(
                ttl,
                sent,
                answered,
                responders.values().stream()
                        .sorted(ResponderFold.mostAnswersFirst())
                        .map(ResponderFold::finish)
                        .toList());
    }
}
