package io.icmpscope.mcp.json;

import io.icmpscope.message.IpAddress;
import io.icmpscope.report.MulticastGroup;
import io.icmpscope.report.Neighbor;
import io.icmpscope.report.Neighbor.DuplicateCheck;
import io.icmpscope.report.Neighbor.LinkAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Routers, neighbours and multicast groups as JSON. */
final class LinkJson {

    private LinkJson() {}

    static Map<String, @Nullable Object> neighbor(Neighbor neighbor, Share share) {
        JsonObject json = new JsonObject().with("address", neighbor.address().toString());
        share.inner(json, "link_addresses", neighbor.linkAddresses(), LinkJson::linkAddress);
        json.with("is_router", neighbor.router()).with("changes", neighbor.changes());
        share.inner(json, "dad", neighbor.duplicateChecks(), LinkJson::check);
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

    static Map<String, @Nullable Object> group(MulticastGroup group, Share share) {
        JsonObject json = new JsonObject().with("group", group.group().toString());
        share.inner(json, "listeners", group.listeners(), IpAddress::toString);
        share.inner(json, "queriers", group.queriers(), IpAddress::toString);
        return json.with("version", group.version())
                .with("reports", group.reports())
                .with("queries", group.queries())
                .members();
    }
}
