package io.icmpscope.mcp.command;

import io.icmpscope.mcp.access.CaptureAccess;
import io.icmpscope.mcp.call.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** How many bytes there are to read. */
final class StoredSize {

    private StoredSize() {}

    /** Of captures together; unknown as soon as one of them is standard input. */
    static long of(List<String> captures) {
        return captures.stream().anyMatch(CaptureAccess::isStandardInput)
                ? Progress.UNKNOWN
                : captures.stream().mapToLong(StoredSize::of).sum();
    }

    /** Of one capture: none where there is no file, as nothing will be read then. */
    static long of(String capture) {
        try {
            Path file = Path.of(capture);
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException | InvalidPathException unreadable) {
            return 0;
        }
    }
}
