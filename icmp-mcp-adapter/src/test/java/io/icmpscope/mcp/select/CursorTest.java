package io.icmpscope.mcp.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CursorTest {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @TempDir
    private Path directory;

    @Test
    void itComesBackAsItWasGiven() {
        for (long number : List.of(1L, 4_711L, Long.MAX_VALUE)) {
            Cursor cursor = Cursor.behind(number, filter(8, null), -7);
            String text = cursor.text();
            assertTrue(text.matches("[A-Za-z0-9_-]{28}"), text);
            assertEquals(cursor, Cursor.of(text));
        }
    }

    @Test
    void aSingleWrongCharacterIsSeen() {
        String good = Cursor.behind(1_000_000, filter(8, "LOSS"), 99).text();
        for (int at = 0; at < good.length(); at++) {
            for (char other : LETTERS.toCharArray()) {
                String wrong = good.substring(0, at) + other + good.substring(at + 1);
                assertEquals(wrong.equals(good), Cursor.of(wrong) != null, wrong);
            }
        }
    }

    @Test
    void whatIsNoCursorIsNone() {
        String good = Cursor.behind(5, filter(8, null), 1).text();
        for (String wrong : List.of(
                "",
                "next",
                good + "=",
                good.substring(1),
                good + good,
                "é".repeat(28),
                "A".repeat(28),
                " ".repeat(28))) {
            assertNull(Cursor.of(wrong), wrong);
        }
        assertNull(Cursor.of(new Cursor(0, 1, 1).text()), "there is no message 0");
        assertNull(Cursor.of(new Cursor(-1, 1, 1).text()));
    }

    @Test
    void itIsOfItsFiltersAlone() {
        Cursor cursor = Cursor.of(Cursor.behind(5, filter(8, null), 1).text());
        assertNotNull(cursor);
        assertTrue(cursor.isOf(filter(8, null)));
        assertFalse(cursor.isOf(filter(0, null)));
        assertFalse(cursor.isOf(filter(8, "LOSS")));
    }

    @Test
    void aCaptureIsKnownAgainByWhatItHoldsNotByNameOrTime() throws IOException {
        byte[] bytes = new byte[20_000];
        Path one = Files.write(directory.resolve("one"), bytes);
        Path copy = Files.write(directory.resolve("copy"), bytes);
        Files.setLastModifiedTime(copy, FileTime.fromMillis(0));
        assertEquals(CaptureSum.of(one), CaptureSum.of(copy));
        assertNotEquals(CaptureSum.of(one), CaptureSum.of(Files.write(directory.resolve("longer"), new byte[20_001])));
        bytes[0] = 1;
        assertNotEquals(CaptureSum.of(one), CaptureSum.of(Files.write(copy, bytes)));
        bytes[0] = 0;
        bytes[19_999] = 1;
        assertNotEquals(CaptureSum.of(one), CaptureSum.of(Files.write(copy, bytes)));
        assertNotEquals(CaptureSum.of(one), CaptureSum.of(Files.write(copy, new byte[0])));
    }

    private static PacketFilter filter(int type, String finding) {
        TreeSet<Integer> types = new TreeSet<>(List.of(type));
        return new PacketFilter(
                types, new TreeSet<>(), null, null, null, null, null, 0, Long.MAX_VALUE, null, null, false, finding);
    }
}
