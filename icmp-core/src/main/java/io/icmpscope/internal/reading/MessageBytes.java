package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Checksum;
import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The captured bytes of one ICMP message, and the problems that its reader finds in them. Offsets are from the first byte
 * of the message; whoever reads has asked {@link #has} before.
 */
public final class MessageBytes {

    private static final int MAX_OPAQUE = 32; // bytes of what has no meaning to us
    private static final int MAX_TEXT = 255; // bytes, as long as a domain name
    private static final int MAX_PROBLEMS = 32; // of one message

    private final ByteBuffer bytes;
    private final int frameStart;
    private final int at;
    private final int end;
    private final int declaredLength;
    private final @Nullable Carrier carrier;
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
        this(bytes, frameStart, at, end, end, null);
    }

    /**
     * Bounds a message.
     *
     * @param bytes where it lies, big-endian
     * @param frameStart the first byte of its frame, from which problems count
     * @param at the first byte of the message
     * @param end one past its last captured byte
     * @param declaredEnd one past its last byte as the headers before it say
     * @param carrier the IPv6 packet that carries it, or null when it is not known or not IPv6
     */
    public MessageBytes(
            ByteBuffer bytes, int frameStart, int at, int end, long declaredEnd, @Nullable Carrier carrier) {
        this.bytes = bytes;
        this.frameStart = frameStart;
        this.at = at;
        this.end = end;
        this.declaredLength = (int) Math.min(Integer.MAX_VALUE, Math.max(end, declaredEnd) - at);
        this.carrier = carrier;
    }

    /** How many bytes of the message were captured. */
    int length() {
        return end - at;
    }

    /** How many bytes the message has as the headers before it say, captured or not. */
    int declaredLength() {
        return declaredLength;
    }

    /** The packet around the message, or null when it is not known or not IPv6. */
    @Nullable
    Carrier carrier() {
        return carrier;
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

    long u48(int offset) {
        return (long) u16(offset) << 32 | u32(offset + 2);
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

    /** Bytes without a meaning to us as hexadecimal digits, at most the first 32. The caller has asked for all. */
    String hex(int offset, int count) {
        return HexFormat.of().formatHex(copy(offset, Math.min(count, MAX_OPAQUE)));
    }

    /** The octets of a link-layer address, at most 32, as it is usually written. */
    String octets(int offset, int count) {
        return HexFormat.ofDelimiter(":").formatHex(copy(offset, Math.min(count, MAX_OPAQUE)));
    }

    /** A sender's text up to a zero byte, at most 255 characters, as it came. */
    String text(int offset, int count) {
        int length = 0;
        while (length < Math.min(count, MAX_TEXT) && u8(offset + length) != 0) {
            length++;
        }
        return utf8(offset, length);
    }

    /** A sender's text, as it came, whose length the caller has bounded. */
    String utf8(int offset, int count) {
        return new String(copy(offset, count), StandardCharsets.UTF_8);
    }

    /** The same bytes up to an offset, with problems of their own that nobody asks for. */
    MessageBytes upTo(int limit) {
        return new MessageBytes(bytes, frameStart, at, at + limit);
    }

    private byte[] copy(int offset, int count) {
        byte[] copy = new byte[Math.max(0, count)];
        bytes.get(at + offset, copy);
        return copy;
    }

    /** An address of which only so many bytes were sent, at most 16 of them; the others are zero. */
    IpAddress ipv6(int offset, int count) {
        ByteBuffer address = ByteBuffer.allocate(Long.BYTES * 2);
        address.put(copy(offset, Math.min(count, address.capacity())));
        return IpAddress.v6(address.getLong(0), address.getLong(Long.BYTES));
    }

    /** Addresses one behind the other, as many as fit between two offsets. */
    List<IpAddress> ipv6List(int offset, int listEnd) {
        List<IpAddress> addresses = new ArrayList<>();
        for (int next = offset; next + Long.BYTES * 2 <= listEnd; next += Long.BYTES * 2) {
            addresses.add(ipv6(next));
        }
        return addresses;
    }

    /** Notes that something needs more bytes than there are. */
    void tooShort(String layer, int offset, long needed) {
        boolean cut = offset + needed <= declaredLength;
        String message = cut ? "its captured bytes end too early" : "it ends too early";
        problem(layer, offset, needed, length() - offset, message);
    }

    /** Notes what breaks a rule although it has the bytes it needs. */
    void violation(String layer, int offset, String message) {
        problem(layer, offset, 0, 0, message);
    }

    /** Notes a problem; of a message made of problems the first ones do. */
    void problem(String layer, int offset, long needed, long had, String message) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(new Problem(layer, at - frameStart + offset, needed, had, message));
        }
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
