package io.icmpscope.mcp;

import io.icmpscope.mcp.command.Commands;
import io.icmpscope.mcp.command.Console;
import io.icmpscope.mcp.command.StandardStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Starts what the command line asks for. */
public final class Main {
    private Main() {}

    /**
     * Connects the standard streams and runs.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        PrintStream err = System.err;
        System.setErr(new LogLines(err));
        System.setOut(System.err); // whatever a library prints, standard output carries answers only
        Console console = new Console(
                new FilterInputStream(StandardStream.INPUT.isClosed() ? InputStream.nullInputStream() : System.in) {
                    @Override
                    public void close() {
                        // Never: where it was closed before us, its number is another file's.
                    }
                },
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                new PrintWriter(err, true, StandardCharsets.UTF_8),
                StandardStream::kind);
        System.exit(Commands.run(console, args));
    }
}
