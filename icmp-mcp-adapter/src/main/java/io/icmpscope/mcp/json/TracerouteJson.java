package io.icmpscope.mcp.json;

import io.icmpscope.message.MplsLabelStack;
import io.icmpscope.report.HopResponder;
import io.icmpscope.report.Listing;
import io.icmpscope.report.RttSummary;
import io.icmpscope.report.Traceroute;
import io.icmpscope.report.TracerouteHop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The traceroutes as JSON, of each what matters most. */
final class TracerouteJson {

    private static final int MAX_HOPS = 16;
    private static final int MAX_RESPONDERS = 3; // of a hop
    private static final int MAX_ALL_RESPONDERS = 24; // of a path; where there are more, each hop shows one
    private static final int MAX_ROUND_TRIPS = 10;
    private static final int MAX_STACKS = 2;
    private static final int MAX_LABELS = 4;
    private static final int MAX_LIST = 16;

    private TracerouteJson() {}

    static Map<String, @Nullable Object> traceroute(Traceroute traceroute, Share share) {
        List<TracerouteHop> hops =
                telling(traceroute.hops(), share.most(Math.min(MAX_HOPS, share.scaled(4 * MAX_HOPS))));
        int responders = hops.stream().mapToInt(hop -> hop.responders().size()).sum();
        int most = responders > share.most(MAX_ALL_RESPONDERS) ? 1 : MAX_RESPONDERS;
        return new JsonObject()
                .with("source", traceroute.source().toString())
                .with("destination", traceroute.destination().toString())
                .with("protocol", JsonValues.word(traceroute.protocol()))
                .with("reached", traceroute.reached())
                .with("end_reason", JsonValues.word(traceroute.endReason()))
                .with("probes_captured", traceroute.probesCaptured())
                .withList(
                        "hops",
                        hops.stream().map(hop -> hop(hop, most, share)).toList(),
                        traceroute.hops().size() - hops.size())
                .with("first_time", JsonValues.time(traceroute.firstTime()))
                .with("last_time", JsonValues.time(traceroute.lastTime()))
                .with("first_frame", traceroute.firstFrame())
                .members();
    }

    /** Of too many hops those that tell most: silent ones are left out first, then the middle of the path. */
    private static List<TracerouteHop> telling(List<TracerouteHop> hops, int most) {
        List<TracerouteHop> kept = new ArrayList<>(hops);
        for (int at = kept.size() - 2; at > 0 && kept.size() > most; at--) {
            if (kept.get(at).answered() == 0) {
                kept.remove(at);
            }
        }
        while (kept.size() > most) {
            kept.remove(most / 2);
        }
        return kept;
    }

    private static Map<String, @Nullable Object> hop(TracerouteHop hop, int mostResponders, Share share) {
        JsonObject json = new JsonObject()
                .with("ttl", hop.ttl())
                .with("sent", hop.sent())
                .with("answered", hop.answered())
                .with("loss_percent", JsonValues.percent(hop.lossPercent()));
        share.inner(json, "responders", Listing.whole(hop.responders()), mostResponders, one -> responder(one, share));
        return json.members();
    }

    private static Map<String, @Nullable Object> responder(HopResponder responder, Share share) {
        RttSummary rtt = responder.rtt();
        JsonObject json =
                new JsonObject().with("ip", responder.address().toString()).with("answered", responder.answered());
        long measured = rtt == null ? 0 : rtt.count();
        List<Duration> first = responder.firstRtts();
        Listing<Duration> trips = new Listing<>(first, Math.max(0, measured - first.size()));
        share.inner(json, "rtt_ms", trips, MAX_ROUND_TRIPS, JsonValues::millis);
        json.with("rtt_summary_ms", rtt == null ? null : summary(rtt));
        share.inner(json, "mpls", Listing.whole(responder.mpls()), MAX_STACKS, one -> stack(one, share));
        return json.with("annotation", responder.annotation()).members();
    }

    private static Map<String, @Nullable Object> summary(RttSummary rtt) {
        return new JsonObject()
                .with("min", JsonValues.millis(rtt.min()))
                .with("avg", JsonValues.millis(rtt.avg()))
                .with("max", JsonValues.millis(rtt.max()))
                .with("stddev", JsonValues.millis(rtt.stddev()))
                .members();
    }

    private static List<Map<String, @Nullable Object>> stack(MplsLabelStack stack, Share share) {
        return stack.entries().stream()
                .limit(Math.min(MAX_LABELS, share.scaled(MAX_LIST)))
                .map(label -> new JsonObject()
                        .with("label", label.label())
                        .with("traffic_class", label.trafficClass())
                        .with("ttl", label.ttl())
                        .members())
                .toList();
    }
}
