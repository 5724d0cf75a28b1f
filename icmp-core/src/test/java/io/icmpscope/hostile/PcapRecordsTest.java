package io.icmpscope.hostile;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.number;
import static java.nio.ByteOrder.BIG_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Ping;
import io.icmpscope.report.CaptureWarning;
import io.icmpscope.report.CaptureWarning.Code;
import io.icmpscope.report.IcmpReport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records whose lengths lie end a pcap file; they are no reason to read what came before them in another way. */
@SmallHeap
class PcapRecordsTest {

    private static final Ping PING = Ping.between("192.0.2.1", "192.0.2.2");

    /** Negative ones, and those over the limit of 256 KiB. */
    @ParameterizedTest
    @ValueSource(longs = {262_145, 0x7FFF_FFFFL, 0x8000_0000L, 0xFFFF_FFF0L, 0xFFFF_FFFFL})
    void aCapturedLengthThatCannotBeEndsTheFileThere(long length) {
        for (boolean nanoseconds : new boolean[] {false, true}) {
            Pcap file = twoPings(nanoseconds ? Pcap.littleEndian().nanoseconds() : Pcap.bigEndian());
            int offset = file.offset();
            keepsTwo(file.record(3, 0, length, length, PING.request(2)), Code.CORRUPT_LENGTH, offset);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 5_000, 262_144})
    void aCapturedLengthBeyondTheEndOfTheFileCutsItShort(long length) {
        Pcap file = twoPings(Pcap.littleEndian());
        int offset = file.offset();
        byte[] bytes = twoPings(Pcap.littleEndian())
                .record(3, 0, length, length, PING.request(2))
                .bytes();
        IcmpReport report = Opened.report(bytes);
        Opened.warned(report, Code.CUT_SHORT, offset);
        assertEquals(List.of(1, 1), Opened.sequenceNumbers(report));
    }

    /**
     * Patched versions of libpcap wrote longer record headers, some of them under the usual magic. Whoever guesses that from a
     * length that cannot be reads the frames before it again, and others than before.
     */
    @Test
    void recordsOfThePatchedVariantUnderTheUsualMagicAreReadAsTheMagicSays() {
        byte[] ping = PING.data("abcdefgh").request(1);
        byte[] patched = join(number(BIG_ENDIAN, 4, 2), hex("0800 00 00"));
        Pcap file = Pcap.bigEndian().network(101).record(1, 0, ping.length, ping.length, join(patched, ping));
        int second = 24 + 16 + ping.length; // "abcd" seconds and "efgh" microseconds, and of the time 2.0: 2 bytes of 0
        file.record(2, 0, ping.length, ping.length, join(patched, ping));
        int third =
                second + 16 + 2; // the end of the lengths, the interface, the type, the ping: its third word as length
        IcmpReport report = Opened.report(file.bytes());
        assertEquals(0, report.icmpPackets(), "a frame begins with the rest of the longer header");
        assertEquals("pcap", report.capture().format());
        List<CaptureWarning> warnings = report.capture().warnings().entries();
        assertEquals(
                List.of(Code.ODD_TIME, Code.CUT_SHORT),
                warnings.stream().map(CaptureWarning::code).toList());
        assertEquals(
                List.of((long) second, (long) third),
                warnings.stream().map(CaptureWarning::byteOffset).toList());
    }

    /** The microseconds of the undamaged part would be nanoseconds in the other variant. */
    @ParameterizedTest
    @CsvSource({"false, 1500000", "true, 1500"})
    void damageNeverChangesTheUnitOfTheTimesBefore(boolean nanoseconds, long rttNanos) {
        Pcap file = (nanoseconds ? Pcap.bigEndian().nanoseconds() : Pcap.bigEndian()).network(101);
        file.record(1, 0, PING.request(1)).record(1, 1_500, PING.reply(1)).record(2, 4_000_000_000L, -1, -1, hex(""));
        IcmpReport report = Opened.report(file.bytes());
        assertEquals(rttNanos, report.packets().get(1).rtt().toNanos());
        assertEquals(
                Code.CORRUPT_LENGTH,
                report.capture().warnings().entries().get(0).code());
    }

    private static Pcap twoPings(Pcap file) {
        return file.network(101).record(1, 0, PING.request(1)).record(2, 0, PING.reply(1));
    }

    private static void keepsTwo(Pcap file, Code code, int offset) {
        IcmpReport report = Opened.report(file.record(4, 0, PING.reply(2)).bytes());
        Opened.warned(report, code, offset);
        assertEquals(List.of(1, 1), Opened.sequenceNumbers(report));
    }
}
