package io.icmpscope.mcp.text;

import static io.icmpscope.mcp.words.Figures.count;

import io.icmpscope.mcp.words.Figures;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Rate;
import io.icmpscope.report.Statistics.RangeCount;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** When messages came, how long they were and how far they had come, a line each. */
final class TextRate {

    private static final int MOST_COLUMNS = 60;
    private static final int MOST_RANGES = 6;
    private static final String LEVELS = "_.:-=+*#"; // nothing, then more and more

    private TextRate() {}

    static void write(TextPage page, IcmpReport report) {
        page.title("Rate, sizes and times to live");
        Rate rate = report.statistics().rate();
        if (rate != null) {
            line(
                    page,
                    "peak",
                    perSecond(rate.peak().perSecond()) + " at " + rate.peak().time());
            average(page, rate, report.capture().duration());
            graph(page, rate);
        }
        line(page, "sizes", ranges(report.statistics().sizes(), "bytes"));
        line(page, "ttl", ranges(report.statistics().ttls(), null));
    }

    private static String perSecond(double messages) {
        return Figures.sixDigits(messages).toPlainString() + " a second";
    }

    private static void average(TextPage page, Rate rate, @Nullable Duration duration) {
        if (duration == null || duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return;
        }
        long timed = rate.buckets().stream().mapToLong(Rate.Bucket::count).sum();
        double thousandths = Math.rint(1e3 * timed / (duration.getSeconds() + duration.getNano() / 1e9));
        if (thousandths > 0) {
            line(page, "average", perSecond(thousandths / 1e3));
        }
    }

    /** A column is as many buckets as make the line short enough. */
    private static void graph(TextPage page, Rate rate) {
        List<Rate.Bucket> buckets = rate.buckets();
        long first = buckets.get(0).time().getEpochSecond();
        long last = buckets.get(buckets.size() - 1).time().getEpochSecond();
        long all = (last - first) / rate.bucketSeconds() + 1;
        long width = rate.bucketSeconds() * ((all + MOST_COLUMNS - 1) / MOST_COLUMNS);
        long[] columns = new long[(int) ((last - first) / width) + 1];
        for (Rate.Bucket bucket : buckets) {
            columns[(int) ((bucket.time().getEpochSecond() - first) / width)] += bucket.count();
        }
        long most = Math.max(1, Arrays.stream(columns).max().orElse(1));
        StringBuilder line = new StringBuilder();
        for (long column : columns) {
            line.append(LEVELS.charAt(level(column, most)));
        }
        if (columns.length > 2) {
            line(page, "over time", line + "  (" + width(width) + " a mark, # most)");
        }
    }

    private static String width(long seconds) {
        if (seconds % 86_400 == 0) {
            return count(seconds / 86_400, "day");
        }
        if (seconds % 3_600 == 0) {
            return count(seconds / 3_600, "hour");
        }
        return seconds % 60 == 0 ? count(seconds / 60, "minute") : count(seconds, "second");
    }

    private static int level(long count, long most) {
        return count == 0 ? 0 : 1 + (int) ((LEVELS.length() - 2) * (double) count / most);
    }

    /** The ranges with most messages, in their order. */
    private static String ranges(List<RangeCount> all, @Nullable String unit) {
        List<RangeCount> most = all.stream()
                .sorted(Comparator.comparingLong(RangeCount::count).reversed())
                .limit(MOST_RANGES)
                .toList();
        long others = all.stream()
                .filter(range -> !most.contains(range))
                .mapToLong(RangeCount::count)
                .sum();
        return all.stream()
                        .filter(most::contains)
                        .map(range -> name(range) + ": " + count(range.count()))
                        .collect(Collectors.joining(", "))
                + (others > 0 ? ", others: " + count(others) : "")
                + (unit == null ? "" : " (" + unit + ")");
    }

    private static String name(RangeCount range) {
        return range.from() == range.to() ? Long.toString(range.from()) : range.from() + "-" + range.to();
    }

    private static void line(TextPage page, String label, String words) {
        page.line(String.format("%-12s %s", label, words));
    }
}
