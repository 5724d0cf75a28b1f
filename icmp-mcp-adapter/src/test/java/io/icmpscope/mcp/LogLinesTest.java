package io.icmpscope.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogLinesTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final LogLines log = new LogLines(new PrintStream(written, true, StandardCharsets.UTF_8));

    @Test
    void anEntryIsOneLineWithoutControlCharacters() {
        log.println("Argument not found: \u001b[2J\u202e\n2026-11-26 ERROR forged Küche");
        assertEquals(
                "Argument not found: \\u{1b}[2J\\u{202e}\\u{a}2026-11-26 ERROR forged Küche\n"
                        .replace("\n", System.lineSeparator()),
                written.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aStackTraceKeepsItsLines() {
        new IllegalStateException("first\nsecond\u001b", new RuntimeException("cause\r")).printStackTrace(log);
        List<String> lines = written.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals("java.lang.IllegalStateException: first\\u{a}second\\u{1b}", lines.get(0));
        assertTrue(lines.get(1).startsWith("\tat io.icmpscope.mcp.LogLinesTest"), lines::toString);
        assertTrue(lines.contains("Caused by: java.lang.RuntimeException: cause\\u{d}"), lines::toString);
    }

    @Test
    void anEntryIsCut() {
        log.println("x".repeat(1 << 20));
        assertTrue(written.size() < 10_000, "size " + written.size());
    }
}
