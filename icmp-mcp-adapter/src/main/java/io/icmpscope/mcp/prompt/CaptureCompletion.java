package io.icmpscope.mcp.prompt;

import io.icmpscope.mcp.access.CaptureAccess;
import io.icmpscope.mcp.words.CaptureText;
import io.modelcontextprotocol.spec.McpSchema.CompleteResult;
import io.modelcontextprotocol.spec.McpSchema.CompleteResult.CompleteCompletion;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/**
 * How the path of a capture may go on: the directories and captures that begin with what was typed, as far as clients may
 * open them. Whatever was typed is answered, by nothing where nothing fits, and in bounded time.
 */
final class CaptureCompletion {

    private static final int MOST_VALUES = 100; // by the protocol
    private static final int MOST_NAMES = 10_000; // read from a directory
    private static final int MOST_LOOKED_AT = 1_000; // whether they are captures
    private static final int LONGEST = 4_096; // characters of a path

    private final String typed;
    private final CaptureAccess access;
    private final String separator = FileSystems.getDefault().getSeparator();
    private final TreeSet<String> values = new TreeSet<>();
    private boolean incomplete;
    private int looked;

    private CaptureCompletion(String typed, CaptureAccess access) {
        this.typed = typed;
        this.access = access;
    }

    static CompleteResult of(String typed, CaptureAccess access) {
        CaptureCompletion completion = new CaptureCompletion(typed, access);
        completion.places();
        try {
            completion.entries();
        } catch (IOException | DirectoryIteratorException | InvalidPathException nothingThere) {
            completion.incomplete = true; // what was found until then is an answer
        }
        return completion.result();
    }

    /** Where a path may begin. */
    private void places() {
        Iterable<Path> starts =
                access.roots().isEmpty() ? FileSystems.getDefault().getRootDirectories() : access.roots();
        for (Path start : starts) {
            String place = asDirectory(start.toString());
            if (place.startsWith(typed) && !place.equals(typed)) {
                values.add(place);
            }
        }
    }

    private String asDirectory(String path) {
        return path.endsWith(separator) ? path : path + separator;
    }

    /** What is in the directory that was typed last. */
    private void entries() throws IOException {
        int end = typed.lastIndexOf(separator) + separator.length();
        if (end < separator.length() || typed.length() > LONGEST) {
            return;
        }
        String parent = typed.substring(0, end);
        Path directory = Path.of(parent);
        if (!directory.isAbsolute() || !access.allows(directory)) {
            return;
        }
        String start = typed.substring(end);
        int names = 0;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                if (++names > MOST_NAMES || looked == MOST_LOOKED_AT) {
                    incomplete = true;
                    return;
                }
                String name = entry.getFileName().toString();
                if (name.startsWith(start) && isOffered(name, start)) {
                    look(entry, parent + name);
                }
            }
        }
    }

    /** Hidden files are for those who ask for them; a name with something invisible in it is for nobody. */
    private static boolean isOffered(String name, String start) {
        return (start.startsWith(".") || !name.startsWith(".")) && CaptureText.isPlain(name);
    }

    /** Asks what it is before opening it, since opening a pipe waits for its other end. */
    private void look(Path entry, String path) {
        looked++;
        if (!access.allows(entry)) {
            return;
        }
        if (Files.isDirectory(entry)) {
            values.add(path + separator);
        } else if (Files.isRegularFile(entry) && CaptureStart.isCapture(entry)) {
            values.add(path);
        }
    }

    private CompleteResult result() {
        List<String> first = values.stream().limit(MOST_VALUES).toList();
        return new CompleteResult(new CompleteCompletion(
                first, incomplete ? null : (Integer) values.size(), incomplete || values.size() > first.size()));
    }
}
