package io.icmpscope.mcp.select;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Where a list goes on, as a text that a client hands back: it holds all there is to know, so the server remembers nothing.
 * What a client makes of it can do no harm: at worst the list goes on elsewhere.
 *
 * @param packetNumber the last message of the list so far, 1 or more
 * @param filters a sum of the filters that the list has
 * @param capture a sum of the capture that it is of
 */
public record Cursor(long packetNumber, int filters, int capture) {

    private static final byte VERSION = 1;
    private static final int SUMMED = 1 + Long.BYTES + 2 * Integer.BYTES;
    private static final int BYTES = SUMMED + Integer.BYTES;
    private static final int CHARACTERS = BYTES * 4 / 3;

    /**
     * Gives the cursor behind a message.
     *
     * @param packetNumber the last message of the list so far
     * @param filter the filters of the list
     * @param capture the capture that it is of
     * @return the cursor
     */
    public static Cursor behind(long packetNumber, PacketFilter filter, int capture) {
        return new Cursor(packetNumber, sum(filter.toString().getBytes(StandardCharsets.UTF_8)), capture);
    }

    /**
     * Reads a cursor.
     *
     * @param text as a client hands it back
     * @return the cursor, or null when it is none of ours
     */
    public static @Nullable Cursor of(String text) {
        if (text.length() != CHARACTERS) {
            return null;
        }
        ByteBuffer bytes;
        try {
            bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
        boolean ours = bytes.capacity() == BYTES
                && bytes.get(0) == VERSION
                && bytes.getLong(1) > 0
                && bytes.getInt(SUMMED) == sum(ByteBuffer.wrap(bytes.array(), 0, SUMMED));
        return ours ? new Cursor(bytes.getLong(1), bytes.getInt(1 + Long.BYTES), bytes.getInt(SUMMED - 4)) : null;
    }

    /**
     * Says whether the list that goes on here has the same filters.
     *
     * @param filter the filters of the call
     * @return whether it has
     */
    public boolean isOf(PacketFilter filter) {
        return filters == behind(packetNumber, filter, capture).filters;
    }

    /**
     * Gives the text of the cursor.
     *
     * @return letters, digits, {@code -} and {@code _}
     */
    public String text() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        bytes.put(VERSION).putLong(packetNumber).putInt(filters).putInt(capture);
        bytes.putInt(sum(ByteBuffer.wrap(bytes.array(), 0, SUMMED)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static int sum(byte[] bytes) {
        return sum(ByteBuffer.wrap(bytes));
    }

    private static int sum(ByteBuffer bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
