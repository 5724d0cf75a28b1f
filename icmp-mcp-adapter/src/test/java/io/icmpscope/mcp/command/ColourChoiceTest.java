package io.icmpscope.mcp.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.mcp.text.Palette;
import io.icmpscope.mcp.text.Screen;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

class ColourChoiceTest {
    private static final Map<String, String> TERMINAL = Map.of("TERM", "xterm");

    @Test
    void autoIsForTerminals() {
        assertEquals(Palette.ANSI, ColourChoice.AUTO.palette(true, TERMINAL));
        assertEquals(Palette.PLAIN, ColourChoice.AUTO.palette(false, TERMINAL));
    }

    /** no-color.org: "when present and not an empty string (regardless of its value)". */
    @Test
    void autoHeedsWhoWantsNoColourAnywhere() {
        assertEquals(Palette.PLAIN, ColourChoice.AUTO.palette(true, Map.of("NO_COLOR", "0")));
        assertEquals(Palette.ANSI, ColourChoice.AUTO.palette(true, Map.of("NO_COLOR", "")));
        assertEquals(Palette.PLAIN, ColourChoice.AUTO.palette(true, Map.of("TERM", "dumb")));
    }

    @Test
    void alwaysAndNeverMeanIt() {
        assertEquals(Palette.ANSI, ColourChoice.ALWAYS.palette(false, Map.of("NO_COLOR", "1")));
        assertEquals(Palette.PLAIN, ColourChoice.NEVER.palette(true, TERMINAL));
    }

    @Test
    void sparklinesAreWhereSomebodyLooksInWhateverColours() {
        assertEquals(new Screen(Palette.ANSI, 44), ColourChoice.AUTO.screen(true, TERMINAL, "UTF-8"));
        assertEquals(new Screen(Palette.PLAIN, 44), ColourChoice.NEVER.screen(true, TERMINAL, "UTF-8"));
        assertEquals(new Screen(Palette.PLAIN, 44), ColourChoice.AUTO.screen(true, Map.of("NO_COLOR", "1"), "UTF-8"));
        assertEquals(new Screen(Palette.ANSI, 44), ColourChoice.ALWAYS.screen(false, TERMINAL, "UTF-8"));
        for (ColourChoice other : List.of(ColourChoice.AUTO, ColourChoice.NEVER)) {
            assertEquals(Screen.NONE, other.screen(false, TERMINAL, "UTF-8"));
            assertEquals(Screen.NONE, other.screen(true, Map.of("TERM", "dumb"), "UTF-8"));
        }
    }

    /** The text is UTF-8: another charset that has the blocks would read other characters. */
    @Test
    void sparklinesAreForTerminalsThatReadUtf8() {
        for (String other : List.of("ANSI_X3.4-1968", "ISO-8859-1", "GB18030", "")) {
            assertEquals(new Screen(Palette.ANSI, 0), ColourChoice.ALWAYS.screen(true, TERMINAL, other), other);
        }
    }

    @Test
    void sparklinesAreAsWideAsTheTerminalWithinReason() {
        assertEquals(84, marks("120"));
        assertEquals(120, marks("1000"));
        assertEquals(44, marks("wide"));
    }

    /** Of many requests three marks tell nothing, and ten need 46 columns with their scale. */
    @Test
    void aNarrowTerminalHasNone() {
        assertEquals(10, marks("46"));
        for (String narrow : List.of("45", "40", "39", "36", "10")) {
            assertEquals(0, marks(narrow), narrow);
        }
    }

    private static int marks(String columns) {
        return ColourChoice.AUTO
                .screen(true, Map.of("COLUMNS", columns), "UTF-8")
                .marks();
    }

    @Test
    void itIsTypedInSmallLetters() {
        ColourChoice.Typed typed = new ColourChoice.Typed();
        assertEquals(ColourChoice.NEVER, typed.convert("never"));
        var wrong = assertThrows(TypeConversionException.class, () -> typed.convert("sometimes"));
        assertTrue(wrong.getMessage().contains("auto, always or never"), wrong.getMessage());
    }
}
