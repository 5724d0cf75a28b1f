package io.icmpscope.internal.analysis.link;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.number;
import static io.icmpscope.handmade.Bytes.zeros;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Pcapng;
import io.icmpscope.handmade.Ping;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Messages about a link in Ethernet frames at times, and what is said of them. From RFC 4861 section 4 and RFC 8200. */
final class LinkScene {

    static final String NOBODY = "::";
    static final String ALL_NODES = "ff02::1";
    static final String MAC_A = "02:00:5e:00:00:0a";
    static final String MAC_B = "02:00:5e:00:00:0b";

    private record Seen(double millis, byte[] packet, String from) {}

    private final List<Seen> all = new ArrayList<>();

    /** A message so many milliseconds after a full second. */
    LinkScene at(double millis, String from, String source, String destination, byte[] message) {
        byte[] length = number(ByteOrder.BIG_ENDIAN, 2, message.length);
        byte[] header = join(hex("60000000"), length, hex("3aff"));
        all.add(new Seen(millis, join(header, Ping.address(source), Ping.address(destination), message), from));
        return this;
    }

    /** A whole IP packet. */
    LinkScene packet(double millis, byte[] packet) {
        all.add(new Seen(millis, packet, MAC_A));
        return this;
    }

    /** Something else long after. */
    LinkScene end() {
        return packet(3_600_000, hex("45000014 00000000 40110000 7f000001 7f000001"));
    }

    IcmpReport report() throws Exception {
        return report(AnalysisOptions.defaults());
    }

    IcmpReport report(AnalysisOptions options) throws Exception {
        Pcap file = Pcap.littleEndian().nanoseconds().network(1);
        for (Seen seen : all) {
            long nanos = Math.round(seen.millis * 1_000_000);
            file.record(1_000 + nanos / 1_000_000_000, nanos % 1_000_000_000, ethernet(seen));
        }
        return IcmpAnalyzer.analyze(ByteBuffer.wrap(file.bytes()), options);
    }

    /** As a capture of IP packets without a link layer. */
    IcmpReport rawReport() throws Exception {
        Pcap file = Pcap.littleEndian().nanoseconds().network(101);
        for (Seen seen : all) {
            long nanos = Math.round(seen.millis * 1_000_000);
            file.record(1_000 + nanos / 1_000_000_000, nanos % 1_000_000_000, seen.packet);
        }
        return IcmpAnalyzer.analyze(ByteBuffer.wrap(file.bytes()), AnalysisOptions.defaults());
    }

    /** As a capture without times. */
    IcmpReport timelessReport() throws Exception {
        Pcapng file = Pcapng.littleEndian().iface(1, 0);
        for (Seen seen : all) {
            byte[] frame = ethernet(seen);
            file.simple(frame.length, frame);
        }
        return IcmpAnalyzer.analyze(ByteBuffer.wrap(file.bytes()), AnalysisOptions.defaults());
    }

    private static byte[] ethernet(Seen seen) {
        String type = seen.packet[0] >>> 4 == 6 ? "86dd" : "0800";
        return join(hex("333300000001", seen.from.replace(":", ""), type), seen.packet);
    }

    /** Neighbour solicitation. */
    static byte[] asks(String target, byte[]... options) {
        return join(hex("8700 0000 00000000"), Ping.address(target), join(options));
    }

    /** Neighbour advertisement with the flags R 80, S 40, O 20. */
    static byte[] has(String target, String flags, byte[]... options) {
        return join(hex("8800 0000", flags, "000000"), Ping.address(target), join(options));
    }

    /** Router advertisement: hop limit, flags, lifetime. */
    static byte[] routes(String hopLimitFlagsLifetime, byte[]... options) {
        return join(hex("8600 0000", hopLimitFlagsLifetime, "00000000 00000000"), join(options));
    }

    static byte[] sourceIs(String mac) {
        return hex("01 01", mac.replace(":", ""));
    }

    static byte[] targetIs(String mac) {
        return hex("02 01", mac.replace(":", ""));
    }

    static byte[] nonce(String sixBytes) {
        return hex("0e 01", sixBytes);
    }

    /** Prefix information: flags L 80, A 40. */
    static byte[] prefix(String address, int length, String flags, long valid, long preferred) {
        return join(
                hex("03 04"), n(1, length), hex(flags), n(4, valid), n(4, preferred), zeros(4), Ping.address(address));
    }

    static byte[] n(int count, long value) {
        return number(ByteOrder.BIG_ENDIAN, count, value);
    }
}
