package io.icmpscope;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Pcapng;
import io.icmpscope.handmade.Ping;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.CaptureFacts.UnsupportedLinkType;
import io.icmpscope.report.CaptureFile;
import io.icmpscope.report.CaptureWarning;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.PacketEntry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How several captures become one timeline. */
class TimelineTest {

    private static final int RAW_IP = 101; // LINKTYPE number
    private static final Ping PING = Ping.between("192.0.2.1", "192.0.2.2");
    private static final byte[] NO_IP = hex("00");

    private final Timeline timeline = Timeline.of(List.of());

    @Test
    void aRequestInOneCaptureIsAnsweredByTheReplyInAnother() throws IOException {
        give("b", pcap().record(10, 2_000, PING.reply(1)));
        give("a", pcap().record(10, 1_000, PING.request(1)));
        IcmpReport report = report();
        EchoSession session = report.echo().sessions().entries().get(0);
        assertEquals(1, session.received());
        assertEquals(Duration.ofMillis(1), report.packets().get(1).rtt());
        assertEquals(List.of("a 1", "b 1"), places(report));
        assertEquals(2L, report.packets().get(0).replyFrame());
    }

    @Test
    void fragmentsOfOneDatagramMayLieInDifferentCaptures() throws IOException {
        byte[] first = hex("45 00 001c 0007 2000 40 01 0000 c0000201 c0000202", "08 00 0000 1234 0001");
        byte[] last = hex("45 00 001c 0007 0001 40 01 0000 c0000201 c0000202", "6162636465666768");
        give("a", pcap().record(10, 0, first).record(12, 0, NO_IP));
        give("b", pcap().record(11, 0, last));
        IcmpReport report = report();
        assertEquals(List.of(1L, 2L), report.packets().get(0).fragments());
        assertEquals(List.of("b 1"), places(report));
        assertEquals(0, report.capture().incompleteFragments());
    }

    @Test
    void aFirstFragmentWithoutItsRestIsCountedWhereItLies() throws IOException {
        byte[] first = hex("45 00 001c 0007 2000 40 01 0000 c0000201 c0000202", "08 00 0000 1234 0001");
        give("a", pcap().record(10, 0, NO_IP));
        give("b", pcap().record(11, 0, first));
        IcmpReport report = report();
        assertEquals(1, report.capture().incompleteFragments());
        assertEquals(0, report.captures().get(0).facts().incompleteFragments());
        assertEquals(1, report.captures().get(1).facts().incompleteFragments());
    }

    @Test
    void framesOfOneTimeComeInTheOrderOfTheirCapturesFirstFramesThenOfTheirNames() throws IOException {
        give("c", pcap().record(10, 0, PING.request(3)));
        give("b", pcap().record(10, 0, PING.request(2)));
        give("z", pcap().record(9, 0, NO_IP).record(10, 0, PING.request(1)));
        assertEquals(List.of("z 2", "b 1", "c 1"), places(report()));
    }

    @Test
    void aFrameWithoutATimeStandsBehindTheOneBeforeItInItsCapture() throws IOException {
        Pcapng file = Pcapng.littleEndian();
        file.iface(RAW_IP, 0).packet(0, 10_000_000, PING.request(1));
        file.simple(36, PING.request(2)).packet(0, 30_000_000, PING.request(3));
        give("a", file.bytes());
        give("b", pcap().record(10, 1, PING.request(7)).record(20, 0, PING.request(8)));
        IcmpReport report = report();
        assertEquals(List.of("a 1", "a 2", "b 1", "b 2", "a 3"), places(report));
        assertNull(report.packets().get(1).time());
    }

    @Test
    void aCaptureWithoutTimesComesFirstAndWhole() throws IOException {
        give("a", pcap().record(10, 0, PING.request(1)));
        Pcapng timeless = Pcapng.bigEndian().iface(RAW_IP, 0);
        give(
                "b",
                timeless.simple(36, PING.request(2)).simple(36, PING.request(3)).bytes());
        IcmpReport report = report();
        assertEquals(List.of("b 1", "b 2", "a 1"), places(report));
        assertEquals(Instant.ofEpochSecond(10), report.capture().firstTime());
    }

    @Test
    void aClockThatIsSetBackBringsTheCapturesNextFrameForward() throws IOException {
        give(
                "a",
                pcap().record(10, 0, PING.request(1))
                        .record(5, 0, PING.request(2))
                        .record(11, 0, PING.request(3)));
        give("b", pcap().record(10, 5, PING.request(7)).record(12, 0, PING.request(8)));
        assertEquals(List.of("a 1", "a 2", "b 1", "a 3", "b 2"), places(report()));
    }

    @Test
    void aCaptureWithoutFramesStandsLast() throws IOException {
        give("a", pcap());
        give("b", pcap().record(10, 0, PING.request(1)));
        IcmpReport report = report();
        CaptureFile last = report.captures().get(1);
        assertEquals("a", last.name());
        assertEquals(0, last.firstFrame());
        assertEquals(0, last.totalPackets());
        assertNull(last.facts().firstTime());
        assertEquals(1, report.captures().get(0).firstFrame());
    }

    @Test
    void nothingButCapturesWithoutFramesHasNoMessage() throws IOException {
        give("a", pcap());
        give("b", pcap());
        IcmpReport report = report();
        assertEquals(0, report.totalPackets());
        assertEquals(2, report.captures().size());
        assertNull(report.capture().firstTime());
    }

    @Test
    void theSameCaptureTwiceIsEveryFrameTwice() throws IOException {
        byte[] capture = pcap().record(10, 0, PING.request(1))
                .record(11, 0, PING.reply(1))
                .bytes();
        give("a", capture);
        give("a", capture);
        IcmpReport report = report();
        assertEquals(List.of("a 1", "a 1", "a 2", "a 2"), places(report));
        EchoSession session = report.echo().sessions().entries().get(0);
        assertEquals(1, session.sent());
        assertEquals(1, session.received());
        assertEquals(2, session.captureCopies());
    }

    @Test
    void linkTypesAndFormatsMayDiffer() throws IOException {
        byte[] ethernet = join(hex("020000000002 020000000001 0800"), PING.reply(1));
        give("a", pcap().record(10, 0, PING.request(1)));
        give("b", Pcapng.bigEndian().iface(1, 0).packet(0, 11_000_000, ethernet).bytes());
        give("c", Pcap.bigEndian().network(147).record(12, 0, NO_IP).record(13, 0, NO_IP));
        give("d", Pcap.littleEndian().network(147).record(14, 0, NO_IP));
        IcmpReport report = report();
        assertEquals(1, report.echo().received());
        assertEquals("pcap", report.capture().format());
        assertEquals("little-endian", report.capture().byteOrder());
        assertEquals("pcapng", report.captures().get(1).facts().format());
        List<UnsupportedLinkType> unsupported = report.capture().unsupportedLinkTypes();
        assertEquals(
                List.of(3L),
                unsupported.stream().map(UnsupportedLinkType::frames).toList());
        assertEquals(
                2,
                report.captures().get(2).facts().unsupportedLinkTypes().get(0).frames());
    }

    @Test
    void damageOfOneCaptureIsToldWithItsNameAndTheOthersAreReadOn() throws IOException {
        byte[] whole = pcap().record(10, 0, PING.request(1))
                .record(12, 0, PING.request(2))
                .bytes();
        give("a", pcap().record(9, 0, NO_IP).record(13, 0, PING.request(3)));
        give("b", Arrays.copyOf(whole, whole.length - 1));
        IcmpReport report = report();
        assertEquals(List.of("b 1", "a 2"), places(report));
        CaptureWarning warning = report.capture().warnings().entries().get(0);
        assertEquals("b", warning.file());
        assertEquals(2L, warning.frame());
        assertEquals(24 + 16 + 36, warning.byteOffset());
        assertEquals(
                List.of(new CaptureWarning(warning.code(), warning.byteOffset(), 2L, warning.message())),
                report.captures().get(1).facts().warnings().entries());
        assertEquals(0, report.captures().get(0).facts().warnings().total());
    }

    @Test
    void oneCaptureIsNoTimeline() throws IOException {
        byte[] capture = pcap().record(10, 0, PING.request(1)).bytes();
        give("a", capture);
        assertEquals(IcmpAnalyzer.analyze(ByteBuffer.wrap(capture), AnalysisOptions.defaults()), report());
    }

    @Test
    void noCaptureIsABadCall() {
        assertThrows(IllegalArgumentException.class, this::report);
        assertThrows(IllegalArgumentException.class, () -> IcmpAnalyzer.analyze(List.of()));
    }

    private static Pcap pcap() {
        return Pcap.littleEndian().network(RAW_IP);
    }

    private void give(String name, Pcap capture) {
        give(name, capture.bytes());
    }

    private void give(String name, byte[] capture) {
        timeline.add(name, new ByteArrayInputStream(capture));
    }

    private IcmpReport report() throws IOException {
        return IcmpAnalyzer.analyze(timeline, AnalysisOptions.defaults());
    }

    private static List<String> places(IcmpReport report) {
        return report.packets().stream().map(TimelineTest::place).toList();
    }

    private static String place(PacketEntry packet) {
        return packet.file() + " " + packet.frameInFile();
    }
}
