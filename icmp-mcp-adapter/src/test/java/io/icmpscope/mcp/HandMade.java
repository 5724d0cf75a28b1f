package io.icmpscope.mcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * Captures written out by hand: Ethernet frames as hexadecimal digits, by RFC 791, 792, 4443 and 8200, and the pcap file
 * around them. tcpdump and tshark find every checksum but {@link #BAD_CHECKSUM}'s right.
 */
public final class HandMade {

    /** 2023-11-14T22:13:20Z. */
    public static final int START = 1_700_000_000;

    private static final String MACS = "020000000002020000000001";
    private static final String FROM_A_TO_B = MACS + "0800 45000024000100004001f6d4 c0000201 c0000202 ";
    private static final String FROM_ROUTER_TO_A = MACS + "0800 45000038000100004001f5c4 c00002fe c0000201 ";
    private static final String QUOTED_UDP =
            "45000020000700000111cd88 c0000201 c6336409 9c40829a000c0000"; // 192.0.2.1 to 198.51.100.9, 40000 to 33434

    /** 192.0.2.1 asks 192.0.2.2, id 4711, sequence number 1, eight bytes of data. */
    public static final String REQUEST_1 = FROM_A_TO_B + "08002bf0 1267 0001 69636d7073636f70";

    /** The answer to it. */
    public static final String REPLY_1 =
            MACS + "0800 45000024000100003f01f7d4 c0000202 c0000201 000033f0 1267 0001 69636d7073636f70";

    /** The next request. */
    public static final String REQUEST_2 = FROM_A_TO_B + "08002bef 1267 0002 69636d7073636f70";

    /** A third request, with a checksum of 0x1234. */
    public static final String BAD_CHECKSUM = FROM_A_TO_B + "08001234 1267 0003 69636d7073636f70";

    /** 192.0.2.254 tells 192.0.2.1 that 198.51.100.9 cannot be reached: 3/1. */
    public static final String HOST_UNREACHABLE = FROM_ROUTER_TO_A + "0301de17 00000000" + QUOTED_UDP;

    /** The same about its size: 3/4 with an MTU of 1300. */
    public static final String FRAGMENTATION_NEEDED = FROM_ROUTER_TO_A + "0304d900 00000514" + QUOTED_UDP;

    /** 5/1: 192.0.2.253 is the better router. */
    public static final String REDIRECT = FROM_ROUTER_TO_A + "0501191a c00002fd" + QUOTED_UDP;

    /** 12/0, pointer 9. */
    public static final String PARAMETER_PROBLEM = FROM_ROUTER_TO_A + "0c00cc18 09000000" + QUOTED_UDP;

    /** 11/0 with a label stack behind 128 bytes of quote, RFC 4884 and RFC 4950: label 24001, traffic class 5. */
    public static final String TIME_EXCEEDED_WITH_LABELS = MACS + "0800 450000a8000100004001f554c00002fec0000201 "
            + "0b00d5f8 00200000" + QUOTED_UDP + "00".repeat(100) + "2000be19 00080101 05dc1b01";

    /** ICMPv6 2/0 with an MTU of 1280, from 2001:db8::fe to 2001:db8::1. */
    public static final String PACKET_TOO_BIG = MACS + "86dd 6000000000383a40"
            + "20010db80000000000000000000000fe 20010db8000000000000000000000001 020032e1 00000500"
            + "6000000000081140 20010db8000000000000000000000001 20010db8000000000000000000000002 9c40003500080000";

    /** ICMPv6 135: who has fe80::2? */
    public static final String NEIGHBOR_SOLICITATION = MACS + "86dd 6000000000183aff"
            + "fe800000000000000000000000000001 ff0200000000000000000001ff000002"
            + "87007da1 00000000 fe800000000000000000000000000002";

    /** ICMPv6 137: fe80::fd is the better first hop to 2001:db8::9. */
    public static final String REDIRECT_V6 = MACS + "86dd 6000000000283aff"
            + "fe8000000000000000000000000000fe fe800000000000000000000000000001"
            + "89004b5c 00000000 fe8000000000000000000000000000fd 20010db8000000000000000000000009";

    /** The last 100 bytes of an ICMP message from 192.0.2.1 to 192.0.2.2, at 65,528: beyond what a datagram can have. */
    public static final String OVERSIZED_FRAGMENT =
            MACS + "0800 4500007800011fff4001d681 c0000201 c0000202" + "00".repeat(100);

    /** ARP: not ICMP. */
    public static final String ARP = MACS + "0806 0001080006040001 020000000001 c0000201 000000000000 c0000202";

    private static final int RECORD_HEADER = 16;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private HandMade() {
        bytes.writeBytes(HexFormat.of().parseHex("d4c3b2a1020004000000000000000000ffff000001000000"));
    }

    /** Begins a pcap file: little-endian, microseconds, Ethernet. */
    public static HandMade pcap() {
        return new HandMade();
    }

    /** A small capture: a ping with an answer after 1.5 ms, a lost one, an error, and the end 10 s later. */
    public static byte[] ping() {
        return pcap().frame(0, REQUEST_1)
                .frame(1_500, REPLY_1)
                .frame(1_000_000, REQUEST_2)
                .frame(1_200_000, HOST_UNREACHABLE)
                .frame(11_000_000, ARP)
                .bytes();
    }

    /** Adds a frame so many microseconds after {@link #START}. */
    public HandMade frame(int micros, String hex) {
        byte[] frame = HexFormat.of().parseHex(hex.replace(" ", ""));
        ByteBuffer header = ByteBuffer.allocate(RECORD_HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(START + micros / 1_000_000).putInt(micros % 1_000_000);
        header.putInt(frame.length).putInt(frame.length);
        bytes.writeBytes(header.array());
        bytes.writeBytes(frame);
        return this;
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }

    /** Writes bytes to a new file. */
    public static Path file(Path directory, String name, byte[] bytes) throws IOException {
        return Files.write(directory.resolve(name), bytes);
    }
}
