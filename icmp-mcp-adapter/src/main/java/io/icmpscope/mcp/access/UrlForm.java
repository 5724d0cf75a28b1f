package io.icmpscope.mcp.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a URL has to be written. What another program could read in another way is not accepted. */
final class UrlForm {

    private static final int MAX_PORT = 65_535;

    private UrlForm() {}

    /** Reads a URL, or gives null when it breaks the syntax. What the JDK's parser says of it repeats the URL. */
    static @Nullable URI read(String text) {
        try {
            return new URI(new URI(text).toASCIIString());
        } catch (URISyntaxException notAUrl) {
            return null;
        }
    }

    /** Tells whether it is http or https. */
    static boolean isWeb(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    }

    /** Says what is wrong with an http or https URL, or null; goes on from "the URL". */
    static @Nullable String fault(URI uri) {
        if (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
            return "has a user name or a password in it, which this server does not take";
        }
        if (uri.getRawAuthority() != null && uri.getRawAuthority().contains("%")) {
            return "has a % in its host, which must be a plain name or address";
        }
        String host = uri.getHost() == null ? numberIn(uri.getRawAuthority()) : host(uri);
        if (Literal.isOdd(host)) {
            return "writes its address in an unusual way; write four decimal numbers, such as 192.0.2.1";
        }
        if (host.isEmpty()) {
            return "has no valid host; write http:// or https://, a name of letters, digits and hyphens, and a path";
        }
        return uri.getPort() == 0 || uri.getPort() > MAX_PORT ? "has a port that does not exist" : null;
    }

    /** The host of a URL, without the brackets of an address. */
    static String host(URI uri) {
        String host = Objects.requireNonNull(uri.getHost());
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** The JDK sees no host in most numbers. */
    private static String numberIn(@Nullable String authority) {
        String host = authority == null ? "" : authority.replaceFirst(":[0-9]*$", "");
        return Literal.isOdd(host) ? host : "";
    }
}
