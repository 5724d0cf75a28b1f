package io.icmpscope.mcp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.icmpscope.mcp.server.InputLines.Flaw;
import io.icmpscope.mcp.server.InputLines.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class InputLinesTest {
    private static final Line TOO_LONG = new Line("", Flaw.TOO_LONG);

    private static InputLines lines(String text) {
        return new InputLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 4);
    }

    private static Line line(String text) {
        return new Line(text, Flaw.NONE);
    }

    @Test
    void theLastLineNeedsNoEnd() throws IOException {
        InputLines lines = lines("a\n\nbé");
        assertEquals(line("a"), lines.next());
        assertEquals(line(""), lines.next());
        assertEquals(line("bé"), lines.next());
        assertNull(lines.next());
    }

    @Test
    void ofALineThatIsTooLongNothingIsKeptAndTheNextOneIsWhole() throws IOException {
        InputLines lines = lines("12345678\n1234\n12345");
        assertEquals(TOO_LONG, lines.next());
        assertEquals(line("1234"), lines.next());
        assertEquals(TOO_LONG, lines.next());
        assertNull(lines.next());
    }

    @Test
    void linesAreWholeHoweverTheyArriveInPieces() throws IOException {
        String one = "x".repeat(70_000);
        String two = "y".repeat(65_535);
        byte[] text = (one + "\n" + two + "\n\nz").getBytes(StandardCharsets.US_ASCII);
        InputLines lines = new InputLines(
                new ByteArrayInputStream(text) {
                    @Override
                    public int read(byte[] bytes, int at, int most) {
                        return super.read(bytes, at, Math.min(most, 7));
                    }
                },
                100_000);
        for (String expected : new String[] {one, two, "", "z"}) {
            assertEquals(line(expected), lines.next());
        }
        assertNull(lines.next());
    }

    @Test
    void bytesThatAreNoUtf8AreToldAndNotReplaced() throws IOException {
        byte[] text = {'a', (byte) 0xC3, '\n', (byte) 0xC3, (byte) 0xA9, '\n', (byte) 0xED, (byte) 0xA0, (byte) 0x80};
        InputLines lines = new InputLines(new ByteArrayInputStream(text), 4);
        assertEquals(new Line("", Flaw.NOT_UTF8), lines.next());
        assertEquals(line("é"), lines.next());
        assertEquals(new Line("", Flaw.NOT_UTF8), lines.next(), "half of a surrogate pair");
        assertNull(lines.next());
    }

    @Test
    void aByteOrderMarkIsPassedOver() throws IOException {
        assertEquals(line("a"), lines("\uFEFFa\n").next());
    }
}
