package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Ping;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.PacketEntry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;
import org.junit.jupiter.api.Test;

/** Messages one by one, and the same in a report; and calls that are wrong. */
class LazyPacketsTest {

    private static final AnalysisOptions ALL = AnalysisOptions.defaults().withMaxPackets(1000);

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReportMode.OFF)
    void oneByOneTheyAreThoseOfTheReportButForTheFrameOfTheReply(@ForAll("traffic") Traffic traffic)
            throws IOException {
        byte[] capture = traffic.pcapng(ByteOrder.LITTLE_ENDIAN, 6);
        IcmpReport report = IcmpAnalyzer.analyze(ByteBuffer.wrap(capture), ALL);
        try (IcmpPackets packets = IcmpAnalyzer.packets(new ByteArrayInputStream(capture), ALL)) {
            for (PacketEntry listed : report.packets()) {
                assertEquals(withoutReply(listed), String.valueOf(packets.next()));
            }
            assertNull(packets.next());
            assertEquals(report.totalPackets(), packets.totalPackets());
            assertEquals(report.icmpPackets(), packets.icmpPackets());
            assertEquals(report.capture(), packets.capture());
        }
        boolean linked = report.packets().stream().anyMatch(packet -> packet.requestFrame() != null);
        Statistics.collect(linked ? "linked" : "not linked");
        Statistics.coverage(coverage -> coverage.check("linked").percentage(share -> share > 15));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void aPageOfTheMessagesIsThatPartOfThem(
            @ForAll("traffic") Traffic traffic,
            @ForAll @IntRange(max = 20) int first,
            @ForAll @IntRange(max = 20) int most)
            throws IOException {
        ByteBuffer capture = ByteBuffer.wrap(traffic.pcap(ByteOrder.BIG_ENDIAN, true));
        List<PacketEntry> all = IcmpAnalyzer.analyze(capture, ALL).packets();
        IcmpReport page =
                IcmpAnalyzer.analyze(capture, ALL.withFirstPacket(first).withMaxPackets(most));
        int from = Math.min(first, all.size());
        assertEquals(all.subList(from, Math.min(from + most, all.size())), page.packets());
        assertEquals(all.size(), page.icmpPackets());
        assertEquals(all.size() - page.packets().size(), page.packetsOmitted());
    }

    @Test
    void behindTheEndIsNothingAndNoFurtherWarning() throws IOException {
        byte[] damaged = Pcap.bigEndian()
                .network(101)
                .record(1, 0, Ping.between("192.0.2.1", "192.0.2.2").request(1))
                .record(2, 0, -1, -1, new byte[1 << 20])
                .bytes();
        try (IcmpPackets packets = IcmpAnalyzer.packets(new ByteArrayInputStream(damaged), ALL)) {
            assertEquals(1, packets.next().frameNumber());
            for (int i = 0; i < 3; i++) {
                assertNull(packets.next());
                assertEquals(1, packets.capture().warnings().total());
                assertEquals(damaged.length, packets.capture().sizeBytes());
            }
        }
    }

    @Test
    void closingThemClosesTheStream() throws IOException {
        List<String> closed = new ArrayList<>();
        IcmpAnalyzer.packets(new Watched(Pcap.bigEndian().bytes(), closed), ALL).close();
        assertEquals(List.of("closed"), closed);
    }

    @Test
    void aBadCallIsRefusedBeforeAnyByteIsRead() {
        Watched stream = new Watched(Pcap.bigEndian().bytes(), new ArrayList<>());
        assertThrows(NullPointerException.class, () -> IcmpAnalyzer.analyze(stream, null));
        assertThrows(NullPointerException.class, () -> IcmpAnalyzer.packets(stream, null));
        assertThrows(NullPointerException.class, () -> IcmpAnalyzer.analyze((Path) null));
        assertThrows(NullPointerException.class, () -> IcmpAnalyzer.analyze((InputStream) null, ALL));
        assertThrows(NullPointerException.class, () -> IcmpAnalyzer.analyze((ByteBuffer) null, ALL));
        assertFalse(stream.touched);
    }

    private static String withoutReply(PacketEntry entry) {
        String text = entry.toString();
        assertTrue(text.contains("replyFrame="));
        return text.replaceFirst("replyFrame=\\w+", "replyFrame=null");
    }

    @Provide
    Arbitrary<Traffic> traffic() {
        return Traffic.any(30);
    }

    private static final class Watched extends ByteArrayInputStream {

        private final List<String> closed;
        private boolean touched;

        Watched(byte[] bytes, List<String> closed) {
            super(bytes);
            this.closed = closed;
        }

        @Override
        public synchronized int read(byte[] into, int offset, int length) {
            touched = true;
            return super.read(into, offset, length);
        }

        @Override
        public void close() {
            closed.add("closed");
        }
    }
}
