package io.icmpscope.mcp.json;

import io.icmpscope.mcp.words.Figures;
import io.icmpscope.message.IpAddress;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How single values are printed: times, durations, shares and addresses. What does not exist stays null. */
final class JsonValues {

    private static final int NANOS_TO_MILLIS = 6; // decimal places, also of other numbers
    private static final int NANOS_TO_SECONDS = 9;

    private static final DateTimeFormatter RFC_3339 =
            new DateTimeFormatterBuilder().appendInstant(NANOS_TO_SECONDS).toFormatter(Locale.ROOT);

    private JsonValues() {}

    /**
     * Gives a time as RFC 3339 in UTC, with nine digits of the second.
     *
     * @param time a time, or null
     * @return its text, or null
     */
    static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : RFC_3339.format(time);
    }

    /**
     * Gives a duration in milliseconds, exactly.
     *
     * @param duration a duration, or null
     * @return a decimal of at most six places that never prints an exponent, or null
     */
    static @Nullable BigDecimal millis(@Nullable Duration duration) {
        return duration == null ? null : plain(nanos(duration).movePointLeft(NANOS_TO_MILLIS));
    }

    /**
     * Gives a duration in seconds, exactly.
     *
     * @param duration a duration, or null
     * @return a decimal of at most nine places, or null
     */
    static @Nullable BigDecimal seconds(@Nullable Duration duration) {
        return duration == null ? null : plain(nanos(duration).movePointLeft(NANOS_TO_SECONDS));
    }

    /**
     * Gives a share in percent.
     *
     * @param share 0 to 100, or null
     * @return a decimal of at most six digits, or null
     */
    static @Nullable BigDecimal percent(@Nullable Double share) {
        return share == null ? null : Figures.sixDigits(share);
    }

    /**
     * Gives any number.
     *
     * @param number a finite number
     * @return a decimal of at most six places that never prints an exponent
     */
    static BigDecimal decimal(double number) {
        return plain(new BigDecimal(number).setScale(NANOS_TO_MILLIS, RoundingMode.HALF_EVEN));
    }

    /**
     * Gives an address as RFC 5952 prints it.
     *
     * @param address an address, or null
     * @return its text, or null
     */
    static @Nullable String address(@Nullable IpAddress address) {
        return address == null ? null : address.toString();
    }

    /**
     * Gives the name of a constant as it is printed.
     *
     * @param constant an enum constant
     * @return its name in lower case
     */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static List<String> words(Enum<?>... constants) {
        return Arrays.stream(constants).map(JsonValues::word).toList();
    }

    private static BigDecimal nanos(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds())
                .movePointRight(NANOS_TO_SECONDS)
                .add(BigDecimal.valueOf(duration.getNano()));
    }

    /** Without needless zeros, and without the exponent that {@code stripTrailingZeros} makes of 100. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
