package io.icmpscope.mcp.command;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.function.Function;

/**
 * Where a command reads and answers. Standard output belongs to answers alone; logs and messages go to standard error.
 *
 * @param in standard input
 * @param out standard output, buffered
 * @param err standard error
 * @param kinds tells what a stream leads to; asked only when it matters
 */
public record Console(
        InputStream in, OutputStream out, PrintWriter err, Function<StandardStream, StandardStream.Kind> kinds) {

    /**
     * Connects streams that nobody looks at.
     *
     * @param in standard input
     * @param out standard output, buffered
     * @param err standard error
     */
    public Console(InputStream in, OutputStream out, PrintWriter err) {
        this(in, out, err, stream -> StandardStream.Kind.OTHER);
    }

    boolean isTerminal(StandardStream stream) {
        return kinds.apply(stream) == StandardStream.Kind.TERMINAL;
    }

    boolean isPipe(StandardStream stream) {
        return kinds.apply(stream) == StandardStream.Kind.PIPE;
    }
}
