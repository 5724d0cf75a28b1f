package io.icmpscope.internal.analysis.total;

import static io.icmpscope.handmade.Bytes.cut;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Statistics;
import io.icmpscope.report.Statistics.RangeCount;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sizes and times to live, in classes. */
class HistogramsTest {

    private static final Ping PING = Ping.between("192.0.2.1", "192.0.2.2");

    @Test
    void sizesAreThoseOnTheWireFromOnePowerOfTwoToTheNext() throws Exception {
        Pcap file = Pcap.littleEndian().network(101);
        byte[] kept = cut(PING.request(1), 30);
        for (int wire : new int[] {30, 31, 32, 63, 64, 127, 128, 1500, 65_535}) {
            file.record(0, 0, kept.length, wire, kept);
        }
        Statistics statistics = IcmpAnalyzer.analyze(ByteBuffer.wrap(file.bytes()), AnalysisOptions.defaults())
                .statistics();
        assertEquals(
                List.of(
                        new RangeCount(16, 31, 2),
                        new RangeCount(32, 63, 2),
                        new RangeCount(64, 127, 2),
                        new RangeCount(128, 255, 1),
                        new RangeCount(1024, 2047, 1),
                        new RangeCount(32_768, 65_535, 1)),
                statistics.sizes());
    }

    @Test
    void whatSystemsBeginWithStandsAloneAndWhatRoutersLeftOfItBelow() throws Exception {
        PingScene scene = new PingScene();
        for (int ttl = 0; ttl < 256; ttl++) {
            scene.at(ttl, PING.ttl(ttl).request(ttl));
        }
        assertEquals(
                List.of(
                        new RangeCount(0, 0, 1),
                        new RangeCount(1, 1, 1),
                        new RangeCount(2, 16, 15),
                        new RangeCount(17, 31, 15),
                        new RangeCount(32, 32, 1),
                        new RangeCount(33, 48, 16),
                        new RangeCount(49, 63, 15),
                        new RangeCount(64, 64, 1),
                        new RangeCount(65, 112, 48),
                        new RangeCount(113, 127, 15),
                        new RangeCount(128, 128, 1),
                        new RangeCount(129, 239, 111),
                        new RangeCount(240, 254, 15),
                        new RangeCount(255, 255, 1)),
                scene.report().statistics().ttls());
    }

    @Test
    void classesWithoutMessagesAreLeftOut() throws Exception {
        Statistics statistics =
                new PingScene().at(0, PING.ttl(57).request(1)).report().statistics();
        assertEquals(List.of(new RangeCount(49, 63, 1)), statistics.ttls());
        assertEquals(List.of(new RangeCount(32, 63, 1)), statistics.sizes());
    }
}
