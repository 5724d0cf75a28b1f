package io.icmpscope.mcp.json;

import static io.icmpscope.mcp.json.CaptureJson.list;

import io.icmpscope.message.IpAddress;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Listing;
import io.icmpscope.report.MulticastGroup;
import io.icmpscope.report.Neighbor;
import io.icmpscope.report.Neighbor.DuplicateCheck;
import io.icmpscope.report.Neighbor.LinkAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Routers, neighbours and multicast groups as JSON. Each list ends where it has taken its share of the result. */
final class LinkJson {

    static final int MAX_IN_AN_ENTRY = 16;

    private static final int MAX_ENTRIES = 24;
    private static final int MAX_BYTES = 6 << 10; // of UTF-8, for each of the three lists

    private LinkJson() {}

    /** Adds the three lists to the result. */
    static void write(JsonObject json, IcmpReport report) {
        bounded(json, "routers", report.routers(), RouterJson::router);
        bounded(json, "neighbors", report.neighbors(), LinkJson::neighbor);
        bounded(json, "multicast", report.multicast(), LinkJson::group);
    }

    private static <T> void bounded(JsonObject json, String name, Listing<T> all, Function<T, ?> entry) {
        List<?> kept = first(all, MAX_ENTRIES, MAX_BYTES, entry);
        json.withList(name, kept, all.total() - kept.size());
    }

    /** Prints the first entries: one, and further ones up to a number and a length. */
    static <T, J> List<J> first(Listing<T> all, int most, int mostBytes, Function<T, J> entry) {
        List<J> printed = new ArrayList<>();
        long bytes = 0;
        for (T next : all.entries()) {
            J json = entry.apply(next);
            bytes += JsonWriter.length(json) + 1;
            if (printed.size() == most || (bytes > mostBytes && !printed.isEmpty())) {
                break;
            }
            printed.add(json);
        }
        return printed;
    }

    private static Map<String, @Nullable Object> neighbor(Neighbor neighbor) {
        JsonObject json = new JsonObject().with("address", neighbor.address().toString());
        list(json, "link_addresses", neighbor.linkAddresses(), MAX_IN_AN_ENTRY, LinkJson::linkAddress);
        json.with("is_router", neighbor.router()).with("changes", neighbor.changes());
        list(json, "dad", neighbor.duplicateChecks(), MAX_IN_AN_ENTRY, LinkJson::check);
        return json.with("conflicts", neighbor.conflicts()).members();
    }

    private static Map<String, @Nullable Object> linkAddress(LinkAddress linkAddress) {
        return new JsonObject()
                .with("link_address", linkAddress.linkAddress())
                .with("first_time", JsonValues.time(linkAddress.firstTime()))
                .with("last_time", JsonValues.time(linkAddress.lastTime()))
                .with("source", linkAddress.source())
                .members();
    }

    private static Map<String, @Nullable Object> check(DuplicateCheck check) {
        return new JsonObject()
                .with("time", JsonValues.time(check.time()))
                .with("result", JsonValues.word(check.result()))
                .with("frame", check.frame())
                .members();
    }

    private static Map<String, @Nullable Object> group(MulticastGroup group) {
        JsonObject json = new JsonObject().with("group", group.group().toString());
        list(json, "listeners", group.listeners(), MAX_IN_AN_ENTRY, IpAddress::toString);
        list(json, "queriers", group.queriers(), MAX_IN_AN_ENTRY, IpAddress::toString);
        return json.with("version", group.version())
                .with("reports", group.reports())
                .with("queries", group.queries())
                .members();
    }
}
