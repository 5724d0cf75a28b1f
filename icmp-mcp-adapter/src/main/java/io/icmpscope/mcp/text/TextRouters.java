package io.icmpscope.mcp.text;

import static io.icmpscope.mcp.words.Figures.count;

import io.icmpscope.mcp.words.CaptureText;
import io.icmpscope.mcp.words.Figures;
import io.icmpscope.report.Listing;
import io.icmpscope.report.Router;
import io.icmpscope.report.Router.Prefix;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Routers as one table, and what they offer as another. */
final class TextRouters {

    private static final int MAX_ROUTERS = 10;
    private static final int MAX_OFFERS = 20;

    private final TextTable offers = new TextTable()
            .words("router")
            .words("offers")
            .figures("seconds")
            .words("what"); // last, as names can be long
    private int listed;
    private long omitted;

    private TextRouters() {}

    static void write(TextPage page, Listing<Router> routers) {
        if (routers.total() > 0) {
            List<Router> shown = routers.entries().stream().limit(MAX_ROUTERS).toList();
            page.title("Routers");
            page.table(table(shown), routers.total() - shown.size());
            TextRouters offers = new TextRouters();
            shown.forEach(offers::add);
            if (!offers.offers.isEmpty()) {
                page.title("What routers offer");
                page.table(offers.offers, offers.omitted);
            }
        }
    }

    private static TextTable table(List<Router> routers) {
        TextTable table = new TextTable()
                .words("address")
                .words("link address")
                .figures("lifetime s")
                .words("preference")
                .words("DHCPv6")
                .figures("hop limit")
                .figures("MTU")
                .figures("advertisements");
        routers.forEach(router -> table.row(
                router.address().toString(),
                router.linkAddress() == null ? Figures.NONE : router.linkAddress(),
                count(router.lifetimeSeconds()),
                router.preference(),
                dhcp(router),
                figure(router.hopLimit()),
                figure(router.mtu()),
                count(router.advertisements())));
        return table;
    }

    private static String dhcp(Router router) {
        if (router.managed() == null || router.other() == null) {
            return Figures.NONE;
        }
        return router.managed() ? "addresses" : router.other() ? "other settings" : "no";
    }

    private static String figure(@Nullable Number number) {
        return number == null ? Figures.NONE : count(number.longValue());
    }

    private void add(Router router) {
        String from = router.address().toString();
        each(
                router.prefixes(),
                prefix -> row(
                        from,
                        "prefix",
                        prefix.validSeconds(),
                        prefix.prefix() + "/" + prefix.length() + flags(prefix)));
        each(
                router.dnsServers(),
                server -> row(
                        from,
                        "DNS server",
                        server.lifetimeSeconds(),
                        server.address().toString()));
        each(
                router.searchDomains(),
                domain -> row(from, "search domain", domain.lifetimeSeconds(), CaptureText.of(domain.name())));
        each(
                router.routes(),
                route -> row(
                        from,
                        "route",
                        route.lifetimeSeconds(),
                        route.prefix() + "/" + route.length() + ", preference " + route.preference()));
        each(
                router.translationPrefixes(),
                prefix -> row(from, "NAT64 prefix", prefix.lifetimeSeconds(), prefix.prefix() + "/" + prefix.length()));
        String portal = CaptureText.ofNullable(router.captivePortal());
        if (portal != null) {
            next(() -> offers.row(from, "captive portal", Figures.NONE, portal));
        }
    }

    private <T> void each(Listing<T> listing, Consumer<T> row) {
        listing.entries().forEach(entry -> next(() -> row.accept(entry)));
        omitted += listing.omitted();
    }

    private void next(Runnable row) {
        if (listed == MAX_OFFERS) {
            omitted++;
        } else {
            listed++;
            row.run();
        }
    }

    private void row(String from, String what, long seconds, String which) {
        offers.row(from, what, seconds(seconds), which);
    }

    private static String seconds(long seconds) {
        return seconds == Router.FOR_EVER ? "for ever" : count(seconds);
    }

    private static String flags(Prefix prefix) {
        return (prefix.onLink() ? ", on link" : "")
                + (prefix.autonomous() ? ", SLAAC" : "")
                + ", preferred " + seconds(prefix.preferredSeconds());
    }
}
