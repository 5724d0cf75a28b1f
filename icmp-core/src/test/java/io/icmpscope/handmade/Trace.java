package io.icmpscope.handmade;

import static io.icmpscope.handmade.Bytes.cut;
import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.number;
import static io.icmpscope.handmade.Bytes.slice;
import static io.icmpscope.handmade.Bytes.zeros;
import static io.icmpscope.handmade.Ping.address;

import java.nio.ByteOrder;

/** A traceroute's probes and what is said about them, as raw IPv4 packets: the pictures of RFC 791, 768, 9293 and 792. */
public final class Trace {

    private static final int IP = 20; // bytes

    private final String source;
    private final String destination;
    private int identification = 100;

    private Trace(String source, String destination) {
        this.source = source;
        this.destination = destination;
    }

    public static Trace between(String source, String destination) {
        return new Trace(source, destination);
    }

    /** The identification of the next packets. */
    public Trace identification(int value) {
        identification = value;
        return this;
    }

    /** A probe of UDP with 12 bytes of data. */
    public byte[] udp(int ttl, int port) {
        return udp(ttl, 40_000, port, 0);
    }

    public byte[] udp(int ttl, int sourcePort, int port, int checksum) {
        byte[] header = join(n(2, sourcePort), n(2, port), n(2, 20), n(2, checksum));
        return ip(17, ttl, source, destination, join(header, zeros(12)));
    }

    /** A SYN. */
    public byte[] tcp(int ttl, int sourcePort, int port, long sequence) {
        return ip(6, ttl, source, destination, segment(sourcePort, port, sequence, 0, 0x02));
    }

    /** A segment of the destination with these flags. */
    public byte[] tcpAnswer(int port, int sourcePort, long acknowledgment, int flags) {
        return ip(6, 60, destination, source, segment(port, sourcePort, 7, acknowledgment, flags));
    }

    private static byte[] segment(int from, int to, long sequence, long acknowledgment, int flags) {
        return join(
                n(2, from),
                n(2, to),
                n(4, sequence),
                n(4, acknowledgment),
                n(1, 0x50),
                n(1, flags),
                hex("ffff 0000 0000"));
    }

    /** Time Exceeded in transit. */
    public static byte[] expired(String router, byte[] probe) {
        return error(router, 11, 0, probe);
    }

    /** An error that quotes the IP header and eight bytes, which is the least. */
    public static byte[] error(String from, int type, int code, byte[] probe) {
        return error(from, type, code, cut(expiring(probe), IP + 8), "");
    }

    /** An error that quotes 128 bytes, and has an extension structure behind them: RFC 4884. */
    public static byte[] extended(String from, byte[] probe, String objects) {
        byte[] quote = join(expiring(probe), zeros(128 - probe.length));
        return error(from, 11, 0, quote, objects);
    }

    private static byte[] error(String from, int type, int code, byte[] quote, String objects) {
        byte[] body = objects.isEmpty() ? quote : join(quote, structure(hex(objects)));
        byte[] words = n(1, objects.isEmpty() ? 0 : quote.length / 4);
        byte[] message = join(n(1, type), n(1, code), hex("0000 00"), words, hex("0000"), body);
        byte[] sum = n(2, Ping.checksum(message));
        byte[] to = slice(quote, 12, 16);
        return join(
                head(1, 255, 0, IP + message.length),
                address(from),
                to,
                cut(message, 2),
                sum,
                slice(message, 4, message.length));
    }

    private static byte[] structure(byte[] objects) {
        byte[] sum = n(2, Ping.checksum(join(hex("2000 0000"), objects)));
        return join(hex("2000"), sum, objects);
    }

    /** As a router sees it that lets it expire. */
    private static byte[] expiring(byte[] probe) {
        byte[] seen = probe.clone();
        seen[8] = 1;
        return seen;
    }

    private byte[] ip(int protocol, int ttl, String from, String to, byte[] payload) {
        return join(head(protocol, ttl, identification, IP + payload.length), address(from), address(to), payload);
    }

    private static byte[] head(int protocol, int ttl, int identification, int length) {
        return join(
                hex("4500"), n(2, length), n(2, identification), hex("0000"), n(1, ttl), n(1, protocol), hex("0000"));
    }

    private static byte[] n(int count, long value) {
        return number(ByteOrder.BIG_ENDIAN, count, value);
    }
}
