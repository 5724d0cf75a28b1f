package io.icmpscope.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.icmpscope.bench.peer.EchoCounts;
import io.icmpscope.bench.peer.Peer;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All peers come to the same counts, which are those of the generator: none of them is measured at less than the task. */
class PeersTest {

    private final PeerTask task = new PeerTask();

    static Stream<Arguments> tasks() {
        return Arrays.stream(Peer.values())
                .flatMap(peer -> Stream.of(CaptureKind.MIXED, CaptureKind.PINGS, CaptureKind.MIXED_PCAPNG)
                        .map(capture -> Arguments.of(peer, capture)))
                .filter(PeersTest::isInItsFormat);
    }

    private static boolean isInItsFormat(Arguments task) {
        boolean pcapng = ((CaptureKind) task.get()[1]).isPcapng();
        return task.get()[0] != (pcapng ? Peer.PKTS : Peer.PCAPNG_DECODER);
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void theCountsAreThoseOfTheGenerator(Peer peer, CaptureKind capture) throws IOException {
        String refusal = peer.refusal(capture.isPcapng());
        assumeTrue(refusal == null, refusal);
        generate(peer, capture);
        Truth truth = task.truth();
        Rate rate = new Rate();
        EchoCounts counts = new PeersBenchmark().echoes(task, rate);
        assertEquals(new EchoCounts(truth.totalPackets(), truth.icmpPackets(), truth.sent(), truth.received()), counts);
        assertEquals(truth.totalPackets(), rate.packets);
        task.delete();
    }

    @Test
    void aPeerIsLeftOutWhereItCannotReadTheFormat() {
        assertThrows(IllegalStateException.class, () -> generate(Peer.PKTS, CaptureKind.MIXED_PCAPNG));
        assertThrows(IllegalStateException.class, () -> generate(Peer.PCAPNG_DECODER, CaptureKind.MIXED));
    }

    private void generate(Peer peer, CaptureKind capture) throws IOException {
        task.peer = peer;
        task.capture = capture;
        task.megabytes = 1;
        task.generate();
    }
}
