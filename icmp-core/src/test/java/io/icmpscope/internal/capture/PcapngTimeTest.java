package io.icmpscope.internal.capture;

import static io.icmpscope.handmade.Bytes.hex;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.handmade.Pcapng;
import io.icmpscope.report.CaptureWarning.Code;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** if_tsresol and if_tsoffset: no time rather than a wrong one. */
class PcapngTimeTest {

    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);
    private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);

    /** Trap 24. */
    @ParameterizedTest
    @CsvSource({
        "0x00, 5, 5000000000", // seconds
        "0x03, 5001, 5001000000",
        "0x06, 5000001, 5000001000",
        "0x09, 5000000001, 5000000001",
        "0x0C, 5000000001999, 5000000001", // picoseconds, rounded down
        "0x12, 5000000001000000000, 5000000001", // 10^-18
        "0x13, 5000000001000000000, 500000000", // 10^-19: half a second
        "0x13, -1, 1844674407", // 2^64 - 1 ticks, unsigned
        "0x80, 5, 5000000000", // 2^0: seconds
        "0x81, 3, 1500000000", // half seconds
        "0x8A, 1536, 1500000000", // 2^-10
        "0xA0, 6442450944, 1500000000", // 2^-32, as NTP
        "0xA0, 1, 0",
        "0xBF, 6917529027641081856, 750000000", // 2^-63: 3/4
        "0xBF, -1, 1999999999",
    })
    void theUnitIsAPowerOfTenOrOfTwo(String resolution, long ticks, long nanos) throws IOException {
        assertEquals(
                List.of(nanos),
                Captures.read(capture(Integer.decode(resolution), 0, ticks)).times());
    }

    @ParameterizedTest
    @CsvSource({"0x14", "0x7F", "0xC0", "0xFF"})
    void aUnitThatCannotBeGivesNoTimeAndOneWarning(String resolution) throws IOException {
        Pcapng file = Pcapng.littleEndian();
        file.iface(1, 0, file.resolution(Integer.decode(resolution)));
        Captures capture = Captures.read(
                file.packet(0, 1, hex("01")).packet(0, 2, hex("02")).bytes());
        assertEquals(List.of(Frame.NO_TIME, Frame.NO_TIME), capture.times());
        assertEquals(Code.ODD_TIME, capture.warning().code());
        assertEquals(1L, capture.warning().frame());
    }

    /** Trap 24. */
    @ParameterizedTest
    @CsvSource({
        "-3600, 3600000001, 1000", // an hour back
        "-3601, 3600000001, -999999000", // before 1970
        "1700000000, 1, 1700000000000001000",
        "0, 9223372035999999, 9223372035999999000", // the last microsecond of the last whole second
        "9223372035, 0, 9223372035000000000", // April 2262, the last second that fits
    })
    void theOffsetIsInSecondsEitherWay(long offset, long ticks, long nanos) throws IOException {
        assertEquals(List.of(nanos), Captures.read(capture(6, offset, ticks)).times());
    }

    @ParameterizedTest
    @CsvSource({
        "9223372037, 0",
        "0, 9223372036000000",
        "9223372036, 1000000",
        "9223372036854775807, 0",
        "9223372036854775807, 1000000",
        "-9223372036854775808, 0",
        "-9223372037, 0",
        "0, -1" // 584,942 years in microseconds
    })
    void aTimeThatCannotBeExpressedIsNoTime(long offset, long ticks) throws IOException {
        Captures capture = Captures.read(capture(6, offset, ticks));
        assertEquals(List.of(Frame.NO_TIME), capture.times());
        assertEquals(Code.ODD_TIME, capture.warning().code());
    }

    @Test
    void theOrderOfTheTwoOptionsDoesNotMatter() throws IOException {
        Pcapng file = Pcapng.bigEndian();
        file.iface(1, 0, file.timeOffset(10), file.resolution(0x81)).packet(0, 3, hex("01"));
        assertEquals(List.of(11_500_000_000L), Captures.read(file.bytes()).times());
    }

    @Property(tries = 500)
    @StatisticsReport(StatisticsReportMode.OFF)
    void anyTimeIsExactOrNone(@ForAll @IntRange(max = 255) int resolution, @ForAll int offset, @ForAll long ticks)
            throws IOException {
        BigInteger base = BigInteger.valueOf((resolution & 0x80) == 0 ? 10 : 2);
        BigInteger perSecond = base.pow(resolution & 0x7F);
        BigInteger since1970 =
                BigInteger.valueOf(ticks).mod(TWO_64).multiply(NANOS).divide(perSecond);
        BigInteger nanos = since1970.add(BigInteger.valueOf(offset).multiply(NANOS));
        long time = Captures.read(capture(resolution, offset, ticks)).times().get(0);
        Statistics.collect(time == Frame.NO_TIME ? "none" : "exact");
        Statistics.coverage(coverage -> {
            coverage.check("none").percentage(share -> share > 5);
            coverage.check("exact").percentage(share -> share > 5);
        });
        if (time != Frame.NO_TIME) {
            assertEquals(nanos, BigInteger.valueOf(time));
        }
    }

    private static byte[] capture(int resolution, long offset, long ticks) {
        Pcapng file = Pcapng.bigEndian();
        return file.iface(1, 0, file.resolution(resolution), file.timeOffset(offset))
                .packet(0, ticks, hex("01"))
                .bytes();
    }
}
