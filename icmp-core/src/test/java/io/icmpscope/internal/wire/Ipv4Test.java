package io.icmpscope.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Bytes;
import java.nio.ByteBuffer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

class Ipv4Test {

    @Property
    @StatisticsReport(StatisticsReportMode.OFF)
    void theCursorStaysInTheFrameWhateverTheHeaderSays(@ForAll("almostIpv4") byte[] packet) {
        Cursor cursor = new Cursor();
        cursor.start(0, packet.length, packet.length, Protocol.NONE);
        boolean passed = Ipv4.read(ByteBuffer.wrap(packet), cursor) == Fault.NONE;
        Statistics.collect(passed ? "passed" : "stopped");
        Statistics.coverage(coverage -> {
            coverage.check("passed").percentage(share -> share > 20);
            coverage.check("stopped").percentage(share -> share > 20);
        });
        assertTrue(cursor.at <= cursor.end && cursor.end <= packet.length, "at " + cursor.at + ", end " + cursor.end);
        if (!passed) {
            assertEquals(0, cursor.at, "a header that could not be passed was not");
            assertEquals(packet.length, cursor.had);
        }
    }

    /** Version and length mostly right, the rest anything, cut anywhere. */
    @Provide
    Arbitrary<byte[]> almostIpv4() {
        Arbitrary<Byte> first =
                Arbitraries.of((byte) 0x45, (byte) 0x45, (byte) 0x46, (byte) 0x4F, (byte) 0x44, (byte) 0x65);
        Arbitrary<byte[]> rest =
                Arbitraries.bytes().array(byte[].class).ofMinSize(18).ofMaxSize(80);
        return Combinators.combine(first, rest).as((version, bytes) -> Bytes.join(new byte[] {version, 0}, bytes));
    }
}
