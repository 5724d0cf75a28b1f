package io.icmpscope.internal.analysis.total;

import static io.icmpscope.handmade.Bytes.cut;
import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.number;
import static io.icmpscope.handmade.Bytes.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.internal.analysis.Dealt;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.internal.capture.CaptureFormats;
import io.icmpscope.internal.packet.PacketPump;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Rate;
import io.icmpscope.report.Statistics.EchoPair;
import io.icmpscope.report.Statistics.PairCount;
import io.icmpscope.report.Statistics.RangeCount;
import io.icmpscope.report.Statistics.TypeCount;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all messages count to. Those that are like the one before them are counted together, which nobody may notice. */
class TotalsTest {

    private static final AnalysisOptions OPTIONS = AnalysisOptions.defaults();
    private static final long DOC = 0x2001_0DB8L << 32; // 2001:db8::/64

    /** The least and the largest of everything, each message several times on end. All go from one host to another. */
    private static byte[] extremes() {
        Pcap file = Pcap.littleEndian().network(101);
        repeat(file, 2, ipv4(255, "08 00 0000 0000 0001"));
        repeat(file, 3, ipv4(255, "08 00 0000 ffff 0001"));
        repeat(file, 2, ipv4(1, "00 00 0000 ffff 0001"));
        repeat(file, 4, ipv4(0, "ff ff 0000 00000000"));
        repeat(file, 2, ipv4(64, "0d 00 0000 0007 0001 000000000000000000000000")); // a query, but no echo
        repeat(file, 3, ipv4(64, "03")); // no code
        repeat(file, 2, ipv6("80 00 0000 0001 0001"));
        repeat(file, 3, ipv6("ff 01 0000 00000000"));
        byte[] ping = ipv4(64, "08 00 0000 0005 0001");
        repeat(file, 2, join(ping, zeros(65_535 - ping.length)));
        repeat(file, 2, join(ping, zeros(65_536 - ping.length)));
        for (int i = 0; i < 3; i++) {
            file.record(2, 0, ping.length, 100, ping);
        }
        return file.bytes();
    }

    private static void repeat(Pcap file, int times, byte[] packet) {
        for (int i = 0; i < times; i++) {
            file.record(1, 0, packet);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 50}) // the last of 50 sees nothing
    void messagesThatAreAlikeCountAsIfEachCameAlone(int parts) throws Exception {
        ReportDraft draft = Dealt.merged(extremes(), OPTIONS, Totals::new, parts);
        assertEquals(
                List.of(
                        new TypeCount(4, 0, 0, 2, 2 * 28),
                        new TypeCount(4, 3, null, 3, 3 * 21),
                        new TypeCount(4, 8, 0, 2 + 3 + 2 + 2 + 3, 5 * 28 + 2 * 65_535 + 2 * 65_536 + 3 * 28),
                        new TypeCount(4, 13, 0, 2, 2 * 40),
                        new TypeCount(4, 255, 255, 4, 4 * 28),
                        new TypeCount(6, 128, 0, 2, 2 * 48),
                        new TypeCount(6, 255, 1, 3, 3 * 48)),
                draft.byType);
        assertEquals(
                List.of(
                        new EchoPair(0, 2, 0),
                        new EchoPair(1, 2, 0),
                        new EchoPair(5, 2 + 2 + 3, 0),
                        new EchoPair(65_535, 3, 2)),
                draft.echoPairs.entries());
        assertEquals(
                List.of(
                        new RangeCount(16, 31, 2 + 3 + 2 + 4 + 3),
                        new RangeCount(32, 63, 2 + 2 + 3),
                        new RangeCount(64, 127, 3), // 100 on the wire
                        new RangeCount(32_768, 65_535, 2),
                        new RangeCount(65_536, 131_071, 2)),
                draft.sizes);
        assertEquals(
                List.of(
                        new RangeCount(0, 0, 4),
                        new RangeCount(1, 1, 2),
                        new RangeCount(64, 64, 2 + 3 + 2 + 3 + 2 + 2 + 3),
                        new RangeCount(255, 255, 2 + 3)),
                draft.ttls);
        long bytes = (2 + 3 + 2 + 4 + 3) * 28 + 2 * 40 + 3 * 21 + 2 * 65_535 + 2 * 65_536;
        assertEquals(
                List.of(
                        new PairCount(IpAddress.v4(0xC000_0201), IpAddress.v4(0xC000_0202), 23, bytes),
                        new PairCount(IpAddress.v6(DOC, 1), IpAddress.v6(DOC, 2), 5, 5 * 48)),
                draft.pairs.entries());
        assertEquals(
                new Rate(
                        1,
                        List.of(
                                new Rate.Bucket(Instant.ofEpochSecond(1), 25, bytes + 5 * 48 - 3 * 28),
                                new Rate.Bucket(Instant.ofEpochSecond(2), 3, 3 * 28)),
                        new Rate.Peak(Instant.ofEpochSecond(1), 25),
                        List.of()),
                draft.rate);
    }

    /** In every case one thing is another. */
    @Test
    void onlyAMessageThatDiffersInNothingIsLikeTheOneBefore() throws Exception {
        byte[] first = ipv4(64, "08 00 0000 0005 0001");
        byte[] next = ipv4(64, "08 00 0000 0005 0002"); // the sequence number is not looked at
        byte[][] messages = {
            first,
            next,
            ipv4(63, "08 00 0000 0005 0001"),
            ipv4(63, "08 01 0000 0005 0001"),
            ipv4(63, "00 01 0000 0005 0001"),
            ipv4(63, "00 01 0000 0006 0001"),
            ipv4(63, "00 01 0000 0006 0001 00"),
            Ping.between("192.0.2.1", "192.0.2.3").request(1),
            ipv4(63, "00 01 0000 0006 0001 00")
        };
        PingScene scene = new PingScene();
        for (byte[] message : messages) {
            scene.at(0, message);
        }
        Totals totals = new Totals(OPTIONS);
        List<Boolean> again = new ArrayList<>();
        try (PacketPump pump = new PacketPump(CaptureFormats.open(Sources.of(ByteBuffer.wrap(scene.bytes()))))) {
            while (pump.next()) {
                totals.see(pump.view());
                again.add(pump.view().isAgain());
            }
        }
        assertEquals(List.of(false, true, false, false, false, false, false, false, true), again);
    }

    @Test
    void messagesThatTheCaptureCutAreEachCountedAlone() throws Exception {
        byte[] ping = Ping.between("192.0.2.1", "192.0.2.2").request(1); // 36 bytes
        byte[] capture = Pcap.littleEndian()
                .network(101)
                .record(1, 0, 28, 36, cut(ping, 28))
                .record(1, 0, 28, 1_500, cut(ping, 28))
                .record(1, 0, 28, 70_000, cut(ping, 28))
                .bytes();
        ReportDraft draft = Dealt.whole(capture, OPTIONS, Totals::new);
        assertEquals(
                List.of(new RangeCount(32, 63, 1), new RangeCount(1_024, 2_047, 1), new RangeCount(65_536, 131_071, 1)),
                draft.sizes);
        assertEquals(List.of(new TypeCount(4, 8, 0, 3, 3 * 28)), draft.byType);
    }

    private static byte[] ipv4(int ttl, String digits) {
        byte[] message = hex(digits);
        byte[] length = number(ByteOrder.BIG_ENDIAN, 2, 20 + message.length);
        byte[] life = number(ByteOrder.BIG_ENDIAN, 1, ttl);
        return join(hex("45 00"), length, hex("0000 0000"), life, hex("01 0000 c0000201 c0000202"), message);
    }

    private static byte[] ipv6(String digits) {
        byte[] message = hex(digits);
        byte[] length = number(ByteOrder.BIG_ENDIAN, 2, message.length);
        byte[] ends = join(Ping.address("2001:db8::1"), Ping.address("2001:db8::2"));
        return join(hex("60000000"), length, hex("3a 40"), ends, message);
    }
}
