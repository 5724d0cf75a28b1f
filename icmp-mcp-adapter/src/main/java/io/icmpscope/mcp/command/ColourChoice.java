package io.icmpscope.mcp.command;

import io.icmpscope.mcp.text.Palette;
import io.icmpscope.mcp.text.Screen;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What a user says about colours. */
enum ColourChoice {
    /** On a terminal that shows them, unless its user wants none anywhere. */
    AUTO,
    /** Also into a file or a pager. */
    ALWAYS,
    /** Nowhere. */
    NEVER;

    private static final int BESIDE =
            36; // columns of the line of a sparkline for its scale, such as 1234.567 to 12345.678 ms
    private static final int MOST_MARKS = 120;
    private static final int FEWEST_MARKS = 10; // where there is room for less a long ping is no picture

    /**
     * Decides.
     *
     * @param terminal whether somebody looks at the answer
     * @param environment may name {@code NO_COLOR} (no-color.org) and {@code TERM}
     */
    Palette palette(boolean terminal, Map<String, String> environment) {
        boolean coloured = this == ALWAYS
                || (this == AUTO
                        && environment.getOrDefault("NO_COLOR", "").isEmpty()
                        && !isDumb(environment)
                        && terminal);
        return coloured ? Palette.ANSI : Palette.PLAIN;
    }

    /**
     * Tells what the text is read on. Sparklines are where somebody looks, and where colours are wanted in any case; and where
     * blocks of UTF-8, in which the text is written, can be shown.
     *
     * @param terminal whether somebody looks at the answer
     * @param environment may name {@code COLUMNS} too
     * @param charset what the terminal reads
     */
    Screen screen(boolean terminal, Map<String, String> environment, String charset) {
        boolean shown = this == ALWAYS || (terminal && !isDumb(environment));
        int room = ProgressBar.width(environment.get("COLUMNS")) - BESIDE;
        boolean drawn = shown && room >= FEWEST_MARKS && charset.equalsIgnoreCase("UTF-8");
        int marks = drawn ? Math.min(MOST_MARKS, room) : 0;
        return new Screen(palette(terminal, environment), marks);
    }

    private static boolean isDumb(Map<String, String> environment) {
        return environment.getOrDefault("TERM", "").equals("dumb");
    }

    /** Reads what was typed. */
    static final class Typed implements ITypeConverter<ColourChoice> {

        /** Picocli asks for it. */
        Typed() {}

        @Override
        public ColourChoice convert(String typed) {
            return Arrays.stream(values())
                    .filter(choice -> choice.toString().equals(typed))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("it is auto, always or never, not '" + typed + "'"));
        }
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
