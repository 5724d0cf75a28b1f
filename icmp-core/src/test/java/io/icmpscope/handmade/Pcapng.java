package io.icmpscope.handmade;

import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.number;
import static io.icmpscope.handmade.Bytes.zeros;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;

/** A pcapng file, block by block as draft-ietf-opsawg-pcapng shows it. */
public final class Pcapng {

    private final ByteArrayOutputStream blocks = new ByteArrayOutputStream();
    private ByteOrder order;

    private Pcapng(ByteOrder order) {
        this.order = order;
    }

    /** A file without a block. */
    public static Pcapng in(ByteOrder order) {
        return new Pcapng(order);
    }

    /** A file with the header of a big-endian section. */
    public static Pcapng bigEndian() {
        return in(ByteOrder.BIG_ENDIAN).section();
    }

    /** A file with the header of a little-endian section. */
    public static Pcapng littleEndian() {
        return in(ByteOrder.LITTLE_ENDIAN).section();
    }

    /** Writes on in another byte order. */
    public Pcapng order(ByteOrder next) {
        order = next;
        return this;
    }

    public Pcapng section(byte[]... options) {
        return section(1, 0, -1, options);
    }

    public Pcapng section(int major, int minor, long length, byte[]... options) {
        return block(0x0A0D0D0A, n4(0x1A2B3C4D), n2(major), n2(minor), number(order, 8, length), join(options));
    }

    public Pcapng iface(int linkType, long snaplen, byte[]... options) {
        return block(1, n2(linkType), n2(0), n4(snaplen), join(options));
    }

    /** An enhanced packet block that tells the truth about its frame. */
    public Pcapng packet(long iface, long ticks, byte[] frame) {
        return packet(iface, ticks, frame.length, frame.length, frame);
    }

    public Pcapng packet(long iface, long ticks, long captured, long original, byte[] frame, byte[]... options) {
        return block(
                6, n4(iface), n4(ticks >>> 32), n4(ticks), n4(captured), n4(original), padded(frame), join(options));
    }

    /** A simple packet block. */
    public Pcapng simple(long original, byte[] data) {
        return block(3, n4(original), padded(data));
    }

    /** The packet block of old, with a 16-bit interface number and a count of drops. */
    public Pcapng obsolete(int iface, long ticks, byte[] frame) {
        byte[] lengths = join(n4(frame.length), n4(frame.length));
        return block(2, n2(iface), n2(0xFFFF), n4(ticks >>> 32), n4(ticks), lengths, padded(frame));
    }

    /** Interface statistics: the interface, a time, options. */
    public Pcapng statistics(long iface, byte[]... options) {
        return block(5, n4(iface), n4(0), n4(0), join(options));
    }

    public Pcapng block(int type, byte[]... body) {
        byte[] whole = join(body);
        return block(type, whole.length + 12L, whole.length + 12L, whole);
    }

    /** A block that says what it is told to. */
    public Pcapng block(int type, long length, long lengthAgain, byte[] body) {
        return raw(join(n4(type), n4(length), body, n4(lengthAgain)));
    }

    public Pcapng raw(byte[] bytes) {
        blocks.writeBytes(bytes);
        return this;
    }

    public byte[] option(int code, byte[] value) {
        return join(n2(code), n2(value.length), padded(value));
    }

    /** The option if_tsresol. */
    public byte[] resolution(int value) {
        return option(9, new byte[] {(byte) value});
    }

    /** The option if_tsoffset. */
    public byte[] timeOffset(long seconds) {
        return option(14, number(order, 8, seconds));
    }

    public byte[] n2(int value) {
        return number(order, 2, value);
    }

    public byte[] n4(long value) {
        return number(order, 4, value);
    }

    /** Where the next block will begin. */
    public int offset() {
        return blocks.size();
    }

    public byte[] bytes() {
        return blocks.toByteArray();
    }

    private static byte[] padded(byte[] value) {
        return join(value, zeros(-value.length & 3));
    }
}
