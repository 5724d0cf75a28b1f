package io.icmpscope.internal.analysis.finding.packet;

import static io.icmpscope.handmade.Bytes.cut;
import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.number;
import static io.icmpscope.handmade.Bytes.zeros;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Pcapng;
import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.Trace;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Captures made by hand, by their names in the tables. */
final class Captures {

    private static final Ping PING = Ping.between("10.0.0.1", "10.0.0.2");
    private static final byte[] PROBE = Trace.between("10.0.0.1", "10.0.0.2").udp(1, 33_434);

    private Captures() {}

    static byte[] scene(String name) {
        return switch (name) {
            case "land" ->
                ethernet(
                        Ping.between("10.0.0.1", "10.0.0.1").request(1),
                        Ping.between("fd00::1", "fd00::1").request(1));
            case "scanner" ->
                ethernet(IntStream.rangeClosed(1, 16)
                        .mapToObj(i -> Ping.between("10.0.0.1", "10.0.0." + i).request(1))
                        .toArray(byte[][]::new));
            case "cut" ->
                raw().record(1, 0, PING.request(1))
                        .record(2, 0, 30, 36, cut(PING.request(2), 30))
                        .record(3, 0, 30, 36, cut(PING.reply(2), 30))
                        .bytes();
            case "headers" ->
                raw().snaplen(63).record(1, 0, 20, 40, cut(PROBE, 20)).bytes();
            case "offload" -> checksums(10, 9);
            case "corrupt" -> checksums(10, 8);
            case "some" -> checksums(10, 4);
            case "drops" -> drops(1);
            case "many-drops" -> drops(11);
            case "step" -> clock(3_600_000_000L);
            case "disorder" -> clock(1_000);
            case "mismatch" ->
                packets(
                        Wrapped.ip6("fd00::1", "fd00::2", 1, Wrapped.message(8, 0, zeros(8))),
                        Wrapped.ip4("10.0.0.1", "10.0.0.2", 58, 0, hex("8000 0000 0001 0001")));
            case "quotes" ->
                packets(
                        error(zeros(0)),
                        error(cut(PROBE, 27)),
                        error(Wrapped.ip6("fd00::1", "fd00::2", 17, zeros(8))),
                        Wrapped.icmp6("fd00::3", "fd00::1", 1, 0, zeros(0)));
            case "foreign" ->
                packets(IntStream.range(0, 3)
                        .mapToObj(i ->
                                error(Trace.between("192.168.0.1", "10.0.0.2").udp(1, 33_434 + i)))
                        .toArray(byte[][]::new));
            case "about-errors" ->
                packets(
                        error(Wrapped.ip4("10.0.0.1", "10.0.0.2", Wrapped.message(3, 0, PROBE))),
                        error(Wrapped.ip4("10.0.0.1", "224.0.0.5", 17, 0, zeros(8))),
                        error(Wrapped.ip4("10.0.0.1", "10.0.0.2", 17, 1, zeros(8))),
                        error(Wrapped.ip4("0.0.0.0", "10.0.0.2", 17, 0, zeros(8))));
            case "codes" ->
                packets(
                        Wrapped.ip4("10.0.0.1", "10.0.0.2", Wrapped.message(44, 0, zeros(8))),
                        Wrapped.ip4("10.0.0.1", "10.0.0.2", Wrapped.message(253, 7, zeros(8))),
                        Wrapped.icmp6("fd00::1", "fd00::2", 128, 1, zeros(8)));
            case "martians" ->
                ethernet(
                        Ping.between("240.0.0.1", "10.0.0.1").request(1),
                        Ping.between("224.0.0.1", "10.0.0.1").request(1),
                        Ping.between("127.0.0.1", "10.0.0.1").request(1),
                        Ping.between("10.0.0.1", "0.0.0.0").request(1),
                        Ping.between("fec0::1", "fd00::2").request(1),
                        Ping.between("169.254.1.1", "10.0.0.2").ttl(63).request(1));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Pcap raw() {
        return Pcap.bigEndian().network(Wrapped.RAW);
    }

    private static byte[] error(byte[] quote) {
        return Wrapped.ip4("10.0.0.3", "10.0.0.1", Wrapped.message(3, 1, quote));
    }

    private static byte[] packets(byte[]... packets) {
        Pcap capture = raw();
        for (int i = 0; i < packets.length; i++) {
            capture.record(1000 + i, 0, packets[i]);
        }
        return capture.bytes();
    }

    private static byte[] ethernet(byte[]... packets) {
        Pcap capture = Pcap.bigEndian().network(Wrapped.ETHERNET);
        for (int i = 0; i < packets.length; i++) {
            byte[] type = packets[i][0] >>> 4 == 4 ? hex("0800") : hex("86dd");
            capture.record(1000 + i, 0, join(hex("020000000002 020000000001"), type, packets[i]));
        }
        return capture.bytes();
    }

    /** Pings of which the requests have a wrong checksum, up to a number, and replies are right. */
    private static byte[] checksums(int all, int wrong) {
        List<byte[]> packets = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            byte[] request = PING.request(i);
            request[23] += (byte) (i < wrong ? 1 : 0); // of the checksum behind an IPv4 header
            packets.add(request);
            packets.add(PING.reply(i));
        }
        return packets(packets.toArray(byte[][]::new));
    }

    private static byte[] drops(int dropped) {
        Pcapng file = Pcapng.bigEndian();
        byte[] received = file.option(4, number(ByteOrder.BIG_ENDIAN, 8, 1000));
        byte[] lost = file.option(5, number(ByteOrder.BIG_ENDIAN, 8, dropped));
        return file.iface(Wrapped.RAW, 0)
                .packet(0, 1, PING.request(1))
                .statistics(0, received, lost)
                .bytes();
    }

    private static byte[] clock(long micros) {
        long then = 10_001_000_000L - micros;
        return raw().record(10_001, 0, PING.request(1))
                .record(then / 1_000_000, then % 1_000_000, PING.request(2))
                .bytes();
    }
}
