package io.icmpscope.mcp;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Large captures, written message by message, one a millisecond: pcap, Ethernet, headers by RFC 791 and 8200, checksums of
 * the messages by RFC 1071.
 */
public final class Generated implements Closeable {

    private static final int START = 1_700_000_000;
    private static final byte[] MACS = {2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1};
    private static final long LINK = 0xfe80L << 48;

    private final OutputStream out;
    private final ByteBuffer frame = ByteBuffer.allocate(2_048);
    private final ByteBuffer record = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    private long millis;

    /** Begins a file. */
    public Generated(Path file) throws IOException {
        out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
        ByteBuffer header = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        out.write(header.putInt(0xa1b2c3d4)
                .putInt(0x00040002)
                .putLong(0)
                .putInt(65_535)
                .putInt(1)
                .array());
    }

    /** Adds a message of ICMP. */
    public void v4(int source, int destination, byte[] message) throws IOException {
        frame.clear().put(MACS).putShort((short) 0x0800);
        ip4(frame, source, destination, 1, message.length);
        add(message, sum(message, 0));
    }

    /** Adds a message of ICMPv6, from and to fe80:: addresses; 0 is the unspecified one, and -1 all nodes. */
    public void v6(long source, long destination, byte[] message) throws IOException {
        frame.clear().put(MACS).putShort((short) 0x86dd).putInt(0x6000_0000).putShort((short) message.length);
        frame.put((byte) 58).put((byte) 255);
        int from = frame.position();
        address(source);
        address(destination);
        long pseudo = message.length + 58;
        for (int at = from; at < frame.position(); at += 2) {
            pseudo += frame.getShort(at) & 0xFFFF;
        }
        add(message, sum(message, pseudo));
    }

    private void address(long node) {
        if (node == 0) {
            frame.putLong(0).putLong(0);
        } else if (node == -1) {
            frame.putLong(0xff02L << 48).putLong(1);
        } else {
            frame.putLong(LINK).putLong(node);
        }
    }

    /** An echo request or reply, type 8, 0, 128 or 129. */
    public static byte[] echo(int type, int id, int sequence) {
        return ByteBuffer.allocate(8)
                .putInt(type << 24)
                .putShort((short) id)
                .putShort((short) sequence)
                .array();
    }

    /** A Destination Unreachable about a datagram of UDP. */
    public static byte[] unreachable(int code, int source, int destination, int port) {
        ByteBuffer message =
                ByteBuffer.allocate(36).putInt(3 << 24 | code << 16).putInt(0);
        ip4(message, source, destination, 17, 8);
        return message.putShort((short) 40_000)
                .putShort((short) port)
                .putInt(8 << 16)
                .array();
    }

    /** A router advertisement with a prefix, RFC 4861 sections 4.2 and 4.6.2. */
    public static byte[] routerAdvertisement(int subnet) {
        ByteBuffer message =
                ByteBuffer.allocate(48).putInt(134 << 24).putInt(0x4000_0708).putLong(0);
        message.put((byte) 3)
                .put((byte) 4)
                .put((byte) 64)
                .put((byte) 0xc0)
                .putInt(86_400)
                .putInt(14_400)
                .putInt(0);
        return message.putLong(0x20010db8L << 32 | subnet).array();
    }

    /** A neighbour solicitation or advertisement, type 135 or 136, about a fe80:: address. */
    public static byte[] neighbor(int type, long target) {
        return ByteBuffer.allocate(24)
                .putInt(type << 24)
                .putInt(type == 136 ? 0x2000_0000 : 0)
                .putLong(LINK)
                .putLong(target)
                .array();
    }

    private static void ip4(ByteBuffer to, int source, int destination, int protocol, int length) {
        int at = to.position();
        to.putInt(0x4500 << 16 | (20 + length))
                .putInt(1 << 16)
                .put((byte) 64)
                .put((byte) protocol)
                .putShort((short) 0);
        to.putInt(source).putInt(destination);
        byte[] header = new byte[20];
        to.get(at, header);
        to.putShort(at + 10, sum(header, 0));
    }

    private void add(byte[] message, short checksum) throws IOException {
        int at = frame.position();
        frame.put(message).putShort(at + 2, checksum);
        int length = frame.position();
        record.clear().putInt(START + (int) (millis / 1_000)).putInt((int) (millis % 1_000) * 1_000);
        out.write(record.putInt(length).putInt(length).array());
        out.write(frame.array(), 0, length);
        millis++;
    }

    private static short sum(byte[] bytes, long before) {
        long sum = before;
        ByteBuffer words = ByteBuffer.wrap(bytes);
        while (words.hasRemaining()) {
            sum += words.getShort() & 0xFFFF;
        }
        while (sum > 0xFFFF) {
            sum = (sum >>> 16) + (sum & 0xFFFF);
        }
        return (short) ~sum;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
