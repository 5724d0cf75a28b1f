package io.icmpscope.mcp.access;

import io.icmpscope.mcp.words.CaptureText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a capture as it is shown again, in results and errors: as given, but without the user info, the query and the
 * fragment of a URL, which may hold a password, and not as long as a whole capture that someone passed in its place.
 */
public final class GivenName {

    private static final Pattern SECRETS = Pattern.compile("[?#].*", Pattern.DOTALL);

    /** What comes before the host, user info, host and port, and the path. */
    private static final Pattern PARTS = Pattern.compile("(.*?:[/\\\\]*)([^/\\\\]*@)?([^/\\\\@]*)(.*)", Pattern.DOTALL);

    private static final Pattern HOST = Pattern.compile("([^:\\[\\]]*|\\[[^\\]]*\\])(:[0-9]*)?");

    private GivenName() {}

    /**
     * Gives the name to show.
     *
     * @param given what the caller passed
     * @return one line
     */
    public static String of(String given) {
        return CaptureText.of(given.contains("://") || NotAPath.isWeb(given) ? withoutSecrets(given) : given);
    }

    /** Where a password has a slash or a question mark, a part of it stands in place of the host: then no more is shown. */
    private static String withoutSecrets(String url) {
        Matcher parts = PARTS.matcher(SECRETS.matcher(url).replaceAll(""));
        if (!parts.matches()) {
            return "…";
        }
        String host = parts.group(3);
        String path = parts.group(4);
        boolean doubtful = !HOST.matcher(host).matches() || (host.contains(":") && path.contains("@"));
        return parts.group(1) + (doubtful ? "…" : host + path);
    }
}
