package io.icmpscope.mcp.call;

import io.icmpscope.mcp.words.Figures;

/**
 * How far a piece of work is.
 *
 * @param doing what is being done, for people, such as {@code Reading}
 * @param bytes how many bytes of that are done
 * @param total how many there are, or {@link #UNKNOWN}
 * @param before how many bytes were done in the parts of the work before
 */
public record Progress(String doing, long bytes, long total, long before) {

    /** Stands for a number of bytes that is not known before the end. */
    public static final long UNKNOWN = -1;

    /**
     * Says it in words.
     *
     * @return such as {@code Reading: 12.5 MB of 300.0 MB}
     */
    public String sentence() {
        return doing + ": " + Figures.megabytes(bytes) + (total == UNKNOWN ? "" : " of " + Figures.megabytes(total));
    }

    Progress at(long now) {
        return new Progress(doing, now, total, before);
    }
}
