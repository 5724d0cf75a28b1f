package io.icmpscope.hostile;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Pcapng;
import io.icmpscope.handmade.Ping;
import io.icmpscope.report.CaptureWarning.Code;
import io.icmpscope.report.IcmpReport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of options that never end, or end elsewhere: every step takes at least four bytes and stays in its block. */
@SmallHeap
class BlockOptionsTest {

    private static final Ping PING = Ping.between("192.0.2.1", "192.0.2.2");
    private static final int MANY = 60_000; // options, in a block of 240,000 bytes

    @ParameterizedTest
    @ValueSource(strings = {"0001 0000", "0002 0000", "0bad 0000", "ffff 0000"})
    void optionsOfNoLengthWithoutAnEndAreWalkedOnce(String option) {
        byte[] endless = hex(option.repeat(MANY));
        Pcapng file = Pcapng.bigEndian();
        for (int i = 0; i < 20; i++) {
            file.iface(101, 0, endless).packet(i, i, 28 + 8, 28 + 8, PING.request(i), endless);
        }
        IcmpReport report = Opened.report(file.bytes());
        assertEquals(20, report.icmpPackets());
        boolean flags = option.startsWith("0002"); // in a packet, which have four bytes
        assertEquals(flags ? 20 : 0, report.capture().warnings().total(), "one a block");
        boolean comments = option.startsWith("0001");
        assertEquals(comments ? 40L * MANY : 0, report.capture().comments().total());
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 8, 60_000, 65_535})
    void anOptionThatLeavesItsBlockEndsTheListAndNotTheFile(int length) {
        Pcapng file = Pcapng.littleEndian();
        int offset = file.offset();
        byte[] overrun = join(file.n2(2), file.n2(length), hex("41414141"));
        file.iface(101, 0, overrun).packet(0, 1, PING.request(1)).packet(0, 2, PING.reply(1));
        IcmpReport report = Opened.report(file.bytes());
        Opened.warned(report, Code.MALFORMED_BLOCK, offset);
        assertEquals(List.of(1, 1), Opened.sequenceNumbers(report));
        assertEquals(null, report.capture().interfaces().entries().get(0).name());
    }

    @Test
    void anOptionThatLeavesItsPacketBlockLeavesThePacketAsItIs() {
        Pcapng file = Pcapng.littleEndian().iface(101, 0);
        byte[] overrun = join(file.n2(1), file.n2(9), hex("41414141"));
        int offset = file.offset();
        file.packet(0, 1, 36, 36, PING.request(1), overrun).packet(0, 2, PING.reply(1));
        IcmpReport report = Opened.report(file.bytes());
        Opened.warned(report, Code.MALFORMED_BLOCK, offset);
        assertEquals(List.of(1, 1), Opened.sequenceNumbers(report));
    }

    /** Every one of them lies; that is told a bounded number of times. */
    @Test
    void aLieInEveryBlockIsCountedAndNotListed() {
        Pcapng file = Pcapng.littleEndian().iface(101, 0);
        byte[] overrun = join(file.n2(1), file.n2(9), hex("41414141"));
        for (int i = 0; i < 20_000; i++) {
            file.packet(0, i, 36, 36, PING.request(i), overrun);
        }
        IcmpReport report = Opened.report(file.bytes());
        assertEquals(20_000, report.icmpPackets());
        assertEquals(20_000, report.capture().warnings().total());
        assertTrue(report.capture().warnings().entries().size() <= 100);
    }
}
