package io.icmpscope.mcp.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Decides which captures may be opened. Every check of a place stands here. Thread-safe. */
public final class CaptureAccess {

    private final AccessRules rules;

    /**
     * Begins to decide.
     *
     * @param rules by what
     */
    public CaptureAccess(AccessRules rules) {
        this.rules = rules;
    }

    /**
     * Tells whether the standard input is meant.
     *
     * @param given what was typed in place of a path
     * @return whether it is the dash
     */
    public static boolean isStandardInput(String given) {
        return given.equals("-");
    }

    /**
     * Finds the file that a person named on the command line, who may open what the system lets them.
     *
     * @param given the path as typed
     * @return a regular file
     * @throws Refusal when it is none
     */
    public static Path commandLine(String given) throws Refusal {
        return regularFile(given, path(given));
    }

    /**
     * Finds the file that a client of the server names. The client's user may not be the server's, and a model may guess:
     * an absolute path is needed, and anything else is refused with what to do instead.
     *
     * @param given the argument as it came
     * @return a regular file
     * @throws Refusal when it is none
     */
    public Path file(String given) throws Refusal {
        NotAPath.refuse(given);
        Path path = path(given);
        if (!path.isAbsolute()) {
            throw Refusal.error(
                    ErrorCode.BAD_ARGUMENT,
                    given,
                    "the path is relative; pass an absolute path such as /home/me/ping.pcap"
                            + " (base64 content and uploads are not accepted either)");
        }
        return regularFile(given, path);
    }

    /**
     * Returns the directories below which clients may open files.
     *
     * @return none when they may open any file
     */
    public List<Path> roots() {
        return rules.roots();
    }

    /**
     * Tells whether a place lies where clients may open files, once its links are followed.
     *
     * @param place a path
     * @return whether it is absolute, and there are no roots or it exists below one of them
     */
    public boolean allows(Path place) {
        if (!place.isAbsolute() || rules.roots().isEmpty()) {
            return place.isAbsolute();
        }
        try {
            Path real = place.toRealPath();
            for (Path root : rules.roots()) {
                if (real.startsWith(root.toRealPath())) {
                    return true;
                }
            }
        } catch (IOException missing) {
            return false;
        }
        return false;
    }

    private static Path path(String given) throws Refusal {
        try {
            return Path.of(given);
        } catch (InvalidPathException notAPath) {
            throw Refusal.error(ErrorCode.BAD_ARGUMENT, given, "this is no path (" + notAPath.getReason() + ")");
        }
    }

    /** Asked before opening, since opening a pipe waits for its other end. */
    private static Path regularFile(String given, Path path) throws Refusal {
        if (Files.isRegularFile(path)) {
            return path;
        }
        if (Files.isDirectory(path)) {
            throw Refusal.error(ErrorCode.NOT_A_FILE, given, "it is a directory; name a capture file in it");
        }
        if (Files.exists(path)) {
            throw Refusal.error(
                    ErrorCode.NOT_A_FILE, given, "it is not a regular file; copy what it delivers to a file first");
        }
        throw Refusal.notFound(given);
    }
}
