package io.icmpscope.mcp.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What we wrote beforehand for others to read, kept in files beside the class that tells it. */
public final class StoredText {

    private StoredText() {}

    /**
     * Reads a text.
     *
     * @param teller the class beside which it lies
     * @param name the name of the file
     * @return its content, UTF-8
     */
    public static String of(Class<?> teller, String name) {
        return new String(bytes(teller, name), StandardCharsets.UTF_8);
    }

    /**
     * Reads a file.
     *
     * @param teller the class beside which it lies
     * @param name the name of the file
     * @return its content
     */
    public static byte[] bytes(Class<?> teller, String name) {
        try (InputStream file = teller.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing beside " + teller);
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
