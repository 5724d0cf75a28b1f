package io.icmpscope.mcp.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class WriteFailureTest {
    private final StringWriter err = new StringWriter();

    @Test
    void whoHasSeenEnoughIsToldNothing() {
        assertEquals(141, tell("Broken pipe", StandardStream.Kind.OTHER));
        assertEquals(141, tell("Tubería rota", StandardStream.Kind.PIPE));
        assertEquals("", err.toString());
    }

    @Test
    void aFullDiskIsSaid() {
        assertEquals(2, tell("No space left on device", StandardStream.Kind.OTHER));
        assertEquals(
                "The answer could not be written (No space left on device).",
                err.toString().strip());
    }

    private int tell(String message, StandardStream.Kind kind) {
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]),
                OutputStream.nullOutputStream(),
                new PrintWriter(err, true),
                stream -> kind);
        return WriteFailure.tell(new IOException(message), console);
    }
}
