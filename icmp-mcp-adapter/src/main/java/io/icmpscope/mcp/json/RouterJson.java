package io.icmpscope.mcp.json;

import static io.icmpscope.mcp.json.CaptureJson.list;

import io.icmpscope.mcp.words.CaptureText;
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
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A router as JSON. The names that it tells are a stranger's, and go through {@link CaptureText}. */
final class RouterJson {

    private static final int MAX_LIST = LinkJson.MAX_IN_AN_ENTRY;
    private static final int MAX_NAME_BYTES = 1 << 10; // of all search domains

    private RouterJson() {}

    static Map<String, @Nullable Object> router(Router router) {
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
        list(json, "prefixes", router.prefixes(), MAX_LIST, RouterJson::prefix);
        List<String> servers = LinkJson.first(
                router.dnsServers(),
                MAX_LIST,
                Integer.MAX_VALUE,
                server -> server.address().toString());
        List<String> domains = LinkJson.first(
                router.searchDomains(), MAX_LIST, MAX_NAME_BYTES, domain -> CaptureText.of(domain.name()));
        json.withList("rdnss", servers, router.dnsServers().total() - servers.size())
                .withList("dnssl", domains, router.searchDomains().total() - domains.size());
        list(json, "routes", router.routes(), MAX_LIST, RouterJson::route);
        json.with("first_time", JsonValues.time(router.firstTime()))
                .with("last_time", JsonValues.time(router.lastTime()))
                .with("advertisements", router.advertisements())
                .with("first_frame", router.firstFrame())
                .with("rdnss_lifetime_seconds", lifetimes(router.dnsServers(), servers, DnsServer::lifetimeSeconds))
                .with(
                        "dnssl_lifetime_seconds",
                        lifetimes(router.searchDomains(), domains, SearchDomain::lifetimeSeconds));
        list(json, "pref64", router.translationPrefixes(), MAX_LIST, RouterJson::translation);
        return json.with("captive_portal", CaptureText.ofNullable(router.captivePortal()))
                .members();
    }

    private static <T> List<Long> lifetimes(Listing<T> all, List<String> printed, ToLongFunction<T> seconds) {
        Function<T, Long> each = seconds::applyAsLong;
        return all.entries().stream().limit(printed.size()).map(each).toList();
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
