package io.icmpscope.mcp;

import io.icmpscope.mcp.words.CaptureText;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Standard error for logs: what libraries and we ourselves write there may repeat what a client sent, which must neither
 * steer a terminal nor look like another entry. Each entry is one line, and so is each of a stack trace.
 */
final class LogLines extends PrintStream {

    private static final int LONGEST = 8_192; // characters
    private static final String INDENT = "\t"; // in front of the lines of a stack trace

    LogLines(PrintStream err) {
        super(err, true, StandardCharsets.UTF_8);
    }

    @Override
    public void println(@Nullable String entry) {
        String line = String.valueOf(entry);
        String indent = line.startsWith(INDENT) ? INDENT : "";
        super.println(indent + CaptureText.of(line.substring(indent.length()), LONGEST));
    }

    @Override
    public void println(@Nullable Object entry) {
        println(String.valueOf(entry));
    }
}
