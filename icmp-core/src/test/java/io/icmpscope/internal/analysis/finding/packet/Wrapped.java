package io.icmpscope.internal.analysis.finding.packet;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.slice;
import static io.icmpscope.handmade.Bytes.zeros;
import static io.icmpscope.handmade.Ping.address;

import io.icmpscope.Judged;
import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Ping;
import java.io.IOException;
import java.util.Set;

/** ICMP messages in IP headers that are written out by hand, and what is found in captures of them. */
final class Wrapped {

    static final int RAW = 101; // link types
    static final int ETHERNET = 1;

    private static final Set<String> OURS = Set.of(
            "PING-OF-DEATH",
            "FRAGMENT-OVERLAP",
            "FRAGMENTED-ERROR",
            "TRUNCATED",
            "CHECKSUM-OFFLOAD",
            "BAD-CHECKSUM",
            "CAPTURE-LOSS",
            "CLOCK-STEP",
            "NON-MONOTONIC",
            "CODE-POINT",
            "QUOTE-BAD",
            "ERROR-ABOUT-ERROR",
            "MARTIAN",
            "LAND",
            "ROUTING-HEADER-0",
            "PROTOCOL-MISMATCH");

    private Wrapped() {}

    /** What is found in raw IP packets that come a second apart. */
    static Judged packets(byte[]... packets) throws IOException {
        Pcap capture = Pcap.bigEndian().network(RAW);
        for (int i = 0; i < packets.length; i++) {
            capture.record(1000 + i, 0, packets[i]);
        }
        return judged(capture);
    }

    /** What is found in packets between two stations of an Ethernet. */
    static Judged onEthernet(byte[]... packets) throws IOException {
        return withMacs("020000000002 020000000001", packets);
    }

    /** What is found in packets on Linux's loopback interface. */
    static Judged onLoopback(byte[]... packets) throws IOException {
        return withMacs("000000000000 000000000000", packets);
    }

    private static Judged withMacs(String macs, byte[]... packets) throws IOException {
        Pcap capture = Pcap.bigEndian().network(ETHERNET);
        for (byte[] packet : packets) {
            capture.record(1000, 0, join(hex(macs), packet[0] >>> 4 == 4 ? hex("0800") : hex("86dd"), packet));
        }
        return judged(capture);
    }

    /** What this package finds in a capture, whatever else there is to find. */
    static Judged judged(Pcap capture) throws IOException {
        return judged(capture.bytes());
    }

    static Judged judged(byte[] capture) throws IOException {
        return ours(Judged.of(capture));
    }

    static Judged ours(Judged judged) {
        return new Judged(judged.findings().stream()
                .filter(found -> OURS.contains(found.id()))
                .toList());
    }

    /** An ICMP message of a type and code with four zero bytes and a body, and a right checksum. */
    static byte[] message(int type, int code, byte[] body) {
        byte[] sumless = join(new byte[] {(byte) type, (byte) code}, zeros(6), body);
        int sum = Ping.checksum(sumless);
        sumless[2] = (byte) (sum >>> 8);
        sumless[3] = (byte) sum;
        return sumless;
    }

    static byte[] ip4(String from, String to, byte[] message) {
        return ip4(from, to, 1, 0, message);
    }

    /** IPv4 with a protocol, and flags and offset as they stand in the header. */
    static byte[] ip4(String from, String to, int protocol, int fragment, byte[] payload) {
        String start = String.format("4500 %04x 0007 %04x 40 %02x 0000", 20 + payload.length, fragment, protocol);
        return join(hex(start), address(from), address(to), payload);
    }

    static byte[] ip6(String from, String to, int next, byte[] payload) {
        return join(
                hex(String.format("60000000 %04x %02x 40", payload.length, next)), address(from), address(to), payload);
    }

    /** ICMPv6 with a right checksum. */
    static byte[] icmp6(String from, String to, int type, int code, byte[] body) {
        byte[] sumless = join(new byte[] {(byte) type, (byte) code}, zeros(6), body);
        byte[] pseudo = join(address(from), address(to), hex(String.format("%08x 0000003a", sumless.length)));
        int sum = Ping.checksum(join(pseudo, sumless));
        sumless[2] = (byte) (sum >>> 8);
        sumless[3] = (byte) sum;
        return ip6(from, to, 58, sumless);
    }

    /** The message of a raw IPv4 packet without options. */
    static byte[] payload4(byte[] packet) {
        return slice(packet, 20, packet.length);
    }
}
