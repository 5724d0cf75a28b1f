package io.icmpscope.mcp.access;

import io.icmpscope.mcp.words.CaptureText;
import java.util.regex.Pattern;

/**
 * The name of a capture as it is shown again, in results and errors: as given, but without the user info and the query of
 * a URL, which may hold a password, and not as long as a whole capture that someone passed in its place.
 */
public final class GivenName {

    private static final Pattern SECRETS = Pattern.compile("(?<=://)[^/?#]*@|[?#].*", Pattern.DOTALL);

    private GivenName() {}

    /**
     * Gives the name to show.
     *
     * @param given what the caller passed
     * @return one line
     */
    public static String of(String given) {
        return CaptureText.of(given.contains("://") ? SECRETS.matcher(given).replaceAll("") : given);
    }
}
