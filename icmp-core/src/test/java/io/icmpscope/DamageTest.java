package io.icmpscope;

import static io.icmpscope.handmade.Bytes.cut;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Bytes;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.PacketEntry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** Whatever was done to a capture: what can be read is read, and nothing is thrown but the typed exception. */
class DamageTest {

    @Property(tries = 15, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReportMode.OFF)
    void everyPrefixGivesAPrefixOfTheMessages(@ForAll("traffic") Traffic traffic, @ForAll boolean ng)
            throws IOException {
        byte[] capture = ng ? traffic.pcapng(ByteOrder.BIG_ENDIAN, 9) : traffic.pcap(ByteOrder.LITTLE_ENDIAN, false);
        List<PacketEntry> whole = messages(capture);
        int before = 0;
        for (int length = 0; length <= capture.length; length++) {
            List<PacketEntry> some;
            try {
                some = messages(cut(capture, length));
            } catch (CaptureFormatException refused) {
                assertTrue(length < 24, "of " + length + " bytes: " + refused.getMessage());
                continue;
            }
            assertTrue(some.size() >= before, "more bytes, no fewer messages");
            assertEquals(whole.subList(0, some.size()), some);
            before = some.size();
        }
        assertEquals(whole.size(), before);
        Statistics.collect(whole.size() > 1 ? "several" : "few");
        Statistics.coverage(coverage -> coverage.check("several").percentage(share -> share > 30));
    }

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReportMode.OFF)
    void aChangedByteIsNeverAnException(@ForAll("traffic") Traffic traffic, @ForAll boolean ng, @ForAll byte change)
            throws IOException {
        byte[] capture = ng ? traffic.pcapng(ByteOrder.LITTLE_ENDIAN, 6) : traffic.pcap(ByteOrder.BIG_ENDIAN, true);
        for (int at = 0; at < capture.length; at++) {
            byte[] changed = capture.clone();
            changed[at] ^= change == 0 ? (byte) 0xFF : change;
            try {
                var report = IcmpAnalyzer.analyze(ByteBuffer.wrap(changed), AnalysisOptions.defaults());
                Statistics.collect(report.capture().warnings().total() > 0 ? "warned" : "read");
            } catch (CaptureFormatException refused) {
                assertTrue(at < 24, "a changed byte " + at + ": " + refused.getMessage());
                Statistics.collect("refused");
            }
        }
        Statistics.coverage(coverage -> {
            coverage.check("warned").percentage(share -> share > 1);
            coverage.check("read").percentage(share -> share > 10);
            coverage.check("refused").percentage(share -> share > 0.1);
        });
    }

    @Property(tries = 300)
    void anyBytesBehindAMagicAreNeverAnException(@ForAll("magics") String magic, @ForAll byte[] rest)
            throws IOException {
        byte[] file = Bytes.join(Bytes.hex(magic), rest);
        try {
            IcmpAnalyzer.analyze(ByteBuffer.wrap(file), AnalysisOptions.defaults());
        } catch (CaptureFormatException refused) {
            assertTrue(refused.getMessage().startsWith("byte "), refused.getMessage());
            assertTrue(refused.offset() <= file.length);
        }
    }

    /** All messages of a capture, as a stream gives them. */
    static List<PacketEntry> messages(byte[] capture) throws IOException {
        List<PacketEntry> messages = new ArrayList<>();
        try (IcmpPackets packets =
                IcmpAnalyzer.packets(new ByteArrayInputStream(capture), AnalysisOptions.defaults())) {
            for (PacketEntry packet = packets.next(); packet != null; packet = packets.next()) {
                messages.add(packet);
            }
        }
        return messages;
    }

    @Provide
    Arbitrary<Traffic> traffic() {
        return Traffic.any(8);
    }

    @Provide
    Arbitrary<String> magics() {
        return Arbitraries.of(
                "d4c3b2a1 0200 0400 00000000 00000000 00000400 01000000",
                "a1b23c4d 0002 0004 00000000 00000000 00040000 00000065",
                "34cdb2a1 0200 0400 00000000 00000000 00000400 01000000",
                "1c0001ac 0002 0004 00000000 00000000 00040000 00000001",
                "0a0d0d0a 0000001c 1a2b3c4d 0001 0000 ffffffffffffffff 0000001c 00000001",
                "0a0d0d0a 0000001c 1a2b3c4d",
                "1f8b08",
                "");
    }
}
