package io.icmpscope.internal.analysis.finding.link;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.number;
import static io.icmpscope.handmade.Bytes.zeros;

import io.icmpscope.Judged;
import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Pcapng;
import io.icmpscope.handmade.Ping;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Messages of a link in Ethernet frames: the pictures of RFC 4861 section 4, RFC 8106, RFC 2710, RFC 9777 and RFC 8200. */
final class LinkFrames {

    private static final Set<String> OF_LINKS = Set.of(
            "RA-ROGUE",
            "RA-FLOOD",
            "RA-MALFORMED",
            "RA-INCONSISTENT",
            "RA-EXPIRY",
            "ND-SPOOF",
            "DAD-CONFLICT",
            "DAD-DENIAL",
            "ND-INVALID",
            "ND-SCAN",
            "ND-FLOOD",
            "MLD-ABUSE");

    static final String MAC_A = "02:00:5e:00:00:0a";
    static final String MAC_B = "02:00:5e:00:00:0b";
    static final String A = "fe80::a";
    static final String B = "fe80::b";
    static final String NOBODY = "::";
    static final String ALL = "ff02::1";

    private record Frame(double seconds, byte[] bytes) {}

    private final List<Frame> frames = new ArrayList<>();
    private String vlan = "";
    private int hopLimit = 255;

    LinkFrames() {}

    /** In which VLAN the next frames are. */
    LinkFrames vlan(int number) {
        vlan = "8100" + "%04x".formatted(number);
        return this;
    }

    LinkFrames hopLimit(int value) {
        hopLimit = value;
        return this;
    }

    LinkFrames at(double seconds, String mac, String source, String destination, byte[] message) {
        return packet(
                seconds, mac, source, destination, join(hex("60000000"), n(2, message.length), hex("3a")), message);
    }

    /** Of multicast listener discovery, with the router alert of RFC 2711. */
    LinkFrames listener(double seconds, String mac, String source, String destination, byte[] message) {
        byte[] start = join(hex("60000000"), n(2, message.length + 8), hex("00"));
        return packet(seconds, mac, source, destination, start, join(hex("3a00 0502 0000 0100"), message));
    }

    private LinkFrames packet(
            double seconds, String mac, String source, String destination, byte[] start, byte[] payload) {
        byte[] ethernet = hex("333300000001", mac.replace(":", ""), vlan, "86dd");
        byte[] addresses = join(Ping.address(source), Ping.address(destination));
        frames.add(new Frame(seconds, join(ethernet, start, n(1, hopLimit), addresses, payload)));
        return this;
    }

    /** What is found about links, whatever else there is to find. */
    static Judged ofLinks(Judged judged) {
        return new Judged(judged.findings().stream()
                .filter(finding -> OF_LINKS.contains(finding.id()))
                .toList());
    }

    Judged judged() throws IOException {
        Pcap file = Pcap.littleEndian().nanoseconds();
        for (Frame frame : frames) {
            long nanos = Math.round(frame.seconds * 1e9);
            file.record(1_000 + nanos / 1_000_000_000, nanos % 1_000_000_000, frame.bytes);
        }
        return ofLinks(Judged.of(file.bytes()));
    }

    /** As from two interfaces, of which either may have seen any frame. */
    Judged judgedOfTwoInterfaces() throws IOException {
        Pcapng file = Pcapng.littleEndian().iface(1, 0).iface(1, 0);
        for (Frame frame : frames) {
            file.packet(0, Math.round(1e9 + frame.seconds * 1e6), frame.bytes);
        }
        return ofLinks(Judged.of(file.bytes()));
    }

    /** Router advertisement: flags (M 80, O 40, high preference 08), lifetime in seconds. */
    static byte[] routes(String flags, int lifetime, byte[]... options) {
        return join(hex("8600 0000 40", flags), n(2, lifetime), zeros(8), join(options));
    }

    static byte[] asks(String target, byte[]... options) {
        return join(hex("8700 0000 00000000"), Ping.address(target), join(options));
    }

    /** Neighbour advertisement with the flags R 80, S 40, O 20. */
    static byte[] has(String target, String flags, byte[]... options) {
        return join(hex("8800 0000", flags, "000000"), Ping.address(target), join(options));
    }

    static byte[] sourceIs(String mac) {
        return hex("01 01", mac.replace(":", ""));
    }

    static byte[] targetIs(String mac) {
        return hex("02 01", mac.replace(":", ""));
    }

    static byte[] mtu(int bytes) {
        return join(hex("05 01 0000"), n(4, bytes));
    }

    static byte[] prefix(String address, long preferred) {
        return join(hex("03 04 40 c0"), n(4, 7200), n(4, preferred), zeros(4), Ping.address(address));
    }

    static byte[] dns(String server) {
        return join(hex("19 03 0000"), n(4, 600), Ping.address(server));
    }

    /** Query of version 1. */
    static byte[] query(int delayMillis, String group) {
        return join(hex("8200 0000"), n(2, delayMillis), zeros(2), Ping.address(group));
    }

    /** Report of version 1. */
    static byte[] listens(String group) {
        return join(hex("8300 0000 0000 0000"), Ping.address(group));
    }

    private static byte[] n(int count, long value) {
        return number(ByteOrder.BIG_ENDIAN, count, value);
    }
}
