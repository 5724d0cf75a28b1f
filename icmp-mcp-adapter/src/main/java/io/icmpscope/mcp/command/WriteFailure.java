package io.icmpscope.mcp.command;

import io.icmpscope.mcp.access.Refusal;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens when an answer cannot be written: nobody reads it any more, or the disk is full. */
final class WriteFailure {

    private static final Logger LOG = LoggerFactory.getLogger(WriteFailure.class);

    private WriteFailure() {}

    /** Says so, unless whoever read has seen enough. Returns the exit status. */
    static int tell(Exception failure, Console console) {
        LOG.debug("writing failed", failure);
        if (isBrokenPipe(failure, console)) {
            return ExitStatus.NOBODY_READS;
        }
        console.err().println("The answer could not be written (" + failure.getMessage() + ").");
        return ExitStatus.NOT_READ;
    }

    /** What a system says of a file that it does not let be written; of some failures the file's name is all it says. */
    static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        return Objects.requireNonNullElse(Refusal.reason(failure), "the system says not why");
    }

    /** Systems say it in their user's language, but a pipe has no other way to fail. */
    private static boolean isBrokenPipe(Exception failure, Console console) {
        String message = failure.getMessage();
        return console.isPipe(StandardStream.OUTPUT)
                || (message != null && message.toLowerCase(Locale.ROOT).contains("pipe"));
    }
}
