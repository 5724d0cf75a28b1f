package io.icmpscope.mcp.access;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;

/**
 * A URL that may be opened, at the addresses that were looked at and nowhere else. Only {@link CaptureAccess} makes it.
 *
 * @param given what the caller passed, which may have led here by redirects
 * @param uri http or https, with a host, in ASCII, without user info
 * @param addresses those of its host, one at least
 * @param redirects how many led here
 */
public record CaptureUrl(String given, URI uri, List<InetAddress> addresses, int redirects) {

    /** Copies. */
    public CaptureUrl {
        addresses = List.copyOf(addresses);
    }

    /**
     * Returns the host.
     *
     * @return its name, or its address without brackets
     */
    public String host() {
        return UrlForm.host(uri);
    }

    /** Tells nothing that may be secret. */
    @Override
    public String toString() {
        return GivenName.of(given);
    }
}
