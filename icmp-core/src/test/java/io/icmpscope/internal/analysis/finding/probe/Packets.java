package io.icmpscope.internal.analysis.finding.probe;

import static io.icmpscope.handmade.Bytes.cut;
import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.number;
import static io.icmpscope.handmade.Bytes.slice;

import io.icmpscope.handmade.Ping;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** ICMP messages as raw IP packets: the pictures of RFC 791, 792, 8200 and 4443. */
final class Packets {

    private Packets() {}

    /** A message in a datagram of time to live 64 and identification 0. */
    static byte[] packet(String from, String to, byte[] message) {
        return packet(from, to, 64, 0, message);
    }

    static byte[] packet(String from, String to, int ttl, int identification, byte[] message) {
        byte[] source = Ping.address(from);
        byte[] destination = Ping.address(to);
        if (source.length == 4) {
            byte[] start = join(hex("4500"), n(2, 20 + message.length), n(2, identification), hex("0000"), n(1, ttl));
            return join(start, hex("01 0000"), source, destination, checked(new byte[0], message));
        }
        byte[] pseudo = join(source, destination, n(4, message.length), n(4, 58));
        byte[] start = join(hex("60000000"), n(2, message.length), hex("3a"), n(1, ttl));
        return join(start, source, destination, checked(pseudo, message));
    }

    private static byte[] checked(byte[] pseudo, byte[] message) {
        byte[] sum = n(2, Ping.checksum(join(pseudo, message)));
        return join(cut(message, 2), sum, slice(message, 4, message.length));
    }

    static byte[] echo(int type, int code, int identifier, int sequence, byte[] data) {
        return join(n(1, type), n(1, code), hex("0000"), n(2, identifier), n(2, sequence), data);
    }

    /** Port Unreachable about a datagram of UDP with no data. */
    static byte[] closed(String scanner, String scanned, int sourcePort, int port) {
        boolean v4 = !scanner.contains(":");
        byte[] udp = join(n(2, sourcePort), n(2, port), hex("0008 0000"));
        byte[] header = v4
                ? join(hex("4500 001c 0001 0000 4011 0000"), Ping.address(scanner), Ping.address(scanned))
                : join(hex("60000000 0008 11 40"), Ping.address(scanner), Ping.address(scanned));
        byte[] message = join(hex(v4 ? "0303 0000 00000000" : "0104 0000 00000000"), header, udp);
        return packet(scanned, scanner, message);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] n(int count, long value) {
        return number(ByteOrder.BIG_ENDIAN, count, value);
    }
}
