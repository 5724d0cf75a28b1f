package io.icmpscope.mcp.server;

import io.icmpscope.mcp.fetch.CaptureLocator;
import java.time.Duration;

/**
 * What whoever starts a server decides for all its clients.
 *
 * @param version the version of this program
 * @param mostEntries how many packet entries a caller may ask for, 0 or more
 * @param timeout how long a call may take
 * @param captures brings the captures that clients name
 */
public record ServerOptions(String version, int mostEntries, Duration timeout, CaptureLocator captures) {

    /** About 5 MB of JSON. */
    public static final int MOST_ENTRIES = 10_000;

    /** Longer than a client waits by default. */
    public static final Duration TIMEOUT = Duration.ofMinutes(5);
}
