package io.icmpscope.internal.analysis.path;

import io.icmpscope.handmade.PingScene;
import io.icmpscope.handmade.Trace;
import io.icmpscope.report.HopResponder;
import io.icmpscope.report.Traceroute;
import io.icmpscope.report.TracerouteHop;
import java.util.List;

/** A traceroute of UDP written out by hand, and what is said of it. */
final class TracedScene {

    static final String SOURCE = "192.0.2.1";
    static final String TARGET = "198.51.100.9";
    static final Trace TRACE = Trace.between(SOURCE, TARGET);

    private TracedScene() {}

    /** The address of the router at a hop. */
    static String router(int hop) {
        return "203.0.113." + hop;
    }

    static Traceroute only(PingScene scene) throws Exception {
        List<Traceroute> traceroutes = scene.report().traceroutes().entries();
        if (traceroutes.size() != 1) {
            throw new AssertionError("not one traceroute: " + traceroutes);
        }
        return traceroutes.get(0);
    }

    /** Such as {@code "1 203.0.113.1, 2 *, 3 198.51.100.9"}. */
    static String hops(Traceroute traceroute) {
        StringBuilder text = new StringBuilder();
        for (TracerouteHop hop : traceroute.hops()) {
            text.append(text.isEmpty() ? "" : ", ").append(hop.ttl());
            hop.responders().forEach(responder -> text.append(' ').append(told(responder)));
            text.append(hop.responders().isEmpty() ? " *" : "");
        }
        return text.toString();
    }

    private static String told(HopResponder responder) {
        return responder.address() + (responder.annotation() == null ? "" : " " + responder.annotation());
    }
}
