package io.icmpscope.mcp.access;

import java.nio.file.Path;
import java.util.List;

/**
 * What whoever starts a server lets its clients open. Immutable.
 *
 * @param roots the directories below which files may be opened; empty where any file may that the system lets us open
 * @param urls whether captures behind http and https URLs are downloaded
 * @param privateUrls whether these may lie in networks that cannot be reached from the whole Internet, this machine
 *     included
 * @param mostDownloadBytes how long a download may be, in bytes, 1 or more
 */
public record AccessRules(List<Path> roots, boolean urls, boolean privateUrls, long mostDownloadBytes) {

    /** 2 GiB. */
    public static final long MOST_DOWNLOAD_BYTES = 1L << 31;

    private static final AccessRules DEFAULTS = new AccessRules(List.of(), true, false, MOST_DOWNLOAD_BYTES);

    /** Checks and copies. */
    public AccessRules {
        roots = List.copyOf(roots);
        if (mostDownloadBytes < 1) {
            throw new IllegalArgumentException("mostDownloadBytes: " + mostDownloadBytes);
        }
    }

    /**
     * Gives the rules for a server that its user started for himself.
     *
     * @return any file, public URLs, 2 GiB
     */
    public static AccessRules defaults() {
        return DEFAULTS;
    }
}
