package io.icmpscope.handmade;

import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.number;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;

/** A pcap file, number by number as draft-ietf-opsawg-pcap shows it. */
public final class Pcap {

    private final ByteOrder order;
    private final ByteArrayOutputStream records = new ByteArrayOutputStream();
    private long magic = 0xA1B2C3D4L;
    private int major = 2;
    private int minor = 4;
    private long snaplen = 262_144;
    private long network = 1;

    private Pcap(ByteOrder order) {
        this.order = order;
    }

    public static Pcap in(ByteOrder order) {
        return new Pcap(order);
    }

    public static Pcap bigEndian() {
        return in(ByteOrder.BIG_ENDIAN);
    }

    public static Pcap littleEndian() {
        return in(ByteOrder.LITTLE_ENDIAN);
    }

    public Pcap nanoseconds() {
        magic = 0xA1B23C4DL;
        return this;
    }

    public Pcap version(int majorVersion, int minorVersion) {
        major = majorVersion;
        minor = minorVersion;
        return this;
    }

    public Pcap snaplen(long bytes) {
        snaplen = bytes;
        return this;
    }

    /** The link type, with whatever the upper bits of its word are to say. */
    public Pcap network(long word) {
        network = word;
        return this;
    }

    /** A record that tells the truth about its frame. */
    public Pcap record(long seconds, long fraction, byte[] frame) {
        return record(seconds, fraction, frame.length, frame.length, frame);
    }

    /** A record that says what it is told to. */
    public Pcap record(long seconds, long fraction, long captured, long original, byte[] frame) {
        records.writeBytes(join(n4(seconds), n4(fraction), n4(captured), n4(original), frame));
        return this;
    }

    public Pcap raw(byte[] bytes) {
        records.writeBytes(bytes);
        return this;
    }

    /** Where the next record will begin. */
    public int offset() {
        return 24 + records.size();
    }

    public byte[] bytes() {
        byte[] version = join(number(order, 2, major), number(order, 2, minor));
        return join(n4(magic), version, n4(0), n4(0), n4(snaplen), n4(network), records.toByteArray());
    }

    private byte[] n4(long value) {
        return number(order, 4, value);
    }
}
