package io.icmpscope.mcp.json;

import static io.icmpscope.mcp.json.Schema.count;
import static io.icmpscope.mcp.json.Schema.decimalOrNull;
import static io.icmpscope.mcp.json.Schema.flag;
import static io.icmpscope.mcp.json.Schema.list;
import static io.icmpscope.mcp.json.Schema.millis;
import static io.icmpscope.mcp.json.Schema.millisOrNull;
import static io.icmpscope.mcp.json.Schema.object;
import static io.icmpscope.mcp.json.Schema.objectOrNull;
import static io.icmpscope.mcp.json.Schema.text;
import static io.icmpscope.mcp.json.Schema.textOrNull;
import static io.icmpscope.mcp.json.Schema.time;
import static io.icmpscope.mcp.json.Schema.word;

import io.icmpscope.report.Traceroute;

/** What {@link TracerouteJson} writes, described. */
final class TracerouteSchema {

    private TracerouteSchema() {}

    static Schema traceroutes() {
        return list("Traceroutes and mtr runs, by first frame", traceroute());
    }

    private static Schema traceroute() {
        return object("A path that a host explored with probes of small time to live")
                .with("source", text("Who explored it"))
                .with("destination", text("Where it leads"))
                .with("protocol", word("What the probes were", JsonValues.words(Traceroute.Protocol.values())))
                .with("reached", flag("Whether the destination itself answered"))
                .with(
                        "end_reason",
                        word(
                                "Why the path ends: the destination answered; someone on the way refused; a router came"
                                        + " again; nobody answered the last probes; there were no probes of larger time"
                                        + " to live",
                                JsonValues.words(Traceroute.EndReason.values())))
                .with(
                        "probes_captured",
                        flag("Whether the probes are in the capture; else times to live are inferred, and silent hops,"
                                + " losses and round trips are unknown"))
                .withCut("hops", list("By time to live; of more than 16 silent ones are left out first", hop()))
                .with("first_time", time("When the first probe or answer was captured"))
                .with("last_time", time("When the last probe or answer was captured"))
                .with("first_frame", count("The frame of the first probe or answer"));
    }

    private static Schema hop() {
        return object("The probes of one time to live")
                .with("ttl", count("Time to live or hop limit, from 1"))
                .with(
                        "sent",
                        count("Probes in the capture, without those that may still have been answered when it ended; as"
                                + " many as were answered where no probes were captured"))
                .with("answered", count("How many of them were answered"))
                .with("loss_percent", decimalOrNull("Share that nobody answered, 0 to 100"))
                .withCut(
                        "responders",
                        list(
                                "Who answered, most answers first: none at a silent hop, several where packets take several"
                                        + " ways",
                                responder()));
    }

    private static Schema responder() {
        Schema summary = objectOrNull("All its round trips, in milliseconds")
                .with("min", millis("The shortest"))
                .with("avg", millis("The mean"))
                .with("max", millis("The longest"))
                .with("stddev", millisOrNull("Standard deviation of the sample, as mtr prints it"));
        return object("A router or host")
                .with("ip", text("Its address"))
                .with("answered", count("How many probes of this hop it answered"))
                .withCut("rtt_ms", list("Round trips of the first probes in milliseconds", millis("A round trip")))
                .with("rtt_summary_ms", summary)
                .withCut("mpls", list("MPLS label stacks that it says the probes arrived with", stack()))
                .with(
                        "annotation",
                        textOrNull(
                                "As traceroute prints it: !H host, !N network, !P protocol unreachable, !X prohibited,"
                                        + " !F-n larger than the MTU n, !S source route failed, !V and !C precedence, !<n>"
                                        + " another code; null for an ordinary answer"));
    }

    private static Schema stack() {
        Schema label = object("A label")
                .with("label", count("0 to 1,048,575"))
                .with("traffic_class", count("0 to 7"))
                .with("ttl", count("0 to 255"));
        return list("A stack, outermost label first", label);
    }
}
