package io.icmpscope.mcp.command;

import io.icmpscope.mcp.access.CaptureAccess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The file that a page is written to. It is whole or it is not there: what stood under its name stays until then. */
final class PageFile {

    private static final String BEGINNING = "<!doctype html";

    private final Path file;

    private PageFile(Path file) {
        this.file = file;
    }

    /**
     * Finds the place for a page, before anything is read.
     *
     * @param given the name, as given
     * @param captures the captures that are read
     * @return the place
     * @throws IllegalArgumentException with a sentence why there can be no page
     */
    static PageFile at(String given, List<String> captures) {
        Path file = path(given);
        if (file == null || given.isEmpty()) {
            throw refused(given, "is no name of a file");
        }
        if (Files.isDirectory(file)) {
            throw refused(given, "is a directory; name a file in it");
        }
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw refused(given, "is in a directory that does not exist; make it first");
        }
        if (captures.stream().anyMatch(capture -> isSame(file, capture))) {
            throw refused(given, "is a capture that is being read; name another file");
        }
        if (Files.isRegularFile(file) && !mayBeReplaced(file)) {
            throw refused(given, "exists and is no page; name another file, or remove it first");
        }
        return new PageFile(file);
    }

    /**
     * Writes the page.
     *
     * @param page a document in HTML
     * @throws IOException when it cannot be written; nothing is left of it then
     */
    void write(String page) throws IOException {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        if (Files.exists(file) && !Files.isRegularFile(file)) { // such as a device or a pipe
            Files.write(file, bytes);
            return;
        }
        Path target = Files.exists(file) ? file.toRealPath() : file;
        Path begun = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.write(begun, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(begun, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(begun);
            throw failure;
        }
    }

    private static @Nullable Path path(String given) {
        try {
            return Path.of(given);
        } catch (InvalidPathException none) {
            return null;
        }
    }

    private static boolean isSame(Path file, String capture) {
        Path read = CaptureAccess.isStandardInput(capture) ? null : path(capture);
        try {
            return read != null && Files.exists(read) && Files.exists(file) && Files.isSameFile(file, read);
        } catch (IOException unknown) {
            return false;
        }
    }

    /** A name left out before captures must not cost the first of them. */
    private static boolean mayBeReplaced(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String begin = new String(in.readNBytes(BEGINNING.length()), StandardCharsets.ISO_8859_1);
            return begin.isEmpty() || begin.toLowerCase(Locale.ROOT).equals(BEGINNING);
        } catch (IOException unknown) {
            return false;
        }
    }

    private static IllegalArgumentException refused(String given, String why) {
        return new IllegalArgumentException("--html " + given + " " + why);
    }
}
