package io.icmpscope.mcp.unpack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class XxHash64Test {
    @Test
    void knownTextsHaveTheirKnownSums() {
        assertEquals(0xEF46DB3751D8E999L, sum("", 1));
        assertEquals(0xD24EC4F1A98C6E5BL, sum("a", 1));
        assertEquals(0x44BC2CF5AD770999L, sum("abc", 3));
        assertEquals(0xFBCEA83C8A378BF1L, sum("Nobody inspects the spammish repetition", 64));
    }

    @Test
    void howTheBytesAreHandedOverMakesNoDifference() {
        String text = "0123456789".repeat(20);
        long whole = sum(text, text.length());
        for (int step = 1; step < 70; step++) {
            assertEquals(whole, sum(text, step), "in steps of " + step);
        }
    }

    private static long sum(String text, int step) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        XxHash64 hash = new XxHash64();
        for (int at = 0; at < bytes.length; at += step) {
            hash.update(bytes, at, Math.min(step, bytes.length - at));
        }
        return hash.value();
    }
}
