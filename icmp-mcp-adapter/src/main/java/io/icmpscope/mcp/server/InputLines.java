package io.icmpscope.mcp.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of UTF-8 of which none takes more memory than it may: of a longer one only the fact is told. For one thread. */
final class InputLines {

    /** Stands for a line that was longer than allowed, and is no line that can be read: it holds a line feed. */
    static final String TOO_LONG = "\n";

    private final InputStream in;
    private final int most;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    InputLines(InputStream in, int mostBytes) {
        this.in = in instanceof BufferedInputStream ? in : new BufferedInputStream(in);
        this.most = mostBytes;
    }

    /** The next line without its end, {@link #TOO_LONG}, or null at the end of input. */
    @Nullable
    String next() throws IOException {
        line.reset();
        boolean tooLong = false;
        int one = in.read();
        if (one < 0) {
            return null;
        }
        for (; one >= 0 && one != '\n'; one = in.read()) {
            tooLong |= line.size() >= most;
            if (!tooLong) {
                line.write(one);
            }
        }
        return tooLong ? TOO_LONG : line.toString(StandardCharsets.UTF_8);
    }
}
