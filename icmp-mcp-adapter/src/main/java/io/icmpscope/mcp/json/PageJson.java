package io.icmpscope.mcp.json;

import io.icmpscope.mcp.words.ErrorMeaning;
import io.icmpscope.report.ErrorGroup;
import io.icmpscope.report.IcmpReport;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a page needs beside the result, of which it is no part: points of its charts, what belongs together, and words. */
public final class PageJson {

    /** How many entries of an analysis a page lists, or fewer. */
    static final int LISTED = Extent.PAGE.whole().most(ReportJson.MAX_ENTRIES);

    private PageJson() {}

    /**
     * Gives what a page is laid out from beside {@link ReportJson#page} of the same report, or beside the result of the tool.
     *
     * @param report a report that was asked for series; without them there are no charts of pings
     * @return {@code rtt}, a list of pings whose {@code session} counts in {@code echo.sessions} of the result and whose
     *     {@code outages} count in {@code outages}; {@code types}, the rate of each; {@code traffic}, what each of
     *     {@code errors} is about
     */
    public static Map<String, @Nullable Object> of(IcmpReport report) {
        return new JsonObject()
                .with("rtt", SeriesJson.roundTrips(report))
                .with("types", SeriesJson.types(report))
                .with("traffic", traffic(report))
                .members();
    }

    private static List<String> traffic(IcmpReport report) {
        return report.errors().entries().stream()
                .limit(LISTED)
                .map(ErrorGroup::original)
                .map(ErrorMeaning::traffic)
                .toList();
    }
}
