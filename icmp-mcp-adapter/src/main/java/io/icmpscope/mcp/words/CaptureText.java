package io.icmpscope.mcp.words;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Text that a capture or a caller brings along: interface names, filters, comments, names in messages, file names. Whoever
 * made it chose it, so it may try to steer a terminal, a reader or a model.
 *
 * <p>Nothing invisible is left in it: control characters, line breaks, marks that turn the writing direction, unpaired
 * surrogates and whatever has no glyph print as <code>\&#117;{hex}</code>, and so do marks that nothing stands before, or
 * more of them than letters have, since they reach beyond their line. It is cut after {@value #MAX_CHARACTERS} characters.
 */
public final class CaptureText {

    /** How many characters of a text are printed. */
    public static final int MAX_CHARACTERS = 200;

    /** How many characters of the name of a file are printed where a program may look for the file: all, as a rule. */
    private static final int MAX_NAME_CHARACTERS = 4_096;

    /** The most that a letter of a living language has is three. */
    private static final int MOST_MARKS = 4;

    /** Letters and symbols that show nothing: fillers of Hangul, and the empty pattern of Braille. */
    private static final Set<Integer> BLANK = Set.of(0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800);

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
        if (untrusted.length() <= most && untrusted.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            return untrusted; // nearly always
        }
        StringBuilder safe = new StringBuilder();
        int characters = 0;
        int marks = MOST_MARKS; // none before a letter
        for (int at = 0; at < untrusted.length(); characters++) {
            if (characters == most) {
                return safe.append('…').toString();
            }
            int point = untrusted.codePointAt(at);
            marks = isMark(point) ? marks + 1 : 0;
            if (isVisible(point) && marks <= MOST_MARKS) {
                safe.appendCodePoint(point);
            } else {
                safe.append("\\u{").append(Integer.toHexString(point)).append('}');
                marks = MOST_MARKS;
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

    /**
     * Makes the name of a file that a person gave safe to print. A name without anything invisible stays as it is, so that
     * a program finds the file by it.
     *
     * @param given the name
     * @return one line of visible characters
     */
    public static String name(String given) {
        return of(given, MAX_NAME_CHARACTERS);
    }

    /**
     * Tells whether a text may be shown as it is.
     *
     * @param untrusted any text
     * @return whether nothing in it is invisible or too long
     */
    public static boolean isPlain(String untrusted) {
        return name(untrusted).equals(untrusted);
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
            case Character.NON_SPACING_MARK -> !isInvisibleMark(point);
            default -> !BLANK.contains(point);
        };
    }

    /** Selectors of variants can spell a hidden text; the grapheme joiner and two vowels of Khmer show nothing either. */
    private static boolean isInvisibleMark(int point) {
        return (point >= 0xFE00 && point <= 0xFE0F)
                || (point >= 0xE0100 && point <= 0xE01EF)
                || (point >= 0x180B && point <= 0x180F)
                || point == 0x17B4
                || point == 0x17B5
                || point == 0x034F;
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }
}
