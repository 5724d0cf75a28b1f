package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.CaptureFacts;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** The same frames in another container are the same traffic. */
class ContainersTest {

    private static final AnalysisOptions ALL = AnalysisOptions.defaults().withMaxPackets(1000);

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReportMode.OFF)
    void neitherTheFormatNorTheByteOrderNorTheUnitOfTimeMatters(@ForAll("traffic") Traffic traffic) throws IOException {
        List<byte[]> captures = new ArrayList<>();
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            captures.add(traffic.pcap(order, false));
            captures.add(traffic.pcap(order, true));
            captures.add(traffic.pcapng(order, 6));
            captures.add(traffic.pcapng(order, 9));
        }
        IcmpReport first = IcmpAnalyzer.analyze(ByteBuffer.wrap(captures.get(0)), ALL);
        for (byte[] capture : captures) {
            IcmpReport report = IcmpAnalyzer.analyze(ByteBuffer.wrap(capture), ALL);
            assertEquals(first.totalPackets(), report.totalPackets());
            assertEquals(first.packets(), report.packets());
            assertEquals(first.statistics(), report.statistics());
            assertEquals(first.echo(), report.echo());
            assertEquals(ofTheTraffic(first.capture()), ofTheTraffic(report.capture()));
        }
        assertEquals(traffic.sightings().size(), first.totalPackets());
        Statistics.collect(first.echo().received() > 0 ? "answered" : first.icmpPackets() > 0 ? "messages" : "none");
        Statistics.coverage(coverage -> {
            coverage.check("answered").percentage(share -> share > 50);
            coverage.check("messages").count(count -> count > 0);
        });
    }

    private static List<Object> ofTheTraffic(CaptureFacts facts) {
        return List.of(
                String.valueOf(facts.firstTime()),
                String.valueOf(facts.lastTime()),
                facts.truncatedFrames(),
                facts.incompleteFragments(),
                facts.unsupportedLinkTypes(),
                facts.warnings());
    }

    @Provide
    Arbitrary<Traffic> traffic() {
        return Traffic.any(30);
    }
}
