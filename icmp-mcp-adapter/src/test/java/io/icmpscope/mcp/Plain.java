package io.icmpscope.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What an output may hold that a stranger had a word in: visible characters only, and texts that are not long. */
public final class Plain {

    private static final int LONGEST = 201; // 200 characters and the sign that there were more

    private Plain() {}

    /** Checks lines of text, which end in line feeds. */
    public static void lines(String text) {
        text.lines().forEach(Plain::line);
        assertEquals(text.lines().count(), text.chars().filter(c -> c == '\n').count(), "lines that end otherwise");
    }

    /** Checks one line. */
    public static void line(String line) {
        line.codePoints()
                .forEach(point -> assertTrue(isPlain(point), () -> "U+" + Integer.toHexString(point) + " in " + line));
    }

    /** By Unicode Standard Annex 44, General_Category: C and Z but the space; and what its default is to ignore. */
    private static boolean isPlain(int point) {
        String category = "\\p{C}|[\\p{Z}&&[^ ]]|[\ufe00-\ufe0f\\x{e0100}-\\x{e01ef}]";
        return !Character.toString(point).matches(category);
    }

    /** Checks every text in a JSON value, names of members included. */
    public static void json(Object value) {
        each("", value, (path, text) -> {
            line(text);
            if (Hostile.WORDS.stream().anyMatch(text::contains)) {
                String shown = text.replaceAll("\\\\u\\{[0-9a-f]+\\}", "x");
                int length = shown.codePointCount(0, shown.length());
                assertTrue(length <= LONGEST, () -> path + " has " + length + " characters: " + text);
            }
        });
    }

    /** Goes through the texts of a JSON value, with the names that lead there. */
    public static void each(String path, Object value, BiConsumer<String, String> reader) {
        if (value instanceof Map<?, ?> object) {
            object.forEach((name, member) -> {
                reader.accept(path, (String) name);
                each(path + "." + name, member, reader);
            });
        } else if (value instanceof List<?> list) {
            list.forEach(entry -> each(path + "[]", entry, reader));
        } else if (value instanceof String text) {
            reader.accept(path, text);
        }
    }
}
