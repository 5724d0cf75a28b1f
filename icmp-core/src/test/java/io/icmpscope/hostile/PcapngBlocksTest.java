package io.icmpscope.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Pcapng;
import io.icmpscope.handmade.Ping;
import io.icmpscope.report.CaptureWarning.Code;
import io.icmpscope.report.IcmpReport;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks whose lengths lie: whatever kind of block it is, the section stops there and what was read before it is kept. */
@SmallHeap
class PcapngBlocksTest {

    private static final Ping PING = Ping.between("192.0.2.1", "192.0.2.2");
    private static final int[] KINDS = {0x0A0D_0D0A, 1, 2, 3, 4, 5, 6, 0x0BAD};

    @ParameterizedTest
    @ValueSource(longs = {0, 4, 8, 11, 13, 14, 15, 0xFFFF_FFFFL})
    void aBlockLengthThatCannotBeStopsTheSectionThere(long length) {
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            for (int kind : KINDS) {
                Pcapng file = twoPings(order);
                int offset = file.offset();
                keepsTwo(file.block(kind, length, length, body(file)), Code.CORRUPT_LENGTH, offset);
            }
        }
    }

    /** Multiples of four that the file does not reach. No section header and no interface is that long. */
    @ParameterizedTest
    @ValueSource(longs = {0x1000, 0x7FFF_FFFCL, 0x8000_0000L, 0xFFFF_FFFCL})
    void aBlockBeyondTheEndOfTheFileStopsTheSectionThere(long length) {
        for (int kind : KINDS) {
            boolean describes = kind == 0x0A0D_0D0A || kind == 1;
            Pcapng file = twoPings(ByteOrder.LITTLE_ENDIAN);
            int offset = file.offset();
            file.block(kind, length, length, body(file));
            keepsTwo(file, describes && length > 1 << 20 ? Code.CORRUPT_LENGTH : Code.CUT_SHORT, offset);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 4, 36, 41, 44, 0x2800_0000L, 0xFFFF_FFFFL})
    void aLengthAtTheEndOfABlockThatIsAnotherStopsTheSectionThere(long trailer) {
        for (int kind : KINDS) {
            Pcapng file = twoPings(ByteOrder.BIG_ENDIAN);
            int offset = file.offset();
            file.block(kind, 40, trailer, body(file));
            keepsTwo(file, Code.CORRUPT_LENGTH, offset);
        }
    }

    private static Pcapng twoPings(ByteOrder order) {
        return Pcapng.in(order)
                .section()
                .iface(101, 0)
                .packet(0, 1, PING.request(1))
                .packet(0, 2, PING.reply(1));
    }

    /** As that of a section header, so that it is not the reason to stop. */
    private static byte[] body(Pcapng file) {
        byte[] body = new byte[28];
        System.arraycopy(file.n4(0x1A2B_3C4DL), 0, body, 0, 4);
        System.arraycopy(file.n2(1), 0, body, 4, 2);
        return body;
    }

    /** There is a good packet behind the damage, which nobody can find any more. */
    private static void keepsTwo(Pcapng file, Code code, int offset) {
        IcmpReport report = Opened.report(file.packet(0, 3, PING.request(2)).bytes());
        Opened.warned(report, code, offset);
        assertEquals(List.of(1, 1), Opened.sequenceNumbers(report));
        String message = report.capture().warnings().entries().get(0).message();
        assertTrue(message.contains("2 frames before it were analysed"), message);
    }
}
