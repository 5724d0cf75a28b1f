package io.icmpscope.mcp.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of UTF-8 of which none takes more memory than it may: of a longer one only the fact is told. For one thread. */
final class InputLines {

    private static final int CHUNK = 1 << 16; // bytes
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Whether a line can be read. */
    enum Flaw {
        NONE,
        TOO_LONG,
        NOT_UTF8
    }

    /**
     * A line.
     *
     * @param text what it says, without its end, or nothing where it has a flaw
     * @param flaw what keeps it from being read
     */
    record Line(String text, Flaw flaw) {}

    private final InputStream in;
    private final int most;
    private final byte[] chunk = new byte[CHUNK];
    private int at;
    private int end;
    private ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean tooLong;

    InputLines(InputStream in, int mostBytes) {
        this.in = in;
        this.most = mostBytes;
    }

    /** The next line, or null at the end of input. */
    @Nullable
    Line next() throws IOException {
        line = new ByteArrayOutputStream(); // anew, so that a long line does not stay in memory
        tooLong = false;
        if (at == end && !fill()) {
            return null;
        }
        do {
            int stop = endOfLine();
            keep(stop);
            if (stop < end) {
                at = stop + 1;
                return ended();
            }
            at = end;
        } while (fill());
        return ended();
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(chunk, 0, chunk.length));
        return end > 0;
    }

    private int endOfLine() {
        int stop = at;
        while (stop < end && chunk[stop] != '\n') {
            stop++;
        }
        return stop;
    }

    private void keep(int stop) {
        tooLong |= line.size() + (stop - at) > most;
        if (tooLong) {
            line.reset();
        } else {
            line.write(chunk, at, stop - at);
        }
    }

    private Line ended() {
        if (tooLong) {
            return new Line("", Flaw.TOO_LONG);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder() // which reports what new String() would quietly replace
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString();
            return new Line(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, Flaw.NONE);
        } catch (CharacterCodingException wrong) {
            return new Line("", Flaw.NOT_UTF8);
        }
    }
}
