package io.icmpscope.mcp.command;

import io.icmpscope.mcp.http.BearerToken;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the token of the server comes from: never the command line, which every user of the machine can read. */
final class TokenSource {

    /** The variable of the environment that holds it. */
    static final String VARIABLE = "ICMPSCOPE_TOKEN";

    private TokenSource() {}

    /**
     * Gets the token.
     *
     * @param file whose first line it is, or null
     * @param variable what the environment has, or null
     * @param err where to warn
     * @return the token, or null when none is given
     * @throws IllegalArgumentException when it cannot be had, or is not good enough; says why
     */
    static @Nullable BearerToken token(@Nullable Path file, @Nullable String variable, PrintWriter err) {
        if (file != null) {
            return token("the token in " + file, firstLine(file, err));
        }
        return variable == null ? null : token(VARIABLE, variable);
    }

    private static BearerToken token(String where, String secret) {
        try {
            return BearerToken.of(secret.strip());
        } catch (IllegalArgumentException unfit) {
            throw new IllegalArgumentException(where + " " + unfit.getMessage(), unfit);
        }
    }

    private static String firstLine(Path file, PrintWriter err) {
        try (var lines = Files.lines(file, StandardCharsets.US_ASCII)) {
            warn(file, err);
            return lines.findFirst().orElse("");
        } catch (IOException | RuntimeException unreadable) {
            throw new IllegalArgumentException(
                    "--token-file must be a file that this program may read, not " + file, unreadable);
        }
    }

    private static void warn(Path file, PrintWriter err) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(file);
            if (allowed.contains(PosixFilePermission.GROUP_READ) || allowed.contains(PosixFilePermission.OTHERS_READ)) {
                err.println("Other users may read the token in " + file + "; chmod 600 keeps it secret.");
            }
        }
    }
}
