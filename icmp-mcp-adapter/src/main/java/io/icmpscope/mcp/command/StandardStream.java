package io.icmpscope.mcp.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A stream that this process was given, and what is at its other end.
 *
 * <p>{@link System#console()} does not know: it looks at standard input and output together, and from JDK 22 on it exists
 * always. Thread-safe.
 */
public enum StandardStream {
    /** What is asked. */
    INPUT(0),
    /** The answers. */
    OUTPUT(1),
    /** Messages for people. */
    ERROR(2);

    /** What a stream leads to. */
    public enum Kind {
        /** Somebody looks at it. */
        TERMINAL,
        /** Another program reads it, or none any more. */
        PIPE,
        /** A file, or something unknown. */
        OTHER
    }

    private final int descriptor;

    StandardStream(int descriptor) {
        this.descriptor = descriptor;
    }

    /**
     * Finds out what the stream leads to.
     *
     * @return {@link Kind#OTHER} in doubt
     */
    public Kind kind() {
        try {
            return kindOf(Files.readSymbolicLink(Path.of("/proc/self/fd", Integer.toString(descriptor)))
                    .toString());
        } catch (IOException notLinux) {
            return isTerminalByTest() ? Kind.TERMINAL : Kind.OTHER;
        }
    }

    /**
     * Tells whether the stream was closed before this process began, on systems that tell: its number then belongs to the
     * first file that the JVM opened for itself.
     *
     * @return whether what is read there is a file of the JVM's own
     */
    public boolean isClosed() {
        try {
            return Path.of("/proc/self/fd", Integer.toString(descriptor))
                    .toRealPath()
                    .startsWith(Path.of(System.getProperty("java.home")).toRealPath());
        } catch (IOException notLinux) {
            return false;
        }
    }

    /** As Linux names what a descriptor is open on. */
    static Kind kindOf(String link) {
        if (link.startsWith("/dev/pts/") || link.startsWith("/dev/tty") || link.equals("/dev/console")) {
            return Kind.TERMINAL;
        }
        return link.startsWith("pipe:") || link.startsWith("socket:") ? Kind.PIPE : Kind.OTHER;
    }

    /** Asks the command test, which other Unix systems have too. */
    boolean isTerminalByTest() {
        try {
            return new ProcessBuilder("test", "-t", Integer.toString(descriptor))
                            .inheritIO()
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
