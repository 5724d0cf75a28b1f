package io.icmpscope.internal.analysis.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Ping;
import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.internal.capture.CaptureFormats;
import io.icmpscope.internal.capture.CaptureReader;
import io.icmpscope.internal.packet.PacketPump;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Pings of 20 hosts, all answered: what comes of them when a capture of 52 bytes for each message is read in stretches. */
class PingsInStretchesTest {

    private static final Executor AT_ONCE = Runnable::run;
    private static final Executor NEVER = task -> {};

    @Test
    void stretchesThatFollowPlainlyAreTakenAsTheyWereRead() throws IOException {
        byte[] capture = pings(200).bytes();
        assertEquals(24 + 400 * 52, capture.length);
        for (Executor executor : new Executor[] {AT_ONCE, NEVER}) {
            Together together = Together.of(capture, 3, executor, 1_000);
            assertEquals(20, together.taken(), "all of 21 but the first");
            assertPings(200, capture, together.report());
        }
    }

    @Test
    void threadsThatComeAndGoMakeTheSameOfThem() throws IOException {
        byte[] capture = pings(300).bytes();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            assertPings(300, capture, Together.of(capture, 3, pool, 700).report());
        } finally {
            pool.shutdown();
        }
    }

    /** Behind a payload that looks like a capture nobody can go on, but behind the stretch that it ends in all can. */
    @Test
    void behindADeceivingPayloadStretchesAreTakenAgain() throws IOException {
        byte[] hidden = pings(30).bytes();
        Pcap file = pings(100);
        file.record(
                1_700_000_000L,
                0,
                Ping.between("10.0.0.1", "10.0.0.2").data(hidden).request(1));
        addPings(file, 100);
        byte[] capture = file.bytes();
        Together together = Together.of(capture, 2, AT_ONCE, 1_000);
        assertEquals(401, together.report().icmpPackets());
        assertEquals(Together.alone(capture), together.report());
        int stretches = capture.length / 1_000;
        int inside = hidden.length / 1_000;
        assertTrue(together.taken() >= stretches - inside - 2, "of " + stretches + ": " + together.taken());
        assertTrue(together.taken() < stretches, "some were not");
    }

    /** As many copies as that do not fit into one batch. */
    @Test
    void whatIsReadInOrderIsFoldedInBatches() throws IOException {
        byte[] capture = pings(1_100).bytes();
        Together together = Together.of(capture, 2, AT_ONCE, 1 << 20);
        assertEquals(0, together.taken());
        assertPings(1_100, capture, together.report());
    }

    @Test
    void aCaptureIsReadToItsEndAndSummedUp() throws IOException {
        byte[] capture = pings(200).bytes();
        CaptureReader whole = CaptureFormats.open(Sources.of(ByteBuffer.wrap(capture)));
        try (PacketPump pump = new PacketPump(whole)) {
            assertPings(200, capture, ParallelAnalysis.run(pump, whole, Together.ALL, 2, AT_ONCE, 1_000));
        }
    }

    private static void assertPings(int pings, byte[] capture, IcmpReport report) throws IOException {
        assertEquals(2L * pings, report.icmpPackets());
        assertEquals(2L * pings, report.totalPackets());
        assertEquals(pings, report.echo().sent());
        assertEquals(pings, report.echo().received());
        assertEquals(20, report.echo().sessions().total());
        report.echo()
                .sessions()
                .entries()
                .forEach(session -> assertEquals(
                        pings / 20, session.received(), session.requester().toString()));
        assertEquals(Together.alone(capture), report);
    }

    private static Pcap pings(int count) {
        return addPings(Pcap.bigEndian().network(101), count); // in which nothing else looks like a record
    }

    private static Pcap addPings(Pcap file, int count) {
        for (int i = 0; i < count; i++) {
            Ping ping = Ping.between("10.0.0." + (1 + i % 20), "10.0.1.1");
            file.record(1_700_000_000L + i / 20, i % 20 * 100 + 7, ping.request(i / 20));
            file.record(1_700_000_000L + i / 20, i % 20 * 100 + 50, ping.reply(i / 20));
        }
        return file;
    }
}
