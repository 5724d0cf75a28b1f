package io.icmpscope.report;

import io.icmpscope.message.IpAddress;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A router by its advertisements, RFC 4861 and RFC 1256. Of each thing it is told what the latest advertisement said that
 * said anything about it, for a router may spread what it has to say over several. Lists are in the order in which their
 * entries were said first, and have 16 at most.
 *
 * @param address the address that it advertises from; in IPv4 the one that it advertises
 * @param linkAddress its link-layer address as it says itself, such as {@code "02:00:5e:10:00:01"}; null in IPv4
 * @param lifetimeSeconds how long it offers to be a default router, 0 to 65,535 s; 0 for not at all, or no longer
 * @param preference {@code "high"}, {@code "medium"} or {@code "low"}, RFC 4191; in IPv4 the number, -2^31 to 2^31 - 1, of
 *     which the smallest means never to use it as default router
 * @param managed whether addresses come from DHCPv6; null in IPv4
 * @param other whether other settings come from DHCPv6; null in IPv4
 * @param hopLimit the hop limit that hosts shall use, 1 to 255; null for none suggested
 * @param mtu the MTU that hosts shall use, in bytes as sent, 0 to 2^32 - 1; null for none
 * @param prefixes the prefixes that it advertises
 * @param dnsServers DNS servers, RFC 8106
 * @param searchDomains DNS search domains, RFC 8106
 * @param routes the routes that it offers, RFC 4191
 * @param translationPrefixes the prefixes by which IPv4 addresses are translated, RFC 8781
 * @param captivePortal where the API of a captive portal is, RFC 8910; a URI, untrusted text; null for none
 * @param firstTime the time of the first advertisement, or null
 * @param lastTime the time of the latest, or null
 * @param firstFrame the frame of the first
 * @param advertisements how many there were
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4861#section-4.2">RFC 4861, section 4.2</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1256#section-3">RFC 1256, section 3</a>
 */
public record Router(
        IpAddress address,
        @Nullable String linkAddress,
        int lifetimeSeconds,
        String preference,
        @Nullable Boolean managed,
        @Nullable Boolean other,
        @Nullable Integer hopLimit,
        @Nullable Long mtu,
        Listing<Prefix> prefixes,
        Listing<DnsServer> dnsServers,
        Listing<SearchDomain> searchDomains,
        Listing<Route> routes,
        Listing<TranslationPrefix> translationPrefixes,
        @Nullable String captivePortal,
        @Nullable Instant firstTime,
        @Nullable Instant lastTime,
        long firstFrame,
        long advertisements)
        implements Serializable {

    /** A lifetime that has no end. */
    public static final long FOR_EVER = 0xFFFF_FFFFL;

    /**
     * An advertised prefix.
     *
     * @param prefix its bits, the others zero
     * @param length how many of them, 0 to 128; more, up to 255, is a sender's error and is kept
     * @param onLink whether its addresses are on the link
     * @param autonomous whether hosts make themselves addresses of it
     * @param validSeconds how long it is valid, 0 to 2^32 - 1 s, the last {@link #FOR_EVER}
     * @param preferredSeconds how long addresses made of it are preferred, likewise
     */
    public record Prefix(
            IpAddress prefix, int length, boolean onLink, boolean autonomous, long validSeconds, long preferredSeconds)
            implements Serializable {}

    /**
     * A DNS server.
     *
     * @param address where it is
     * @param lifetimeSeconds how long it may be used, 0 to 2^32 - 1 s; 0 for no longer, the last {@link #FOR_EVER}
     */
    public record DnsServer(IpAddress address, long lifetimeSeconds) implements Serializable {}

    /**
     * A domain in which to search for names.
     *
     * @param name without the last dot, untrusted text, at most 255 characters
     * @param lifetimeSeconds how long it may be used, 0 to 2^32 - 1 s; 0 for no longer, the last {@link #FOR_EVER}
     */
    public record SearchDomain(String name, long lifetimeSeconds) implements Serializable {}

    /**
     * An advertised route.
     *
     * @param prefix its bits, the others zero
     * @param length how many of them, 0 to 128; more, up to 255, is a sender's error and is kept
     * @param preference {@code "high"}, {@code "medium"} or {@code "low"}
     * @param lifetimeSeconds how long it is valid, 0 to 2^32 - 1 s; 0 for no longer, the last {@link #FOR_EVER}
     */
    public record Route(IpAddress prefix, int length, String preference, long lifetimeSeconds)
            implements Serializable {}

    /**
     * A prefix by which IPv4 addresses are translated.
     *
     * @param prefix its bits, the others zero
     * @param length how many of them: 32, 40, 48, 56, 64 or 96
     * @param lifetimeSeconds how long it is good, 0 to 65,528 s; 0 for no longer
     */
    public record TranslationPrefix(IpAddress prefix, int length, int lifetimeSeconds) implements Serializable {}
}
