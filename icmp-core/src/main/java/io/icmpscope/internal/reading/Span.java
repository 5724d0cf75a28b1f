package io.icmpscope.internal.reading;

import io.icmpscope.message.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * Some of the bytes of a message that may end anywhere, such as a quoted datagram. What was not captured, or lies beyond
 * them, is read as null. Offsets are from their first byte.
 *
 * @param in the message
 * @param at the first byte, from the start of the message
 * @param end one past the last
 */
record Span(MessageBytes in, int at, int end) {

    Span {
        end = Math.max(at, Math.min(end, in.length()));
    }

    int length() {
        return end - at;
    }

    boolean has(int offset, int count) {
        return offset >= 0 && count <= length() - offset;
    }

    /** What is left from an offset on, which may lie beyond the end. */
    Span from(int offset) {
        return new Span(in, Math.min(end, at + offset), end);
    }

    @Nullable
    Integer u8(int offset) {
        return has(offset, 1) ? in.u8(at + offset) : null;
    }

    @Nullable
    Integer u16(int offset) {
        return has(offset, 2) ? in.u16(at + offset) : null;
    }

    @Nullable
    Long u32(int offset) {
        return has(offset, 4) ? in.u32(at + offset) : null;
    }

    @Nullable
    IpAddress ipv4(int offset) {
        return has(offset, 4) ? in.ipv4(at + offset) : null;
    }

    @Nullable
    IpAddress ipv6(int offset) {
        return has(offset, 16) ? in.ipv6(at + offset) : null;
    }

    /** Text that ends at the first zero byte, or with the bytes; or null when they are not all there. */
    @Nullable
    String text(int offset, int count) {
        if (!has(offset, count)) {
            return null;
        }
        int length = 0;
        while (length < count && in.u8(at + offset + length) != 0) {
            length++;
        }
        return in.utf8(at + offset, length);
    }

    void problem(String layer, int offset, long needed, String message) {
        in.problem(layer, at + offset, needed, length() - offset, message);
    }
}
