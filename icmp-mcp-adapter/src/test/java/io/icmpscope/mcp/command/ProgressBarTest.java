package io.icmpscope.mcp.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.mcp.call.Progress;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private static final String ERASE = "\r\u001b[K";
    private static final Progress QUARTER = new Progress("Reading", 250_000_000, 1_000_000_000, 0);

    private final StringWriter terminal = new StringWriter();
    private long now;

    @Test
    void itSaysShareRateAndTheTimeLeft() {
        assertEquals("Reading  25 %  [#######-----------------------]  25.0 MB/s  00:30 left", drawn(80, QUARTER));
    }

    @Test
    void ofAStreamItSaysWhatWasReadAndForHowLong() {
        Progress stream = new Progress("Reading", 250_000_000, Progress.UNKNOWN, 0);
        assertEquals("Reading: 250.0 MB  25.0 MB/s  00:10", drawn(80, stream));
    }

    @Test
    void hoursAreToldAndWhatCannotBeEstimatedIsNot() {
        assertTrue(
                drawn(80, new Progress("Reading", 1_000_000, 1_000_000_000, 0)).endsWith("  2:46:30 left"));
        assertTrue(drawn(80, new Progress("Reading", 0, 1_000, 0)).endsWith("  ? left"));
        assertTrue(drawn(80, new Progress("Reading", 0, 0, 0)).startsWith("Reading 100 %  ["));
    }

    @Test
    void aFileThatGrowsMeanwhileIsNotMoreThanWhole() {
        String line = drawn(80, new Progress("Reading", 2_000, 1_000, 0));
        assertEquals("Reading 100 %  [##############################]  0.0 MB/s  00:00 left", line);
    }

    @Test
    void itNeverReachesTheLastColumn() {
        for (int width = 10; width < 120; width++) {
            String line = drawn(width, QUARTER);
            assertTrue(line.length() < width, width + ": " + line);
        }
        assertEquals("Reading  25 %  25.0 MB/s  00:30 left", drawn(40, QUARTER));
    }

    @Test
    void theLineIsGoneInTheEnd() {
        try (ProgressBar bar = bar(80)) {
            now = 10_000_000_000L;
            bar.at(QUARTER);
        }
        assertTrue(terminal.toString().endsWith(" left" + ERASE), terminal.toString());
    }

    @Test
    void whatWasNeverDrawnIsNotErased() {
        bar(80).close();
        assertEquals("", terminal.toString());
    }

    @Test
    void afterTheEndNothingIsDrawn() {
        ProgressBar bar = bar(80);
        bar.close();
        bar.at(QUARTER);
        assertEquals("", terminal.toString());
    }

    @Test
    void itIsOnlyForWhoLooks() {
        assertEquals("", told(stream -> StandardStream.Kind.PIPE, false));
        assertTrue(told(stream -> StandardStream.Kind.TERMINAL, false).contains("Reading"));
        assertEquals("", told(stream -> StandardStream.Kind.TERMINAL, true), "lines come there all the time");
        Function<StandardStream, StandardStream.Kind> onlyErrors =
                stream -> stream == StandardStream.ERROR ? StandardStream.Kind.TERMINAL : StandardStream.Kind.OTHER;
        assertTrue(told(onlyErrors, true).contains("Reading"));
    }

    @Test
    void theWidthIsThatOfTheEnvironmentIfItNamesOne() {
        assertEquals(120, ProgressBar.width("120"));
        assertEquals(80, ProgressBar.width(null));
        assertEquals(80, ProgressBar.width(""));
        assertEquals(80, ProgressBar.width("-1"));
        assertEquals(80, ProgressBar.width("9"));
        assertEquals(80, ProgressBar.width("99999999999"));
    }

    private static String told(Function<StandardStream, StandardStream.Kind> kinds, boolean beside) {
        StringWriter err = new StringWriter();
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]), OutputStream.nullOutputStream(), new PrintWriter(err), kinds);
        try (ProgressBar bar = beside ? ProgressBar.beside(console) : ProgressBar.on(console)) {
            bar.at(QUARTER);
        }
        return err.toString();
    }

    private ProgressBar bar(int width) {
        now = 0;
        return new ProgressBar(new PrintWriter(terminal), width, () -> now);
    }

    /** What it draws when ten seconds have passed. */
    private String drawn(int width, Progress progress) {
        terminal.getBuffer().setLength(0);
        ProgressBar bar = bar(width);
        now = 10_000_000_000L;
        bar.at(progress);
        String text = terminal.toString();
        assertTrue(text.startsWith(ERASE), text);
        return text.substring(ERASE.length());
    }
}
