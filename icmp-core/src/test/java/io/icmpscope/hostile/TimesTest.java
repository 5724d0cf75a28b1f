package io.icmpscope.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Pcapng;
import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.CaptureWarning.Code;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.PacketEntry;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks that cannot be, and clocks that go back: no time rather than a wrong one, and never less than no time. */
@SmallHeap
class TimesTest {

    private static final Ping PING = Ping.between("192.0.2.1", "192.0.2.2");

    @Test
    void everySectionIsReadInItsOwnByteOrder() {
        Pcapng file = Pcapng.bigEndian().iface(101, 0).packet(0, 1_000_000, PING.request(1));
        file.order(ByteOrder.LITTLE_ENDIAN).section().iface(101, 0).packet(0, 1_000_500, PING.reply(1));
        file.order(ByteOrder.BIG_ENDIAN).section().iface(101, 0).packet(0, 2_000_000, PING.request(2));
        IcmpReport report = Opened.report(file.bytes());
        assertEquals(List.of(), report.capture().warnings().entries());
        assertEquals(List.of(1, 1, 2), Opened.sequenceNumbers(report));
        assertEquals(500_000, report.packets().get(1).rtt().toNanos());
        assertEquals(Instant.ofEpochSecond(2), report.packets().get(2).time());
    }

    @ParameterizedTest
    @ValueSource(ints = {0x7F, 0xFF, 0x40, 0xC0, 0x21})
    void aUnitThatNoClockHasGivesNoTime(int resolution) {
        Pcapng file = Pcapng.littleEndian();
        file.iface(101, 0, file.resolution(resolution));
        int offset = file.offset();
        noTimes(file.packet(0, -1L, PING.request(1)).packet(0, Long.MAX_VALUE, PING.reply(1)), offset);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, -1", // 2^64 - 1 seconds
        "0, 0, 9223372037", // the first second behind what 63 bits of nanoseconds hold
        "6, 9223372036854775807, 1",
        "6, -9223372036854775808, 1",
        "0, 9223372036854775807, 9223372036854775807",
        "9, 9223372036, 854775808"
    })
    void aTimeBeyondWhatCanBeSaidIsNone(int resolution, long offsetSeconds, long ticks) {
        Pcapng file = Pcapng.bigEndian();
        file.iface(101, 0, file.resolution(resolution), file.timeOffset(offsetSeconds));
        int offset = file.offset();
        noTimes(file.packet(0, ticks, PING.request(1)).packet(0, ticks, PING.reply(1)), offset);
    }

    @Test
    void anAnswerBeforeItsQuestionHasNoNegativeTime() throws Exception {
        PingScene scene = new PingScene()
                .at(5_000, PING.request(1))
                .at(4_000, PING.reply(1))
                .at(100_000, PING.request(2));
        IcmpReport report = Opened.report(scene.bytes());
        NoNegativeTimes.in(report);
        assertEquals(3, report.icmpPackets());
        assertEquals(96, report.capture().duration().toSeconds());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aClockThatJumpsNeverGivesANegativeTime(long seed) throws Exception {
        Random chance = new Random(seed);
        PingScene scene = new PingScene();
        for (int i = 0; i < 3_000; i++) {
            double millis = chance.nextInt(4) == 0 ? chance.nextInt(1_000_000) : i;
            Ping ping = Ping.between("192.0.2." + (1 + i % 3), "192.0.2.9").ttl(1 + i % 40);
            scene.at(millis, i % 2 == 0 ? ping.request(i / 4) : ping.reply(i / 4));
        }
        IcmpReport report = Opened.report(scene.bytes());
        assertEquals(3_000, report.icmpPackets());
        assertTrue(NoNegativeTimes.in(report) > 100, "there were times to look at");
    }

    private static void noTimes(Pcapng file, int offset) {
        IcmpReport report = Opened.report(file.bytes());
        assertEquals(List.of(1, 1), Opened.sequenceNumbers(report));
        for (PacketEntry packet : report.packets()) {
            assertNull(packet.time());
            assertNull(packet.rtt());
        }
        assertNull(report.capture().duration());
        Opened.warned(report, Code.ODD_TIME, offset);
    }
}
