package io.icmpscope.mcp.json;

import static io.icmpscope.mcp.json.CaptureJson.list;

import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Listing;
import io.icmpscope.report.PathMtu;
import io.icmpscope.report.PathMtu.BlackHole;
import io.icmpscope.report.RedirectGroup;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said about paths, as JSON: the largest packets that fit through, and better first hops. */
final class PathsJson {

    static final int MOST = 16;

    private static final int MOST_REPORTERS = 16;

    private PathsJson() {}

    static Map<String, @Nullable Object> pathMtu(PathMtu path) {
        JsonObject json = new JsonObject()
                .with("source", path.source().toString())
                .with("destination", path.destination().toString())
                .with("mtu", path.mtu())
                .with("estimated", path.estimated());
        list(json, "reporters", Listing.whole(path.reporters()), MOST_REPORTERS, IpAddress::toString);
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

    static Map<String, @Nullable Object> pathMtuSchema() {
        EntrySchema hole = new EntrySchema()
                .integer(
                        "answered_bytes",
                        "The largest size of echo data in bytes of which three or more were answered.")
                .integer("answered", "How many of that size were answered.")
                .integer("lost_bytes", "A larger size in bytes of which three or more were sent and none was answered.")
                .integer("lost", "How many of that size were lost.");
        return new EntrySchema()
                .string("source", "Who sent packets that were too big.")
                .string("destination", "Where they went.")
                .integerOrNull("mtu", "The smallest MTU reported for the path, in bytes; null when none was.")
                .bool(
                        "estimated",
                        "True when routers left the MTU out: it is the next plateau of RFC 1191 below the packet.")
                .list("reporters", "string", "Who reported it, 16 at most.")
                .integer("events", "How many reports there were.")
                .integer(
                        "ignored",
                        "Reports about packets that were still too big a second or more after the sender was told.")
                .objectOrNull(
                        "black_hole",
                        "A hint that large packets vanish without a report; null when there is none.",
                        hole)
                .stringOrNull("first_time", "Time of the first report, RFC 3339, UTC.")
                .stringOrNull("last_time", "Time of the last report, RFC 3339, UTC.")
                .list("frames", "integer", "Frame numbers of the first reports, ten at most.")
                .array("Paths with a known or suspected limit to the size of packets, by address.");
    }

    static Map<String, @Nullable Object> redirectSchema() {
        return new EntrySchema()
                .string("reporter", "The router that sent the redirects.")
                .string("receiver", "Who was told.")
                .stringOrNull("destination", "Whose packets are to go elsewhere; null when it was not quoted.")
                .string("gateway", "Where they are to go; the destination itself when it is on the link.")
                .bool("for_host", "False when, in ICMPv4, the whole network of the destination is meant.")
                .integer("count", "How many redirects.")
                .stringOrNull("first_time", "Time of the first, RFC 3339, UTC.")
                .stringOrNull("last_time", "Time of the last, RFC 3339, UTC.")
                .list("frames", "integer", "Frame numbers of the first ones, ten at most.")
                .array("Redirects by router, receiver and destination; most first.");
    }
}
