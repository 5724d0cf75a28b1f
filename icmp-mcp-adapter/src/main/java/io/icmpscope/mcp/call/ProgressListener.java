package io.icmpscope.mcp.call;

/** Hears how far a piece of work is. */
public interface ProgressListener {

    /**
     * Hears of progress.
     *
     * @param progress how far the work is
     */
    void at(Progress progress);
}
