package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.PrintedPing.Lost;
import io.icmpscope.PrintedPing.Reply;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.EchoSeries;
import io.icmpscope.report.PacketEntry;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we say of a ping over time is what ping printed line by line. */
class LabSeriesTest {

    /** Ping takes its times in user space, the capture in the kernel. */
    private static final double TOLERANCE_MILLIS = 0.2;

    @ParameterizedTest
    @ValueSource(strings = {"ping4-loss", "ping6-loss", "ping4-duplicates", "ping4-reordered", "outage4"})
    void eachLineIsAnAnswerAndWhatHasNoLineIsLost(String scene) throws IOException {
        PrintedPing printed = PrintedPing.of(Lab.printed(scene)).get(0);
        EchoSeries series = Lab.session(IcmpAnalyzer.analyze(
                        Lab.capture(scene), AnalysisOptions.defaults().withSeries(2_000)))
                .series();
        Map<Long, PacketEntry> packets = new HashMap<>();
        Lab.packets(scene).forEach(packet -> packets.put(packet.frameNumber(), packet));

        List<Reply> replies = printed.firstReplies().stream()
                .sorted(Comparator.comparingInt(Reply::sequenceNumber))
                .toList();
        assertTrue(replies.size() > 5);
        assertEquals(replies.size(), series.answers().size());
        for (int i = 0; i < replies.size(); i++) {
            EchoSeries.Answer answer = series.answers().get(i);
            PacketEntry request = packets.get(answer.frame());
            assertEquals(replies.get(i).sequenceNumber(), request.sequenceNumber());
            assertEquals(request.time(), answer.sent());
            assertEquals(
                    replies.get(i).millis(),
                    millis(answer.rtt()),
                    TOLERANCE_MILLIS + replies.get(i).roundedBy());
        }
        assertEquals(
                printed.lost().stream()
                        .sorted(Comparator.comparingInt(Lost::first))
                        .toList(),
                series.losses().stream()
                        .map(loss -> lost(loss, packets.get(loss.frame())))
                        .toList());
    }

    private static Lost lost(EchoSeries.Loss loss, PacketEntry first) {
        assertEquals(first.time(), loss.first());
        return new Lost(first.sequenceNumber(), first.sequenceNumber() + (int) loss.count() - 1);
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
