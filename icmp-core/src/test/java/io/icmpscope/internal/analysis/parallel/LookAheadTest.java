package io.icmpscope.internal.analysis.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Ping;
import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.internal.capture.CaptureFormats;
import io.icmpscope.internal.capture.CaptureReader;
import io.icmpscope.internal.packet.PacketPump;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/**
 * How much memory is taken: how far ahead is read, and how many lanes there are. A helper who is refused is asked for with
 * every task, so that the tasks can be counted that are given before the first stretch ahead is taken.
 */
class LookAheadTest {

    private static final Limits SMALL = Limits.defaults()
            .withSessions(100)
            .withRequests(100)
            .withDetailed(10)
            .withEntries(100);
    private static final Limits LARGER_THAN_ANY_HEAP =
            SMALL.withSessions(Integer.MAX_VALUE).withEntries(Integer.MAX_VALUE);

    /** Of 18,224 bytes: one batch is folded in each lane, and two stretches for each thread are read. */
    @Test
    void twoStretchesAreReadAheadForEachThread() throws IOException {
        assertEquals(2 + 4, tasksBeforeTheFirstIsTaken(2, SMALL, 1_000));
        assertEquals(3 + 6, tasksBeforeTheFirstIsTaken(3, SMALL, 1_000));
    }

    @Test
    void orAsManyAsThereAre() throws IOException {
        assertEquals(2 + 3, tasksBeforeTheFirstIsTaken(2, SMALL, 18_224 / 4));
        assertEquals(2, tasksBeforeTheFirstIsTaken(2, SMALL, 18_224));
    }

    /** Each lane may come to its limits. */
    @Test
    void thereAreNoMoreLanesThanTheHeapHasRoomFor() throws IOException {
        assertEquals(1 + 6, tasksBeforeTheFirstIsTaken(3, LARGER_THAN_ANY_HEAP, 1_000));
    }

    private static int tasksBeforeTheFirstIsTaken(int threads, Limits limits, int stretchBytes) throws IOException {
        byte[] capture = capture();
        assertEquals(18_224, capture.length);
        CaptureReader whole = CaptureFormats.open(Sources.of(ByteBuffer.wrap(capture)));
        List<Long> frames = new ArrayList<>();
        try (PacketPump pump = new PacketPump(whole)) {
            ParallelAnalysis.run(
                    pump,
                    whole,
                    AnalysisOptions.defaults().withLimits(limits),
                    threads,
                    task -> {
                        frames.add(pump.frames());
                        throw new RejectedExecutionException("no thread");
                    },
                    stretchBytes);
        }
        return (int) frames.stream().filter(frames.get(0)::equals).count();
    }

    /** 350 requests of 52 bytes each, with their headers. */
    private static byte[] capture() {
        Pcap file = Pcap.bigEndian().network(101);
        for (int i = 0; i < 350; i++) {
            file.record(
                    1_700_000_000L + i,
                    7,
                    Ping.between("10.0.0." + i % 20, "10.0.1.1").request(i));
        }
        return file.bytes();
    }
}
