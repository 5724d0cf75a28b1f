package io.icmpscope.handmade;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.number;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Echo requests and replies as raw IP packets, from the pictures in RFC 791, 792, 4443 and 8200. */
public final class Ping {

    private byte[] asker;
    private byte[] asked;
    private int identifier = 0x1234;
    private int identification;
    private int ttl = 64;
    private byte[] data = "abcdefgh".getBytes(StandardCharsets.US_ASCII);

    private Ping(String asker, String asked) {
        this.asker = address(asker);
        this.asked = address(asked);
    }

    /** A ping from one address to another, both IPv4 or both IPv6. */
    public static Ping between(String asker, String asked) {
        return new Ping(asker, asked);
    }

    public Ping identifier(int value) {
        identifier = value;
        return this;
    }

    /** The identification of the IPv4 header. */
    public Ping identification(int value) {
        identification = value;
        return this;
    }

    public Ping ttl(int value) {
        ttl = value;
        return this;
    }

    public Ping data(String text) {
        return data(text.getBytes(StandardCharsets.US_ASCII));
    }

    public Ping data(byte[] bytes) {
        data = bytes;
        return this;
    }

    public Ping asked(String address) {
        asked = address(address);
        return this;
    }

    public Ping asker(String address) {
        asker = address(address);
        return this;
    }

    public byte[] request(int sequence) {
        return packet(asker, asked, asker.length == 4 ? 8 : 128, sequence);
    }

    public byte[] reply(int sequence) {
        return packet(asked, asker, asker.length == 4 ? 0 : 129, sequence);
    }

    private byte[] packet(byte[] from, byte[] to, int type, int sequence) {
        byte[] head = join(n(1, type), n(1, 0));
        byte[] rest = join(n(2, identifier), n(2, sequence), data);
        int length = 4 + rest.length;
        byte[] pseudo = from.length == 4 ? new byte[0] : join(from, to, n(4, length), n(4, 58));
        byte[] message = join(head, n(2, checksum(join(pseudo, head, rest))), rest);
        return from.length == 4 ? ipv4(from, to, message) : ipv6(from, to, message);
    }

    private byte[] ipv4(byte[] from, byte[] to, byte[] message) {
        byte[] start = join(hex("45 00"), n(2, 20 + message.length), n(2, identification), hex("0000"), n(1, ttl));
        return join(start, hex("01 0000"), from, to, message);
    }

    private byte[] ipv6(byte[] from, byte[] to, byte[] message) {
        return join(hex("60000000"), n(2, message.length), hex("3a"), n(1, ttl), from, to, message);
    }

    /** RFC 1071 as it reads: words added up, carries too, all turned over. */
    public static int checksum(byte[] bytes) {
        int sum = 0;
        for (int i = 0; i < bytes.length; i++) {
            sum += (bytes[i] & 0xFF) << (i % 2 == 0 ? 8 : 0);
            sum = (sum & 0xFFFF) + (sum >>> 16);
        }
        return ~sum & 0xFFFF;
    }

    public static byte[] address(String text) {
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(text, impossible);
        }
    }

    private static byte[] n(int count, long value) {
        return number(ByteOrder.BIG_ENDIAN, count, value);
    }
}
