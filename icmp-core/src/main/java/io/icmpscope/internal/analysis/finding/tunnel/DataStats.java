package io.icmpscope.internal.analysis.finding.tunnel;

import org.jspecify.annotations.Nullable;

/**
 * What the echo messages of one direction between two hosts carry.
 *
 * @param messages how many there are
 * @param bytes how much data they have together
 * @param patterns how many of them begin with the time and go on in another way than the one before
 * @param examined how many of them were looked at, of which the rest tells
 * @param repeatedPercent the share of messages whose data came before
 * @param lengths how many different lengths their data has
 * @param longest the most bytes of data of one of them
 * @param sweep whether their lengths search for a path's MTU
 * @param entropy the mean entropy of their bytes, as a share of the highest possible
 * @param textPercent the share of printable bytes
 * @param embedded how many of them carry what another protocol begins with
 * @param example what it is, or null
 */
record DataStats(
        long messages,
        long bytes,
        int patterns,
        int examined,
        double repeatedPercent,
        int lengths,
        int longest,
        boolean sweep,
        double entropy,
        double textPercent,
        int embedded,
        @Nullable Embedded example) {

    double meanBytes() {
        return messages == 0 ? 0 : (double) bytes / messages;
    }
}
