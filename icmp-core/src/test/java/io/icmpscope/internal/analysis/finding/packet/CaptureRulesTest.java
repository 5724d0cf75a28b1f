package io.icmpscope.internal.analysis.finding.packet;

import static io.icmpscope.handmade.Bytes.cut;
import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.Judged;
import io.icmpscope.Timeline;
import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Pcapng;
import io.icmpscope.handmade.Ping;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TRUNCATED, CAPTURE-LOSS, CLOCK-STEP and NON-MONOTONIC. */
class CaptureRulesTest {

    private static final byte[] REQUEST =
            Ping.between("10.0.0.1", "10.0.0.2").data("0123456789").request(1);
    private static final byte[] UDP = hex("4500001c 00000000 40110000 0a000001 0a000002 0035 0035 0008 0000");

    @Test
    void messagesThatWereCutAreTold() throws IOException {
        Pcap capture = Pcap.bigEndian().network(Wrapped.RAW);
        capture.record(1, 0, REQUEST)
                .record(2, 0, REQUEST.length - 1, REQUEST.length, cut(REQUEST, REQUEST.length - 1));
        Finding found = Wrapped.judged(capture).only("TRUNCATED");
        assertEquals(Severity.INFO, found.severity());
        assertEquals(List.of(2L), found.evidence().frames());
        assertEquals(1, found.evidence().count());
    }

    @Test
    void otherFramesThatWereCutMatterOnlyWhenMessagesMayHideInThem() throws IOException {
        byte[] start = cut(UDP, 20);
        Pcap capture = Pcap.bigEndian().network(Wrapped.RAW).record(1, 0, 20, 28, start);
        assertEquals(Set.of(), Wrapped.judged(capture).ids());
        assertEquals(Set.of("TRUNCATED"), Wrapped.judged(capture.snaplen(63)).ids());
        assertEquals(Set.of(), Wrapped.judged(capture.snaplen(64)).ids());
    }

    @ParameterizedTest
    @CsvSource({"0, 0, INFO", "1, 1, INFO", "10, 1, INFO", "11, 1, LOW"})
    void packetsThatTheCapturingSystemDroppedAreTold(int dropped, int findings, Severity severity) throws IOException {
        Pcapng file = Pcapng.bigEndian();
        byte[] received = file.option(4, number(ByteOrder.BIG_ENDIAN, 8, 1000));
        byte[] lost = file.option(5, number(ByteOrder.BIG_ENDIAN, 8, dropped));
        file.iface(Wrapped.RAW, 0).packet(0, 1, REQUEST).statistics(0, received, lost);
        List<Finding> found = Wrapped.judged(file.bytes()).of("CAPTURE-LOSS");
        assertEquals(findings, found.size());
        assertTrue(found.stream().allMatch(one -> one.severity() == severity), found::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "0, ",
        "999, ",
        "1000, NON-MONOTONIC",
        "999999, NON-MONOTONIC",
        "1000000, CLOCK-STEP",
        "3600000000, CLOCK-STEP"
    })
    void aFrameThatIsEarlierThanTheOneBeforeIsTold(long micros, String id) throws IOException {
        Pcap capture = Pcap.bigEndian().network(Wrapped.RAW);
        capture.record(10_000, 0, REQUEST).record(10_001, 0, REQUEST);
        long then = 10_001_000_000L - micros;
        capture.record(then / 1_000_000, then % 1_000_000, REQUEST);
        capture.record(then / 1_000_000 + 2, 0, REQUEST);
        Judged judged = Wrapped.judged(capture);
        assertEquals(id == null ? Set.of() : Set.of(id), judged.ids());
        if (id != null) {
            Finding found = judged.only(id);
            assertEquals(Severity.INFO, found.severity());
            assertEquals(List.of(3L), found.evidence().frames());
            assertEquals(micros / 1000.0, found.evidence().measured().value());
        }
    }

    @Test
    void timesThatNobodyAsksForAreNoNews() throws IOException {
        Pcap capture =
                Pcap.bigEndian().network(Wrapped.RAW).record(20_000, 0, UDP).record(10_000, 0, UDP);
        assertEquals(Set.of(), Wrapped.judged(capture).ids());
    }

    @Test
    void aLongSilenceIsNoStep() throws IOException {
        Pcap capture = Pcap.bigEndian().network(Wrapped.RAW);
        assertEquals(
                Set.of(),
                Wrapped.judged(capture.record(1, 0, REQUEST).record(900_000, 0, REQUEST))
                        .ids());
    }

    @Test
    void capturesOfOneTimelineAreJudgedApart() throws IOException {
        byte[] late =
                Pcap.bigEndian().network(Wrapped.RAW).record(2000, 0, REQUEST).bytes();
        Pcap stepping = Pcap.bigEndian().network(Wrapped.RAW);
        byte[] early = stepping.record(1000, 0, REQUEST).record(990, 0, REQUEST).bytes();
        Timeline timeline = Timeline.of(List.of())
                .add("late", new ByteArrayInputStream(late))
                .add("early", new ByteArrayInputStream(early));
        Judged judged = new Judged(IcmpAnalyzer.analyze(timeline, AnalysisOptions.defaults())
                .findings()
                .entries());
        Finding found = judged.only("CLOCK-STEP");
        assertTrue(found.summary().startsWith("In early "), found::summary);
        assertEquals(10_000, found.evidence().measured().value());
    }
}
