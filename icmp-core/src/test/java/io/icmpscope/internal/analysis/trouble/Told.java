package io.icmpscope.internal.analysis.trouble;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.number;
import static io.icmpscope.handmade.Bytes.slice;

import io.icmpscope.handmade.Ping;
import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.internal.capture.CaptureFormats;
import io.icmpscope.internal.packet.PacketPump;
import io.icmpscope.report.AnalysisOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Function;

/** ICMP errors as raw IP packets, from the pictures in RFC 791, 792, 4443 and 8200. All checksums are left out. */
final class Told {

    static final int TCP = 6;
    static final int UDP = 17;

    private Told() {}

    /** An error of ICMP to the sender of what it quotes. */
    static byte[] error4(String reporter, int type, int code, long word, byte[] quoted) {
        byte[] message = join(n(1, type), n(1, code), n(2, 0), n(4, word), quoted);
        return ipv4(1, message.length, Ping.address(reporter), slice(quoted, 12, 16), message);
    }

    /** An error of ICMPv6 to the sender of what it quotes. */
    static byte[] error6(String reporter, int type, int code, long word, byte[] quoted) {
        byte[] message = join(n(1, type), n(1, code), n(2, 0), n(4, word), quoted);
        return ipv6(58, message.length, Ping.address(reporter), slice(quoted, 8, 24), message);
    }

    /** The first 28 bytes of a datagram with ports and so many bytes in all. */
    static byte[] ported4(int protocol, String from, int fromPort, String to, int toPort, int length) {
        byte[] ports = join(n(2, fromPort), n(2, toPort), n(4, 0));
        return ipv4(protocol, length - 20, Ping.address(from), Ping.address(to), ports);
    }

    static byte[] udp4(String from, int fromPort, String to, int toPort) {
        return ported4(UDP, from, fromPort, to, toPort, 60);
    }

    /** The first 48 bytes of a UDP datagram of so many bytes in all. */
    static byte[] udp6(String from, String to, int length) {
        byte[] ports = join(n(2, 40_000), n(2, 53), n(4, 0));
        return ipv6(UDP, length - 40, Ping.address(from), Ping.address(to), ports);
    }

    private static byte[] ipv4(int protocol, int payload, byte[] from, byte[] to, byte[] rest) {
        return join(hex("45 00"), n(2, 20 + payload), hex("0001 4000 40"), n(1, protocol), n(2, 0), from, to, rest);
    }

    private static byte[] ipv6(int next, int payload, byte[] from, byte[] to, byte[] rest) {
        return join(hex("60000000"), n(2, payload), n(1, next), hex("40"), from, to, rest);
    }

    /** Lets every collector see the messages that its number, from 0, is chosen for. */
    static void show(byte[] capture, Function<Long, Collector> chosen) throws IOException {
        try (PacketPump pump = new PacketPump(CaptureFormats.open(Sources.of(ByteBuffer.wrap(capture))))) {
            while (pump.next()) {
                chosen.apply(pump.messages() - 1).see(pump.view());
            }
        }
    }

    static ReportDraft draft(Collector collector, AnalysisOptions options) {
        ReportDraft draft = new ReportDraft(options, 0);
        collector.contribute(draft);
        return draft;
    }

    private static byte[] n(int count, long value) {
        return number(ByteOrder.BIG_ENDIAN, count, value);
    }
}
