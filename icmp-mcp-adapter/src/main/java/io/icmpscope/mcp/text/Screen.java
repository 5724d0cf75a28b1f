package io.icmpscope.mcp.text;

/**
 * What a report is read on.
 *
 * @param palette how it sets off what matters
 * @param marks how many marks a sparkline has at most, 0 where there is none; below 3 there is none either
 */
public record Screen(Palette palette, int marks) {

    /** A file or a program, for which text has neither colours nor pictures. */
    public static final Screen NONE = new Screen(Palette.PLAIN, 0);

    private static final int POINTS_OF_A_MARK = 8; // so that a thinned series has some in each

    /**
     * Returns what its sparklines are drawn from.
     *
     * @return how many points to ask a series for, 0 without sparklines
     */
    public int points() {
        return POINTS_OF_A_MARK * marks;
    }
}
