package io.icmpscope.internal.analysis.finding;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers in sentences. */
public final class Say {

    private static final int GROUP = 3; // digits

    private Say() {}

    /**
     * Says how many.
     *
     * @param number how many
     * @return the number, such as {@code "1,234"}
     */
    public static String count(long number) {
        String grouped = grouped(Long.toString(Math.abs(number)));
        return number < 0 ? "-" + grouped : grouped;
    }

    private static String grouped(String digits) {
        StringBuilder grouped = new StringBuilder(digits);
        for (int at = digits.length() - GROUP; at > 0; at -= GROUP) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }

    /**
     * Says how many of something.
     *
     * @param number how many
     * @param one what there is one of, of which an "s" makes several
     * @return such as {@code "1 request"} or {@code "1,234 requests"}
     */
    public static String count(long number, String one) {
        return count(number, one, one + "s");
    }

    /**
     * Says how many of something.
     *
     * @param number how many
     * @param one what there is one of
     * @param more what there are several of
     * @return such as {@code "1 address"} or {@code "1,234 addresses"}
     */
    public static String count(long number, String one, String more) {
        return count(number) + " " + (number == 1 ? one : more);
    }

    /**
     * Says a number with one decimal at most. Without a {@link java.util.Formatter}, which loads what it knows of languages.
     *
     * @param number a finite number
     * @return such as {@code "12.5"} or {@code "12"}
     */
    public static String number(double number) {
        String tenths = BigDecimal.valueOf(Math.abs(number))
                .setScale(1, RoundingMode.HALF_UP)
                .toPlainString();
        int point = tenths.length() - 2;
        String text = grouped(tenths.substring(0, point)) + (tenths.endsWith(".0") ? "" : tenths.substring(point));
        return number < 0 ? "-" + text : text;
    }

    /**
     * Says a share in percent; no share but all is called 100, and none but nothing 0.
     *
     * @param percent 0 to 100
     * @return such as {@code "12.5 %"}
     */
    public static String percent(double percent) {
        double shown = percent >= 100 ? 100 : Math.min(percent, 99.9);
        return (shown > 0 && shown < 0.1 ? "less than 0.1" : number(shown)) + " %";
    }
}
