package io.icmpscope.mcp.json;

import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Listing;
import io.icmpscope.report.PathMtu;
import io.icmpscope.report.PathMtu.BlackHole;
import io.icmpscope.report.RedirectGroup;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said about paths, as JSON: the largest packets that fit through, and better first hops. */
final class PathsJson {

    private PathsJson() {}

    static Map<String, @Nullable Object> pathMtu(PathMtu path, Share share) {
        JsonObject json = new JsonObject()
                .with("source", path.source().toString())
                .with("destination", path.destination().toString())
                .with("mtu", path.mtu())
                .with("estimated", path.estimated());
        share.inner(json, "reporters", Listing.whole(path.reporters()), IpAddress::toString);
        return json.with("events", path.events())
                .with("ignored", path.ignored())
                .with("black_hole", blackHole(path.blackHole()))
                .with("first_time", JsonValues.time(path.firstTime()))
                .with("last_time", JsonValues.time(path.lastTime()))
                .with("frames", path.frames())
                .members();
    }

    private static @Nullable Map<String, @Nullable Object> blackHole(@Nullable BlackHole hole) {
        return hole == null
                ? null
                : new JsonObject()
                        .with("answered_bytes", hole.answeredBytes())
                        .with("answered", hole.answered())
                        .with("lost_bytes", hole.lostBytes())
                        .with("lost", hole.lost())
                        .members();
    }

    static Map<String, @Nullable Object> redirect(RedirectGroup group) {
        return new JsonObject()
                .with("reporter", group.reporter().toString())
                .with("receiver", group.receiver().toString())
                .with("destination", JsonValues.address(group.destination()))
                .with("gateway", group.gateway().toString())
                .with("for_host", group.forHost())
                .with("count", group.count())
                .with("first_time", JsonValues.time(group.firstTime()))
                .with("last_time", JsonValues.time(group.lastTime()))
                .with("frames", group.frames())
                .members();
    }

    static Schema pathMtuSchema() {
        Schema hole = Schema.objectOrNull("A hint that large packets vanish without a report; null without one")
                .with(
                        "answered_bytes",
                        Schema.count("Largest size of echo data of which three were answered, in bytes"))
                .with("answered", Schema.count("How many of that size were answered"))
                .with("lost_bytes", Schema.count("Larger size of which three or more, and all, were lost, in bytes"))
                .with("lost", Schema.count("How many of that size were lost"));
        Schema path = Schema.object("Path")
                .with("source", Schema.text("Who sent packets that were too big"))
                .with("destination", Schema.text("Where they went"))
                .with("mtu", Schema.countOrNull("Smallest MTU reported for the path, in bytes; null if none was"))
                .with("estimated", Schema.flag("True: routers left the MTU out, it is a plateau of RFC 1191"))
                .withCut("reporters", Schema.list("Who reported it", Schema.text("Address")))
                .with("events", Schema.count("How many reports"))
                .with("ignored", Schema.count("Reports about packets still too big a second or more after the first"))
                .with("black_hole", hole)
                .with("first_time", Schema.time("First report"))
                .with("last_time", Schema.time("Last report"))
                .with("frames", Schema.frames("The first reports"));
        return Schema.list("Paths with a known or suspected limit to the size of packets, by address", path);
    }

    static Schema redirectSchema() {
        Schema redirect = Schema.object("Redirects of one router about one destination")
                .with("reporter", Schema.text("Router that sent them"))
                .with("receiver", Schema.text("Who was told"))
                .with("destination", Schema.textOrNull("Whose packets are to go elsewhere; null if not quoted"))
                .with("gateway", Schema.text("Where they are to go; the destination itself when it is on the link"))
                .with("for_host", Schema.flag("False: in ICMPv4, the whole network of the destination is meant"))
                .with("count", Schema.count("How many"))
                .with("first_time", Schema.time("The first"))
                .with("last_time", Schema.time("The last"))
                .with("frames", Schema.frames("The first ones"));
        return Schema.list("Most first", redirect);
    }
}
