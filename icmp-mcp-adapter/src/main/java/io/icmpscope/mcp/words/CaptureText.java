package io.icmpscope.mcp.words;

import org.jspecify.annotations.Nullable;

/**
 * Text that a capture brings along: interface names, filters, comments. Whoever made the capture chose it, so it may try
 * to steer a terminal, a reader or a model.
 *
 * <p>Nothing invisible is left in it: control characters, line breaks, marks that turn the writing direction, unpaired
 * surrogates and whatever has no glyph print as <code>\&#117;{hex}</code>. It is cut after {@value #MAX_CHARACTERS}
 * characters.
 */
public final class CaptureText {

    /** How many characters of a text are printed. */
    public static final int MAX_CHARACTERS = 200;

    private CaptureText() {}

    /**
     * Makes a text safe to print.
     *
     * @param untrusted any text
     * @return one line of visible characters
     */
    public static String of(String untrusted) {
        return of(untrusted, MAX_CHARACTERS);
    }

    /**
     * Makes a text safe to print, and short.
     *
     * @param untrusted any text
     * @param most how many of its characters are printed
     * @return one line of visible characters
     */
    public static String of(String untrusted, int most) {
        StringBuilder safe = new StringBuilder();
        int characters = 0;
        for (int at = 0; at < untrusted.length(); characters++) {
            if (characters == most) {
                return safe.append('…').toString();
            }
            int point = untrusted.codePointAt(at);
            if (isVisible(point)) {
                safe.appendCodePoint(point);
            } else {
                safe.append("\\u{").append(Integer.toHexString(point)).append('}');
            }
            at += Character.charCount(point);
        }
        return safe.toString();
    }

    /**
     * Makes a text safe to print, if there is one.
     *
     * @param untrusted any text, or null
     * @return one line of visible characters, or null
     */
    public static @Nullable String ofNullable(@Nullable String untrusted) {
        return untrusted == null ? null : of(untrusted);
    }

    private static boolean isVisible(int point) {
        if (point == ' ') {
            return true;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }
}
