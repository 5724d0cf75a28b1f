package io.icmpscope.mcp.json;

import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Listing;
import io.icmpscope.report.Router;
import io.icmpscope.report.Router.DnsServer;
import io.icmpscope.report.Router.Prefix;
import io.icmpscope.report.Router.Route;
import io.icmpscope.report.Router.SearchDomain;
import io.icmpscope.report.Router.TranslationPrefix;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A router as JSON. The names that it tells are a stranger's, and go through {@link Share#text}. */
final class RouterJson {

    private static final int MAX_LIST = 16;

    private RouterJson() {}

    static Map<String, @Nullable Object> router(Router router, Share share) {
        JsonObject json = new JsonObject()
                .with("address", router.address().toString())
                .with("link_address", router.linkAddress())
                .with("ip_version", router.address().version())
                .with("lifetime_seconds", router.lifetimeSeconds())
                .with("preference", router.preference())
                .with("managed", router.managed())
                .with("other", router.other())
                .with("hop_limit", router.hopLimit())
                .with("mtu", router.mtu());
        share.inner(json, "prefixes", router.prefixes(), RouterJson::prefix);
        share.inner(
                json, "rdnss", router.dnsServers(), server -> server.address().toString());
        share.inner(json, "dnssl", router.searchDomains(), domain -> share.text(domain.name()));
        share.inner(json, "routes", router.routes(), RouterJson::route);
        json.with("first_time", JsonValues.time(router.firstTime()))
                .with("last_time", JsonValues.time(router.lastTime()))
                .with("advertisements", router.advertisements())
                .with("first_frame", router.firstFrame())
                .with("rdnss_lifetime_seconds", lifetimes(router.dnsServers(), DnsServer::lifetimeSeconds, share))
                .with(
                        "dnssl_lifetime_seconds",
                        lifetimes(router.searchDomains(), SearchDomain::lifetimeSeconds, share));
        share.inner(json, "pref64", router.translationPrefixes(), RouterJson::translation);
        return json.with("captive_portal", share.textOrNull(router.captivePortal()))
                .members();
    }

    private static <T> List<Long> lifetimes(Listing<T> all, Function<T, Long> seconds, Share share) {
        return all.entries().stream().limit(share.scaled(MAX_LIST)).map(seconds).toList();
    }

    private static Map<String, @Nullable Object> prefix(Prefix prefix) {
        return new JsonObject()
                .with("prefix", text(prefix.prefix(), prefix.length()))
                .with("on_link", prefix.onLink())
                .with("autonomous", prefix.autonomous())
                .with("valid_seconds", prefix.validSeconds())
                .with("preferred_seconds", prefix.preferredSeconds())
                .members();
    }

    private static Map<String, @Nullable Object> route(Route route) {
        return new JsonObject()
                .with("prefix", text(route.prefix(), route.length()))
                .with("preference", route.preference())
                .with("lifetime_seconds", route.lifetimeSeconds())
                .members();
    }

    private static Map<String, @Nullable Object> translation(TranslationPrefix prefix) {
        return new JsonObject()
                .with("prefix", text(prefix.prefix(), prefix.length()))
                .with("lifetime_seconds", prefix.lifetimeSeconds())
                .members();
    }

    private static String text(IpAddress prefix, int length) {
        return prefix + "/" + length;
    }
}
