package io.icmpscope.internal.analysis.link;

import io.icmpscope.report.AnalysisOptions;

/** How large the tables of this package are. Their entries hold lists, so they are fewer than those of other tables. */
final class LinkTables {

    /** How many entries a list within an entry keeps. */
    static final int MAX_IN_AN_ENTRY = 16;

    private static final int FEW = 64; // a table of so few entries takes no room to speak of

    private LinkTables() {}

    /** How many entries of up to 4 KiB to keep, where an entry of other tables is 200 bytes and mostly not full. */
    static int ofLists(AnalysisOptions options) {
        return Math.min(options.maxEntries(), Math.max(FEW, options.maxEntries() / 8));
    }

    /** How many entries of up to 16 KiB to keep. */
    static int ofManyLists(AnalysisOptions options) {
        return Math.min(options.maxEntries(), Math.max(FEW, options.maxEntries() / 32));
    }
}
