package io.icmpscope.mcp.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.mcp.text.Palette;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

class ColourChoiceTest {
    private static final Map<String, String> TERMINAL = Map.of("TERM", "xterm");

    @Test
    void autoIsForTerminals() {
        assertEquals(Palette.ANSI, ColourChoice.AUTO.palette(() -> true, TERMINAL));
        assertEquals(Palette.PLAIN, ColourChoice.AUTO.palette(() -> false, TERMINAL));
    }

    /** no-color.org: "when present and not an empty string (regardless of its value)". */
    @Test
    void autoHeedsWhoWantsNoColourAnywhere() {
        assertEquals(Palette.PLAIN, ColourChoice.AUTO.palette(() -> true, Map.of("NO_COLOR", "0")));
        assertEquals(Palette.ANSI, ColourChoice.AUTO.palette(() -> true, Map.of("NO_COLOR", "")));
        assertEquals(Palette.PLAIN, ColourChoice.AUTO.palette(() -> true, Map.of("TERM", "dumb")));
    }

    @Test
    void alwaysAndNeverMeanIt() {
        assertEquals(Palette.ANSI, ColourChoice.ALWAYS.palette(() -> false, Map.of("NO_COLOR", "1")));
        assertEquals(Palette.PLAIN, ColourChoice.NEVER.palette(() -> true, TERMINAL));
    }

    @Test
    void itIsTypedInSmallLetters() {
        ColourChoice.Typed typed = new ColourChoice.Typed();
        assertEquals(ColourChoice.NEVER, typed.convert("never"));
        var wrong = assertThrows(TypeConversionException.class, () -> typed.convert("sometimes"));
        assertTrue(wrong.getMessage().contains("auto, always or never"), wrong.getMessage());
    }
}
