package io.icmpscope.mcp.access;

import java.util.Locale;
import java.util.regex.Pattern;

/** What callers pass in place of a path, and what each of them is told. */
final class NotAPath {

    /** A scheme has two letters at least: {@code C:} is a drive. */
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);

    private static final Pattern WEB = Pattern.compile("\\s*https?:.*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private NotAPath() {}

    /** Tells whether something begins as a URL whose capture can be downloaded. */
    static boolean isWeb(String given) {
        return WEB.matcher(given).matches();
    }

    static void refuse(String given) throws Refusal {
        if (given.isBlank()) {
            throw new Refusal(
                    ErrorCode.BAD_ARGUMENT, "pcap_file is empty; pass the absolute path or the URL of a capture file");
        }
        if (!SCHEME.matcher(given).matches()) {
            return;
        }
        String scheme = given.substring(0, given.indexOf(':')).toLowerCase(Locale.ROOT);
        switch (scheme) {
            case "file" ->
                throw Refusal.error(
                        ErrorCode.BAD_ARGUMENT, given, "file: URLs are not accepted; pass the absolute path alone");
            case "data" ->
                throw Refusal.error(
                        ErrorCode.BAD_ARGUMENT,
                        given,
                        "base64 content is not accepted; write it to a file and pass the absolute path");
            default ->
                throw Refusal.error(
                        ErrorCode.BAD_ARGUMENT,
                        given,
                        scheme
                                + ": URLs are not accepted; pass an http or https URL, or the absolute path of a capture file");
        }
    }
}
