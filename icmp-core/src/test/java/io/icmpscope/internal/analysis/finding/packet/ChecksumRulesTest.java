package io.icmpscope.internal.analysis.finding.packet;

import static io.icmpscope.handmade.Bytes.cut;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Judged;
import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Ping;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** BAD-CHECKSUM and CHECKSUM-OFFLOAD. */
class ChecksumRulesTest {

    private static final Ping PING = Ping.between("10.0.0.1", "10.0.0.2");

    private static byte[] bad(byte[] packet) {
        byte[] bad = packet.clone();
        bad[23]++; // the lower byte of the checksum behind an IPv4 header
        return bad;
    }

    /** Pings of which the requests have a wrong checksum, up to a number, and those of replies are right. */
    private static Judged pings(int all, int wrong) throws IOException {
        List<byte[]> packets = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            packets.add(i < wrong ? bad(PING.request(i)) : PING.request(i));
            packets.add(PING.reply(i));
        }
        return Wrapped.packets(packets.toArray(byte[][]::new));
    }

    @Test
    void aHostWhoseChecksumsAreAllWrongWhileOthersAreRightIsTheCapturingOne() throws IOException {
        Judged judged = pings(10, 9);
        assertEquals(Set.of("CHECKSUM-OFFLOAD"), judged.ids());
        Finding found = judged.only("CHECKSUM-OFFLOAD");
        assertEquals(Severity.INFO, found.severity());
        assertEquals(90, found.evidence().measured().value());
        assertEquals(List.of(1L, 3L), found.evidence().frames().subList(0, 2));
    }

    @Test
    void someWrongOnesAmongRightOnesAreCorruption() throws IOException {
        Finding found = pings(10, 8).only("BAD-CHECKSUM");
        assertEquals(Severity.MEDIUM, found.severity());
        assertEquals(8, found.evidence().count());
        assertEquals(Severity.LOW, pings(10, 4).only("BAD-CHECKSUM").severity());
        assertEquals(Severity.LOW, pings(500, 5).only("BAD-CHECKSUM").severity(), "one percent is not more than one");
    }

    @Test
    void oneWrongMessageIsFoundButExplainsNothing() throws IOException {
        assertEquals(
                Severity.LOW,
                Wrapped.packets(bad(PING.request(1)), PING.reply(1))
                        .only("BAD-CHECKSUM")
                        .severity());
        assertEquals(
                1,
                Judged.corpus("6fe6fdd3b2_ip4-icmp-bad-chksum.pcap")
                        .only("BAD-CHECKSUM")
                        .evidence()
                        .count());
    }

    @Test
    void whereNoChecksumIsRightNobodyIsTheCapturingHost() throws IOException {
        List<byte[]> packets = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            packets.add(bad(PING.request(i)));
            packets.add(bad(PING.reply(i)));
        }
        Judged judged = Wrapped.packets(packets.toArray(byte[][]::new));
        assertEquals(2, judged.of("BAD-CHECKSUM").size());
        assertEquals(Severity.LOW, judged.of("BAD-CHECKSUM").get(0).severity(), "all of a host: no corruption");
        assertEquals(0, judged.of("CHECKSUM-OFFLOAD").size());
    }

    @Test
    void whatWasCutByTheCaptureIsTruncatedAndNotBad() throws IOException {
        byte[] request = bad(PING.request(1));
        Pcap capture = Pcap.bigEndian().network(Wrapped.RAW).snaplen(30);
        capture.record(1, 0, 30, request.length, cut(request, 30));
        assertEquals(Set.of("TRUNCATED"), Wrapped.judged(capture).ids());
    }

    @Test
    void whatManyHostsSendWrongIsToldOnce() throws IOException {
        assertEquals(4, senders(4).of("BAD-CHECKSUM").size());
        Finding found = senders(5).only("BAD-CHECKSUM");
        assertEquals("Messages from 5 hosts have a wrong checksum", found.title());
        assertEquals(5, found.evidence().count());
    }

    private static Judged senders(int count) throws IOException {
        byte[][] packets = new byte[count][];
        for (int i = 0; i < count; i++) {
            packets[i] = bad(Ping.between("10.0.0." + (10 + i), "10.0.0.2").request(1));
        }
        return Wrapped.packets(packets);
    }

    @Test
    void whatWasJoinedOfContradictingFragmentsSaysNothingAboutChecksums() throws IOException {
        assertEquals(List.of(), Judged.lab("fragments4-overlap").of("BAD-CHECKSUM"));
    }

    @Test
    void rightChecksumsAreNoNews() throws IOException {
        assertEquals(Set.of(), pings(10, 0).ids());
    }
}
