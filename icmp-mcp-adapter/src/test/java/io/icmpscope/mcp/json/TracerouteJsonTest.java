package io.icmpscope.mcp.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.message.IpAddress;
import io.icmpscope.message.MplsLabelStack;
import io.icmpscope.report.HopResponder;
import io.icmpscope.report.Listing;
import io.icmpscope.report.RttSummary;
import io.icmpscope.report.Traceroute;
import io.icmpscope.report.Traceroute.EndReason;
import io.icmpscope.report.TracerouteHop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The names and the bounds of the traceroutes. */
class TracerouteJsonTest {

    private static final IpAddress ADDRESS = IpAddress.v4(0xC0000201);
    private static final Duration MILLI = Duration.ofMillis(1);

    @Test
    void aTracerouteHasTheNamesOfTheContract() {
        HopResponder silent = new HopResponder(ADDRESS, 1, null, List.of(), List.of(), "!H");
        MplsLabelStack stack = new MplsLabelStack(List.of(new MplsLabelStack.Entry(24_001, 0, true, 1)));
        RttSummary rtt = new RttSummary(
                2, MILLI, Duration.ofMillis(2), Duration.ofMillis(3), MILLI, Duration.ofNanos(1_414_214), null);
        HopResponder labelled =
                new HopResponder(ADDRESS, 2, rtt, List.of(MILLI, Duration.ofMillis(3)), List.of(stack), null);
        List<TracerouteHop> hops = List.of(
                new TracerouteHop(1, 2, 2, List.of(labelled)),
                new TracerouteHop(2, 3, 0, List.of()),
                new TracerouteHop(3, 1, 1, List.of(silent)));
        assertEquals(
                "{\"traceroutes\":[{\"source\":\"192.0.2.1\",\"destination\":\"192.0.2.1\",\"protocol\":\"udp\",\"reached\":false,"
                        + "\"end_reason\":\"unreachable\",\"probes_captured\":true,\"hops\":["
                        + "{\"ttl\":1,\"sent\":2,\"answered\":2,\"loss_percent\":0,\"responders\":[{\"ip\":\"192.0.2.1\","
                        + "\"answered\":2,\"rtt_ms\":[1,3],\"rtt_summary_ms\":{\"min\":1,\"avg\":2,\"max\":3,"
                        + "\"stddev\":1.414214},\"mpls\":[[{\"label\":24001,\"traffic_class\":0,\"ttl\":1}]],"
                        + "\"annotation\":null}]},"
                        + "{\"ttl\":2,\"sent\":3,\"answered\":0,\"loss_percent\":100,\"responders\":[]},"
                        + "{\"ttl\":3,\"sent\":1,\"answered\":1,\"loss_percent\":0,\"responders\":[{\"ip\":\"192.0.2.1\","
                        + "\"answered\":1,\"rtt_ms\":[],\"rtt_summary_ms\":null,\"mpls\":[],\"annotation\":\"!H\"}]}],"
                        + "\"first_time\":null,\"last_time\":null,\"first_frame\":7}]}",
                JsonWriter.text(json(List.of(path(hops)))));
    }

    @Test
    void ofAPathTooLongToListTheSilentHopsAreLeftOutFirst() {
        List<TracerouteHop> hops = IntStream.rangeClosed(1, 30)
                .mapToObj(ttl -> ttl % 2 == 0 && ttl < 30
                        ? new TracerouteHop(ttl, 3, 0, List.of())
                        : new TracerouteHop(ttl, 3, 3, List.of()))
                .toList();
        Map<?, ?> entry = (Map<?, ?>) ((List<?>) json(List.of(path(hops))).get("traceroutes")).get(0);
        List<Object> listed = new ArrayList<>();
        ((List<?>) entry.get("hops")).forEach(hop -> listed.add(((Map<?, ?>) hop).get("ttl")));
        assertEquals(List.of(1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 30), listed);
        assertEquals(14L, ((Number) entry.get("hops_omitted")).longValue());
    }

    @Test
    void whateverTheCaptureTheyTakeTheirShareOfTheResultOnly() {
        MplsLabelStack stack =
                new MplsLabelStack(Collections.nCopies(8, new MplsLabelStack.Entry(1_048_575, 7, true, 255)));
        RttSummary rtt = new RttSummary(1_000_000, MILLI, MILLI, MILLI, MILLI, MILLI, null);
        IpAddress longest = IpAddress.v6(-1, -1);
        HopResponder responder = new HopResponder(
                longest,
                1_000_000,
                rtt,
                Collections.nCopies(16, Duration.ofNanos(29_999_999_999L)),
                Collections.nCopies(4, stack),
                "!F-4294967295");
        TracerouteHop hop = new TracerouteHop(255, 1_000_000, 999_999, Collections.nCopies(16, responder));
        List<Traceroute> paths = Collections.nCopies(1000, path(Collections.nCopies(255, hop)));
        Map<String, @Nullable Object> json = json(paths, Extent.RESULT.fitting(16_384, share -> json(paths, share)));
        long length = JsonWriter.length(json);
        assertTrue(length < 16_384, () -> "bytes: " + length);
        assertEquals(997L, ((Number) json.get("traceroutes_omitted")).longValue());
    }

    private static Traceroute path(List<TracerouteHop> hops) {
        return new Traceroute(
                ADDRESS, ADDRESS, Traceroute.Protocol.UDP, false, EndReason.UNREACHABLE, true, hops, null, null, 7);
    }

    private static Map<String, @Nullable Object> json(List<Traceroute> traceroutes) {
        return json(traceroutes, Share.WHOLE);
    }

    private static Map<String, @Nullable Object> json(List<Traceroute> traceroutes, Share share) {
        JsonObject json = new JsonObject();
        Listing<Traceroute> all = Listing.whole(traceroutes);
        share.list(json, "traceroutes", all, 16, one -> TracerouteJson.traceroute(one, share));
        return json.members();
    }
}
