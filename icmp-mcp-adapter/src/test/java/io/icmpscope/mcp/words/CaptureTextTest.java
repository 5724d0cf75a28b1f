package io.icmpscope.mcp.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class CaptureTextTest {
    @Test
    void ordinaryTextStaysAsItIs() {
        assertEquals("eth0", CaptureText.of("eth0"));
        assertEquals("Küche – Anschluss 2, 电脑", CaptureText.of("Küche – Anschluss 2, 电脑"));
        assertNull(CaptureText.ofNullable(null));
    }

    /** Trap 36. */
    @Test
    void whatSteersATerminalIsShownInsteadOfSent() {
        assertEquals("\\u{1b}[31mred\\u{7}", CaptureText.of("\u001b[31mred\u0007"));
        assertEquals("\\u{9b}2J", CaptureText.of("\u009b2J"));
    }

    @Test
    void aTextIsOneLine() {
        assertEquals("a\\u{d}\\u{a}b\\u{2028}c\\u{85}d\\u{9}e", CaptureText.of("a\r\nb\u2028c\u0085d\te"));
    }

    @Test
    void marksThatTurnTheDirectionOrAreInvisibleAreShown() {
        assertEquals(
                "a\\u{202e}b\\u{2066}c\\u{200b}d\\u{feff}e\\u{a0}f",
                CaptureText.of("a\u202eb\u2066c\u200bd\ufeffe\u00a0f"));
        assertEquals("\\u{e0041}", CaptureText.of("\udb40\udc41")); // a tag character, which spells hidden text
    }

    @Test
    void unpairedSurrogatesAreShown() {
        assertEquals("\\u{d800}x\\u{dc00}", CaptureText.of("\ud800x\udc00"));
    }

    @Test
    void aLongTextIsCutAfterAWholeCharacter() {
        assertEquals("x".repeat(200), CaptureText.of("x".repeat(200)));
        assertEquals("x".repeat(200) + "…", CaptureText.of("x".repeat(201)));
        assertEquals("😀".repeat(200) + "…", CaptureText.of("😀".repeat(1_000)));
    }

    @Test
    void whatShowsNothingIsShown() {
        assertEquals("a\\u{fe01}\\u{e0100}", CaptureText.of("a\ufe01\udb40\udd00")); // selectors of variants
        assertEquals("a\\u{3164}b\\u{2800}", CaptureText.of("a\u3164b\u2800")); // a filler of Hangul, empty Braille
        assertEquals("a\\u{34f}", CaptureText.of("a\u034f")); // the grapheme joiner
    }

    @Test
    void marksStayOnTheirLine() {
        assertEquals("a\u0301\u0323", CaptureText.of("a\u0301\u0323"));
        assertEquals("\\u{301}a", CaptureText.of("\u0301a"));
        assertEquals("a" + "\u0301".repeat(4) + "\\u{301}".repeat(6), CaptureText.of("a" + "\u0301".repeat(10)));
    }

    @Test
    void theNameOfAFileIsNotCutUnlessItIsNone() {
        assertEquals("x".repeat(4_096), CaptureText.name("x".repeat(4_096)));
        assertEquals("x".repeat(4_096) + "…", CaptureText.name("x".repeat(100_000)));
        assertEquals("a\\u{a}", CaptureText.name("a\n"));
    }
}
