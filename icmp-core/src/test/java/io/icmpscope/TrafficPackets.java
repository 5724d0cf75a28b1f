package io.icmpscope;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.number;
import static io.icmpscope.handmade.Bytes.slice;

import io.icmpscope.handmade.Ping;
import java.nio.ByteOrder;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Scenes of a few hosts that keep meeting, as IP packets: a ping and what becomes of it, a probe and its end, discovery on
 * the link, fragments.
 */
final class TrafficPackets {

    private static final List<String> HOSTS4 = List.of("192.0.2.1", "192.0.2.3", "192.0.2.4");
    private static final List<String> HOSTS6 = List.of("2001:db8::1", "2001:db8::3");
    private static final List<String> ASKED4 = List.of("192.0.2.2", "192.0.2.2", "198.51.100.9", "224.0.0.1");
    private static final List<String> ASKED6 = List.of("2001:db8::2", "2001:db8::2", "2001:db8:1::9", "ff02::1");
    private static final List<String> ROUTERS4 = List.of("203.0.113.1", "203.0.113.2");
    private static final List<String> ROUTERS6 = List.of("fe80::1", "2001:db8:ff::2");

    private TrafficPackets() {}

    static Arbitrary<List<byte[]>> scenes() {
        return Arbitraries.frequencyOf(
                Tuple.of(10, pings()),
                Tuple.of(3, refusals()),
                Tuple.of(1, queries()),
                Tuple.of(2, link().map(List::of)),
                Tuple.of(1, fragments()));
    }

    private static Arbitrary<Boolean> six() {
        return Arbitraries.of(false, false, true);
    }

    private static Arbitrary<Ping> asked() {
        return Combinators.combine(
                        six(),
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.of(1, 1, 2),
                        Arbitraries.of(64, 64, 63, 3),
                        Arbitraries.of("abcdefgh", "abcdefgh", "12345678", ""))
                .as((six, who, identifier, ttl, data) -> Ping.between(
                                pick(six ? HOSTS6 : HOSTS4, who / 4), pick(six ? ASKED6 : ASKED4, who))
                        .identifier(identifier)
                        .ttl(ttl)
                        .data(data));
    }

    private static Arbitrary<List<byte[]>> pings() {
        return Combinators.combine(
                        asked(),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 11))
                .as((ping, sequence, story) -> {
                    byte[] request = ping.request(sequence);
                    byte[] reply = ping.reply(sequence);
                    return switch (story) {
                        case 0 -> List.of(request);
                        case 1 -> List.of(reply);
                        case 2 -> List.of(request, reply, reply);
                        case 3 -> List.of(request, request, reply);
                        case 4 -> List.of(reply, request);
                        case 5 -> List.of(request, otherReply(request, ping, sequence));
                        case 6 -> List.of(request, reply, otherReply(request, ping, sequence));
                        case 7 -> List.of(request, ping.ttl(62).request(sequence), reply, ping.reply(sequence));
                        default -> List.of(request, reply);
                    };
                });
    }

    /** A reply from an address that was not asked. */
    private static byte[] otherReply(byte[] request, Ping ping, int sequence) {
        return ping.asked(isSix(request) ? "2001:db8::77" : "192.0.2.77").reply(sequence);
    }

    /** A request or a probe, and an error about it; most are sent to whoever sent what they quote. */
    private static Arbitrary<List<byte[]>> refusals() {
        Arbitrary<byte[]> requests = Combinators.combine(
                        asked(), Arbitraries.integers().between(0, 2))
                .as(Ping::request);
        return Combinators.combine(
                        Arbitraries.oneOf(requests, requests, probes()),
                        Arbitraries.integers().between(0, 13),
                        Arbitraries.of(28, 48, 60, 12))
                .as((original, which, quotedBytes) -> {
                    byte[] quote = slice(original, 0, Math.min(quotedBytes, original.length));
                    byte[] error = isSix(original) ? error6(original, quote, which) : error4(original, quote, which);
                    return which == 12 ? List.of(error) : List.of(original, error);
                });
    }

    private static byte[] error4(byte[] original, byte[] quote, int which) {
        byte[] head = hex(pick(
                List.of(
                        "0301 0000 00000000", // host unreachable
                        "0303 0000 00000000", // port unreachable
                        "0304 0000 00000514", // fragmentation needed, MTU 1300
                        "0304 0000 00000000", // the same of an old router
                        "0b00 0000 00000000", // time exceeded
                        "0501 0000 c00002fd", // redirect to 192.0.2.253
                        "0c00 0000 09000000"), // parameter problem
                which));
        byte[] to = which == 13 ? Ping.address("192.0.2.4") : slice(original, 12, 16);
        return ipv4(Ping.address(pick(ROUTERS4, which)), to, 64, 1, summed(new byte[0], join(head, quote)));
    }

    private static byte[] error6(byte[] original, byte[] quote, int which) {
        byte[] head = hex(pick(
                List.of(
                        "0100 0000 00000000", // no route
                        "0104 0000 00000000", // port unreachable
                        "0200 0000 00000500", // packet too big, MTU 1280
                        "0300 0000 00000000", // time exceeded
                        "0400 0000 00000006"), // parameter problem
                which));
        return icmpv6(Ping.address(pick(ROUTERS6, which)), slice(original, 8, 24), 64, join(head, quote));
    }

    /** Timestamps, masks, extended echoes and node information, asked and answered. */
    private static Arbitrary<List<byte[]>> queries() {
        String times = "0000 0001 0001 00000001 00000002 00000003";
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 2))
                .as((which, who) -> switch (which) {
                    case 0 -> query4(pick(HOSTS4, who), "0d00" + times, "0e00" + times);
                    case 1 -> query4(pick(HOSTS4, who), "2a00 0000 0001 0101", "2b00 0000 0001 0104");
                    case 2 -> query4(pick(HOSTS4, who), "1100 0000 0001 0001 00000000", "1200 0000 0001 0001 ffffff00");
                    default ->
                        List.of(
                                query6(pick(HOSTS6, who), "2001:db8::2", "8b00"),
                                query6("2001:db8::2", pick(HOSTS6, who), "8c00"));
                });
    }

    private static List<byte[]> query4(String asker, String question, String answer) {
        return List.of(icmpv4(asker, "192.0.2.2", hex(question)), icmpv4("192.0.2.2", asker, hex(answer)));
    }

    private static byte[] query6(String from, String to, String typeAndCode) {
        return icmpv6(Ping.address(from), Ping.address(to), 64, hex(typeAndCode + "0000 0002 0000 0102030405060708"));
    }

    /** What concerns the link: neighbours, routers, groups, redirects. */
    private static Arbitrary<byte[]> link() {
        String host = "20010db8000000000000000000000001";
        String other = "20010db8000000000000000000000002";
        return Combinators.combine(
                        Arbitraries.of(
                                "8700 0000 00000000" + host + "0101 020000000001", // neighbour solicitation
                                "8700 0000 00000000" + other + "0101 020000000001",
                                "8800 0000 60000000" + host + "0201 020000000001", // its advertisement
                                "8800 0000 20000000" + host + "0201 020000000009", // by another
                                "8500 0000 00000000", // router solicitation
                                "8600 0000 40000708 00000000 00000000 0101 020000000001", // router advertisement
                                "8600 0000 40000000 00000000 00000000 0501 0000 000005dc", // the router leaves
                                "8900 0000 00000000" + host + other, // redirect
                                "8f00 0000 00000001 04000000 ff020000000000000000000000000101"), // listener report
                        Arbitraries.of("fe80::1", "fe80::2", "::"),
                        Arbitraries.of("ff02::1", "2001:db8::1", "ff02::16"),
                        Arbitraries.of(255, 255, 255, 1))
                .as((message, from, to, hops) -> icmpv6(Ping.address(from), Ping.address(to), hops, hex(message)));
    }

    /** A request of either version in two parts, and router discovery of version 4, which is as rare. */
    private static Arbitrary<List<byte[]>> fragments() {
        String ipv6 = "60000000 0010 2c 40 20010db8000000000000000000000001 20010db8000000000000000000000002";
        return Arbitraries.of(
                List.of(
                        hex("45 00 001c 0007 2000 40 01 0000 c0000201 c0000202", "08 00 0000 1234 0001"),
                        hex("45 00 001c 0007 0001 40 01 0000 c0000201 c0000202", "6162636465666768")),
                List.of(
                        hex(ipv6, "3a 00 0001 00000007", "8000 0000 1234 0001"),
                        hex(ipv6, "3a 00 0008 00000007", "6162636465666768")),
                List.of(icmpv4("192.0.2.253", "224.0.0.1", hex("0900 0000 0102 0708 c00002fd 00000000"))));
    }

    /** Datagrams with a small time to live, and the end of a path; some are quoted in errors. */
    private static Arbitrary<byte[]> probes() {
        return Combinators.combine(
                        six(),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(1, 4))
                .as((six, who, ttl) -> {
                    byte[] udp = join(hex("9c40"), n(2, 33_434 + ttl), hex("000c 0000 00000000"));
                    byte[] tcp = join(hex("9c40 0050"), n(4, ttl), hex("00000000 5002 ffff 0000 0000"));
                    byte[] from = Ping.address(pick(six ? HOSTS6 : HOSTS4, who));
                    byte[] to = Ping.address(six ? "2001:db8:1::9" : "198.51.100.9");
                    byte[] data = who == 2 ? tcp : udp;
                    int protocol = who == 2 ? 6 : 17;
                    return six ? ipv6(from, to, ttl, protocol, data) : ipv4(from, to, ttl, protocol, data);
                });
    }

    static boolean isSix(byte[] packet) {
        return packet[0] >> 4 == 6;
    }

    private static <T> T pick(List<T> from, int which) {
        return from.get(which % from.size());
    }

    private static byte[] icmpv4(String from, String to, byte[] message) {
        return ipv4(Ping.address(from), Ping.address(to), 64, 1, summed(new byte[0], message));
    }

    private static byte[] icmpv6(byte[] from, byte[] to, int hops, byte[] message) {
        byte[] pseudo = join(from, to, n(4, message.length), n(4, 58));
        return ipv6(from, to, hops, 58, summed(pseudo, message));
    }

    /** The message with its checksum, whose place holds zeros. */
    private static byte[] summed(byte[] pseudo, byte[] message) {
        byte[] sum = n(2, Ping.checksum(join(pseudo, message)));
        return join(slice(message, 0, 2), sum, slice(message, 4, message.length));
    }

    private static byte[] ipv4(byte[] from, byte[] to, int ttl, int protocol, byte[] data) {
        byte[] start = join(hex("4500"), n(2, 20 + data.length), hex("0001 0000"), n(1, ttl), n(1, protocol));
        return join(start, hex("0000"), from, to, data);
    }

    private static byte[] ipv6(byte[] from, byte[] to, int hops, int next, byte[] data) {
        return join(hex("60000000"), n(2, data.length), n(1, next), n(1, hops), from, to, data);
    }

    private static byte[] n(int count, long value) {
        return number(ByteOrder.BIG_ENDIAN, count, value);
    }
}
