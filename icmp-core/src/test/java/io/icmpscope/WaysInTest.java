package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.report.Access;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;
import org.junit.jupiter.api.Test;

/** Whichever way a capture comes in, the answer is the same. */
class WaysInTest {

    private static final AnalysisOptions ALL = AnalysisOptions.defaults().withMaxPackets(1000);
    private static final Path FILE = temporaryFile();

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReportMode.OFF)
    void mappedReadStreamedAndInMemoryGiveOneReport(
            @ForAll("traffic") Traffic traffic,
            @ForAll boolean ng,
            @ForAll @IntRange(min = -1000, max = 1000) int damage)
            throws IOException {
        byte[] capture = ng ? traffic.pcapng(ByteOrder.LITTLE_ENDIAN, 6) : traffic.pcap(ByteOrder.BIG_ENDIAN, false);
        if (damage > 0) {
            capture[24 + damage % (capture.length - 24)] ^= 0x55; // behind the file header
        }
        IcmpReport report = sameFromEverywhere(capture);
        Statistics.label("messages").collect(report.icmpPackets() > 0 ? "some" : "none");
        Statistics.label("capture")
                .collect(report.capture().warnings().entries().isEmpty() ? "whole" : "damaged");
        Statistics.label("messages").coverage(c -> c.check("some").percentage(share -> share > 60));
        Statistics.label("capture").coverage(c -> {
            c.check("whole").percentage(share -> share > 20);
            c.check("damaged").percentage(share -> share > 2);
        });
    }

    @Test
    void alsoWhenALargeCaptureIsDamagedAtItsStart() throws IOException {
        byte[] capture = Pcap.bigEndian()
                .record(1, 0, new byte[60])
                .record(2, 0, -1, -1, new byte[1 << 20])
                .bytes();
        assertEquals(1, sameFromEverywhere(capture).totalPackets());
    }

    private static IcmpReport sameFromEverywhere(byte[] capture) throws IOException {
        IcmpReport heap = IcmpAnalyzer.analyze(ByteBuffer.wrap(capture), ALL);
        ByteBuffer direct =
                ByteBuffer.allocateDirect(capture.length).put(capture).flip();
        assertEquals(heap, IcmpAnalyzer.analyze(direct, ALL));
        assertEquals(heap, IcmpAnalyzer.analyze(new ByteArrayInputStream(capture), ALL));
        Files.write(FILE, capture);
        assertEquals(heap, sameOptions(IcmpAnalyzer.analyze(FILE, ALL.withAccess(Access.MAPPED))));
        assertEquals(heap, sameOptions(IcmpAnalyzer.analyze(FILE, ALL.withAccess(Access.READ))));
        assertEquals(heap, IcmpAnalyzer.analyze(Files.newInputStream(FILE), ALL));
        return heap;
    }

    /** The report as if it had been asked for as the others were. */
    private static IcmpReport sameOptions(IcmpReport report) {
        return report.withOptions(ALL);
    }

    @Provide
    Arbitrary<Traffic> traffic() {
        return Traffic.any(20).filter(traffic -> !traffic.sightings().isEmpty());
    }

    private static Path temporaryFile() {
        try {
            return Files.createTempFile("ways-in", ".pcap");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @AfterContainer
    static void deleteFile() throws IOException {
        Files.delete(FILE);
    }
}
