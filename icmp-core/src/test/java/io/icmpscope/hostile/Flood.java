package io.icmpscope.hostile;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.number;
import static java.nio.ByteOrder.BIG_ENDIAN;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.report.IcmpReport;
import java.nio.ByteBuffer;

/** A pcap of one IP packet many times over, one a microsecond, of which something is different each time. */
final class Flood {

    private static final int RAW_IP = 101;
    private static final int RECORD_HEADER = 16; // bytes
    private static final int SECONDS = 1_700_000_000;
    private static final int MICROS = 1_000_000;

    private Flood() {}

    /** What is different in the packet, whose first byte is the buffer's first. */
    static IcmpReport report(int packets, String packet, Repeated.Change change) {
        byte[] bytes = hex(packet);
        byte[] length = number(BIG_ENDIAN, 4, bytes.length);
        byte[] record = join(new byte[8], length, length, bytes);
        byte[] start = Pcap.bigEndian().network(RAW_IP).bytes();
        return Opened.report(new Repeated(
                start,
                record,
                packets,
                (piece, i) -> {
                    piece.putInt(0, SECONDS + i / MICROS).putInt(4, i % MICROS);
                    change.to(piece.slice(RECORD_HEADER, bytes.length), i);
                },
                new byte[0]));
    }

    /** Numbers in an order that is none: each of the 2^32 once. */
    static int scattered(int i) {
        return i * 0x9E3779B1;
    }

    /** Makes the ICMP checksum right again, when it was right over zeros: the word at {@code patch} takes it up. */
    static void keepChecksum(ByteBuffer packet, int patch, int... words) {
        int sum = 0;
        for (int word : words) {
            sum += word & 0xFFFF;
        }
        packet.putShort(patch, (short) ~((sum & 0xFFFF) + (sum >>> 16)));
    }
}
