package io.icmpscope.report;

import io.icmpscope.message.IpAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A router by its advertisements, RFC 4861 and RFC 1256: what the latest one said. What it did not say is null or empty.
 *
 * @param address the address that it advertises from; in IPv4 the one that it advertises
 * @param linkAddress its link-layer address as it says itself, such as {@code "02:00:5e:10:00:01"}
 * @param lifetimeSeconds how long it offers to be a default router, 0 for not at all
 * @param preference {@code "high"}, {@code "medium"} or {@code "low"}, RFC 4191; in IPv4 the number
 * @param managed whether addresses come from DHCPv6
 * @param other whether other settings come from DHCPv6
 * @param hopLimit the hop limit that hosts shall use
 * @param mtu the MTU that hosts shall use, in bytes
 * @param prefixes the prefixes that it advertises, 16 at most
 * @param dnsServers addresses of DNS servers, RFC 8106, 16 at most
 * @param searchDomains DNS search domains, untrusted text, 16 at most
 * @param routes the routes that it offers, RFC 4191, 16 at most
 * @param firstTime the time of the first advertisement, or null
 * @param lastTime the time of the latest, or null
 * @param firstFrame the frame of the first
 * @param advertisements how many there were
 */
public record Router(
        IpAddress address,
        @Nullable String linkAddress,
        @Nullable Integer lifetimeSeconds,
        @Nullable String preference,
        @Nullable Boolean managed,
        @Nullable Boolean other,
        @Nullable Integer hopLimit,
        @Nullable Long mtu,
        List<Prefix> prefixes,
        List<IpAddress> dnsServers,
        List<String> searchDomains,
        List<Route> routes,
        @Nullable Instant firstTime,
        @Nullable Instant lastTime,
        long firstFrame,
        long advertisements) {

    /** Keeps copies of the lists. */
    public Router {
        prefixes = List.copyOf(prefixes);
        dnsServers = List.copyOf(dnsServers);
        searchDomains = List.copyOf(searchDomains);
        routes = List.copyOf(routes);
    }

    /**
     * An advertised prefix.
     *
     * @param prefix its bits
     * @param length how many of them, 0 to 128
     * @param onLink whether its addresses are on the link
     * @param autonomous whether hosts make addresses of it
     * @param validSeconds how long it is valid, 0 to 2^32 - 1, the last for ever
     * @param preferredSeconds how long addresses made of it are preferred, likewise
     */
    public record Prefix(
            IpAddress prefix,
            int length,
            boolean onLink,
            boolean autonomous,
            long validSeconds,
            long preferredSeconds) {}

    /**
     * An advertised route.
     *
     * @param prefix its bits
     * @param length how many of them, 0 to 128
     * @param preference {@code "high"}, {@code "medium"} or {@code "low"}
     * @param lifetimeSeconds how long it is valid, 0 to 2^32 - 1, the last for ever
     */
    public record Route(IpAddress prefix, int length, String preference, long lifetimeSeconds) {}
}
