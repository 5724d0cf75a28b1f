package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Checksum;
import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The captured bytes of one ICMP message, and the problems that its reader finds in them. Offsets are from the first byte
 * of the message; whoever reads has asked {@link #has} before.
 */
public final class MessageBytes {

    private final ByteBuffer bytes;
    private final int frameStart;
    private final int at;
    private final int end;
    private final int declaredLength;
    private final List<Problem> problems = new ArrayList<>();

    /**
     * Bounds a message that was captured whole.
     *
     * @param bytes where it lies, big-endian
     * @param frameStart the first byte of its frame, from which problems count
     * @param at the first byte of the message
     * @param end one past its last captured byte
     */
    public MessageBytes(ByteBuffer bytes, int frameStart, int at, int end) {
        this(bytes, frameStart, at, end, end);
    }

    /**
     * Bounds a message.
     *
     * @param bytes where it lies, big-endian
     * @param frameStart the first byte of its frame, from which problems count
     * @param at the first byte of the message
     * @param end one past its last captured byte
     * @param declaredEnd one past its last byte as the headers before it say
     */
    public MessageBytes(ByteBuffer bytes, int frameStart, int at, int end, long declaredEnd) {
        this.bytes = bytes;
        this.frameStart = frameStart;
        this.at = at;
        this.end = end;
        this.declaredLength = (int) Math.min(Integer.MAX_VALUE, Math.max(end, declaredEnd) - at);
    }

    /** How many bytes of the message were captured. */
    int length() {
        return end - at;
    }

    /** How many bytes the message has as the headers before it say, captured or not. */
    int declaredLength() {
        return declaredLength;
    }

    /** Whether these bytes were captured. */
    boolean has(int offset, int count) {
        return offset >= 0 && count <= length() - offset;
    }

    /** What lies behind the header that all messages have, as its length. */
    int bodyLength() {
        return Math.max(0, length() - Icmp.HEADER);
    }

    int u8(int offset) {
        return bytes.get(at + offset) & 0xFF;
    }

    int u16(int offset) {
        return bytes.getShort(at + offset) & 0xFFFF;
    }

    int i32(int offset) {
        return bytes.getInt(at + offset);
    }

    long u32(int offset) {
        return bytes.getInt(at + offset) & 0xFFFF_FFFFL;
    }

    long i64(int offset) {
        return bytes.getLong(at + offset);
    }

    IpAddress ipv4(int offset) {
        return IpAddress.v4(i32(offset));
    }

    IpAddress ipv6(int offset) {
        return IpAddress.v6(i64(offset), i64(offset + 8));
    }

    /** The ones' complement sum of bytes; 0xFFFF when it covers a checksum that holds. */
    int sum(int offset, int endOffset) {
        return Checksum.fold(Checksum.sum(bytes, at + offset, at + endOffset));
    }

    /** Text in UTF-8; what is none is replaced. */
    String utf8(int offset, int count) {
        byte[] text = new byte[count];
        bytes.get(at + offset, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** Notes that something needs more bytes than there are. */
    void tooShort(String layer, int offset, long needed) {
        problem(layer, offset, needed, length() - offset, "its captured bytes end too early");
    }

    void problem(String layer, int offset, long needed, long had, String message) {
        problems.add(new Problem(layer, at - frameStart + offset, needed, had, message));
    }

    /**
     * Returns what was found wrong so far.
     *
     * @return problems in the order they were found
     */
    public List<Problem> problems() {
        return problems;
    }
}
