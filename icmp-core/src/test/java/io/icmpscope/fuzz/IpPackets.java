package io.icmpscope.fuzz;

import io.icmpscope.handmade.Bytes;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Some IP packets as one input of a fuzzer: each behind two bytes with its length. */
final class IpPackets {

    static final int RAW = 101; // LINKTYPE of IP without a link layer

    private static final int MOST = 6; // packets of an input
    private static final int LENGTH = 2; // bytes

    private IpPackets() {}

    /** Packets alone, and in pairs that may be parts of one. */
    static List<byte[]> seeds(int version) throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        byte[] before = {};
        for (byte[] packet : Seeds.packets(version)) {
            byte[] alone = Bytes.join(Bytes.number(ByteOrder.BIG_ENDIAN, LENGTH, packet.length), packet);
            seeds.add(alone);
            seeds.add(Bytes.join(before, alone));
            before = alone;
        }
        return seeds;
    }

    /** Takes an input apart. What is no packet of the version becomes one by its first four bits. */
    static List<byte[]> of(int version, byte[] input) {
        List<byte[]> packets = new ArrayList<>();
        for (int at = 0; at + LENGTH < input.length && packets.size() < MOST; ) {
            int length = (input[at] & 0xFF) << 8 | input[at + 1] & 0xFF;
            int end = Math.min(input.length, at + LENGTH + Math.max(1, length));
            byte[] packet = Bytes.slice(input, at + LENGTH, end);
            packet[0] = (byte) (version << 4 | packet[0] & 0x0F);
            packets.add(packet);
            at = end;
        }
        return packets;
    }
}
