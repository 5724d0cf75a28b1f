package io.icmpscope.mcp.access;

import java.util.Locale;
import java.util.regex.Pattern;

/** What callers pass in place of a path, and what each of them is told. */
final class NotAPath {

    /** A scheme has two letters at least: {@code C:} is a drive. */
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);

    private NotAPath() {}

    static void refuse(String given) throws Refusal {
        if (given.isBlank()) {
            throw new Refusal(ErrorCode.BAD_ARGUMENT, "pcap_file is empty; pass the absolute path of a capture file");
        }
        if (!URL.matcher(given).matches()) {
            return;
        }
        String scheme = given.substring(0, given.indexOf(':')).toLowerCase(Locale.ROOT);
        switch (scheme) {
            case "http", "https" ->
                throw new Refusal(
                        ErrorCode.NOT_ALLOWED,
                        "Failed to download PCAP file '" + GivenName.of(given)
                                + "': URLs are not supported yet; download the file and pass its absolute path");
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
                        scheme + ": URLs are not accepted; pass the absolute path of a capture file");
        }
    }
}
