package io.icmpscope.internal.analysis.finding.path;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.number;
import static io.icmpscope.handmade.Bytes.slice;

import io.icmpscope.handmade.Ping;
import java.nio.ByteOrder;

/** ICMP errors and what they quote as raw IP packets, from the pictures in RFC 791, 792, 4443 and 8200, without checksums. */
final class Errors {

    static final String ROUTER = "203.0.113.1";
    static final String ROUTER6 = "2001:db8:ff::1";

    private Errors() {}

    /** An error of ICMP to the sender of what it quotes, with the word behind the checksum. */
    static byte[] error4(String reporter, int type, int code, long word, byte[] quoted) {
        byte[] message = join(n(1, type), n(1, code), n(2, 0), n(4, word), quoted);
        return ipv4(255, 1, message.length, Ping.address(reporter), slice(quoted, 12, 16), message);
    }

    static byte[] error4(String reporter, int type, int code, byte[] quoted) {
        return error4(reporter, type, code, 0, quoted);
    }

    static byte[] error6(String reporter, int type, int code, long word, byte[] quoted) {
        byte[] message = join(n(1, type), n(1, code), n(2, 0), n(4, word), quoted);
        return ipv6(64, 58, message.length, Ping.address(reporter), slice(quoted, 8, 24), message);
    }

    /** The first 28 bytes of a UDP datagram of so many bytes in all. */
    static byte[] udp4(String from, int fromPort, String to, int toPort, int length) {
        byte[] ports = join(n(2, fromPort), n(2, toPort), n(4, 0));
        return ipv4(64, 17, length - 20, Ping.address(from), Ping.address(to), ports);
    }

    static byte[] udp4(String from, String to, int toPort) {
        return udp4(from, 40_000, to, toPort, 60);
    }

    /** The first 48 bytes of a UDP datagram of so many bytes in all. */
    static byte[] udp6(String from, String to, int length) {
        byte[] ports = join(n(2, 40_000), n(2, 443), n(4, 0));
        return ipv6(64, 17, length - 40, Ping.address(from), Ping.address(to), ports);
    }

    /** A redirect of IPv4 with a time to live. */
    static byte[] redirect4(int ttl, int code, String router, String host, String gateway, String destination) {
        byte[] quoted = udp4(host, destination, 443);
        byte[] message = join(n(1, 5), n(1, code), n(2, 0), Ping.address(gateway), quoted);
        return ipv4(ttl, 1, message.length, Ping.address(router), Ping.address(host), message);
    }

    /** A redirect of IPv6 without options. */
    static byte[] redirect6(int hops, String router, String host, String target, String destination) {
        byte[] message = join(hex("8900 0000 00000000"), Ping.address(target), Ping.address(destination));
        return ipv6(hops, 58, message.length, Ping.address(router), Ping.address(host), message);
    }

    /** A router advertisement without options: RFC 4861 section 4.2. */
    static byte[] routerAdvertisement(String router, int lifetime) {
        byte[] message = join(hex("8600 0000 40 00"), n(2, lifetime), n(8, 0));
        return ipv6(255, 58, message.length, Ping.address(router), Ping.address("ff02::1"), message);
    }

    /** A neighbour advertisement with its link-layer address: RFC 4861 section 4.4. */
    static byte[] neighborAdvertisement(String node, String linkAddress) {
        byte[] option = join(hex("0201"), hex(linkAddress.replace(":", "")));
        byte[] message = join(hex("8800 0000 20000000"), Ping.address(node), option);
        return ipv6(255, 58, message.length, Ping.address(node), Ping.address("ff02::1"), message);
    }

    /** The packet in a frame of Ethernet. */
    static byte[] framed(String sender, byte[] packet) {
        String type = packet[0] >>> 4 == 4 ? "0800" : "86dd";
        return join(hex("020000000099"), hex(sender.replace(":", "")), hex(type), packet);
    }

    private static byte[] ipv4(int ttl, int protocol, int payload, byte[] from, byte[] to, byte[] rest) {
        byte[] start = join(hex("45 00"), n(2, 20 + payload), hex("0001 4000"));
        return join(start, n(1, ttl), n(1, protocol), n(2, 0), from, to, rest);
    }

    private static byte[] ipv6(int hops, int next, int payload, byte[] from, byte[] to, byte[] rest) {
        return join(hex("60000000"), n(2, payload), n(1, next), n(1, hops), from, to, rest);
    }

    private static byte[] n(int count, long value) {
        return number(ByteOrder.BIG_ENDIAN, count, value);
    }
}
