package io.icmpscope.mcp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class InputLinesTest {
    private static InputLines lines(String text) {
        return new InputLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 4);
    }

    @Test
    void theLastLineNeedsNoEnd() throws IOException {
        InputLines lines = lines("a\n\nbé");
        assertEquals("a", lines.next());
        assertEquals("", lines.next());
        assertEquals("bé", lines.next());
        assertNull(lines.next());
    }

    @Test
    void ofALineThatIsTooLongNothingIsKeptAndTheNextOneIsWhole() throws IOException {
        InputLines lines = lines("12345678\n1234\n12345");
        assertSame(InputLines.TOO_LONG, lines.next());
        assertEquals("1234", lines.next());
        assertSame(InputLines.TOO_LONG, lines.next());
        assertNull(lines.next());
    }
}
