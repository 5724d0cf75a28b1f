package io.icmpscope.mcp.words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How figures read in a sentence or a table. What does not exist is a dash. */
public final class Figures {

    /** Stands where there is nothing to say. */
    public static final String NONE = "-";

    private static final int GROUP = 3; // digits
    private static final Duration ONE_HOUR = Duration.ofHours(1);
    private static final MathContext AS_PING = new MathContext(6, RoundingMode.HALF_EVEN); // printf %g

    private Figures() {}

    /**
     * Gives a count with its thousands apart.
     *
     * @param count a count, 0 or more
     * @return such as 1,234
     */
    public static String count(long count) {
        return grouped(Long.toString(count));
    }

    /**
     * Gives a count of things.
     *
     * @param count how many
     * @param one what one is called; more get an s
     * @return such as 1 host, 2 hosts
     */
    public static String count(long count, String one) {
        return count(count, one, one + "s");
    }

    /**
     * Gives a count of things whose plural is not formed with an s.
     *
     * @param count how many
     * @param one what one is called
     * @param more what more are called
     * @return such as 1 address, 2 addresses
     */
    public static String count(long count, String one, String more) {
        return count(count) + " " + (count == 1 ? one : more);
    }

    /**
     * Gives a size.
     *
     * @param bytes how many bytes
     * @return in megabytes of a million bytes, such as 12.5 MB
     */
    public static String megabytes(long bytes) {
        String tenths = BigDecimal.valueOf(bytes)
                .movePointLeft(6)
                .setScale(1, RoundingMode.HALF_UP)
                .toPlainString();
        int point = tenths.length() - 2;
        return grouped(tenths.substring(0, point)) + tenths.substring(point) + " MB";
    }

    /**
     * Gives milliseconds with three places, cut rather than rounded: ping counts whole microseconds.
     *
     * @param duration a duration
     * @return such as 0.045
     */
    public static String millis(Duration duration) {
        return nanos(duration).movePointLeft(6).setScale(3, RoundingMode.DOWN).toPlainString();
    }

    /**
     * Gives a duration: seconds with three places, and from an hour on minutes, hours and days.
     *
     * @param duration a duration
     * @return such as 10.012 s, 1 h 2 min or 3 d 6 h 14 min; what is left below a minute is cut
     */
    public static String seconds(Duration duration) {
        if (duration.compareTo(ONE_HOUR) >= 0) {
            return (duration.toDays() > 0 ? count(duration.toDays()) + " d " : "") + duration.toHoursPart() + " h "
                    + duration.toMinutesPart() + " min";
        }
        return nanos(duration)
                        .movePointLeft(9)
                        .setScale(3, RoundingMode.HALF_UP)
                        .toPlainString() + " s";
    }

    /**
     * Gives a share with at most six digits, as ping prints the loss.
     *
     * @param share 0 to 100, or null
     * @return such as 33.3333
     */
    public static String percent(@Nullable Double share) {
        return share == null ? NONE : sixDigits(share).toPlainString();
    }

    /**
     * Rounds to six digits and drops needless zeros.
     *
     * @param number a finite number
     * @return the decimal, never with an exponent
     */
    public static BigDecimal sixDigits(double number) {
        BigDecimal stripped = BigDecimal.valueOf(number).round(AS_PING).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Without a {@link java.util.Formatter}, which takes long to load for a short command. */
    private static String grouped(String digits) {
        StringBuilder grouped = new StringBuilder(digits);
        for (int at = digits.length() - GROUP; at > 0; at -= GROUP) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }

    private static BigDecimal nanos(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds()).movePointRight(9).add(BigDecimal.valueOf(duration.getNano()));
    }
}
