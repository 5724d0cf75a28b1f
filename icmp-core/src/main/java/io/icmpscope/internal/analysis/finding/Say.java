package io.icmpscope.internal.analysis.finding;

import java.util.Locale;

/** Numbers in sentences. */
public final class Say {

    private Say() {}

    /**
     * Says how many.
     *
     * @param number how many
     * @return the number, such as {@code "1,234"}
     */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
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
     * Says a number with one decimal at most.
     *
     * @param number the number
     * @return such as {@code "12.5"} or {@code "12"}
     */
    public static String number(double number) {
        String text = String.format(Locale.ROOT, "%,.1f", number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
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
