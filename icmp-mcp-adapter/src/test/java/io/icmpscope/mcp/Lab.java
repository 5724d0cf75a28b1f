package io.icmpscope.mcp;

import java.nio.file.Path;

/** The captures of real programs that the library's tests have. */
public final class Lab {

    private static final Path CAPTURES = Path.of("..", "icmp-core", "src", "test", "resources", "lab");

    private Lab() {}

    /** Finds one by its file name. */
    public static Path capture(String name) {
        return CAPTURES.resolve(name);
    }
}
