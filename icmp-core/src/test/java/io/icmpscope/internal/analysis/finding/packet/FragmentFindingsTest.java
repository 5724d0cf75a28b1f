package io.icmpscope.internal.analysis.finding.packet;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.slice;
import static io.icmpscope.handmade.Bytes.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Judged;
import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Ping;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** PING-OF-DEATH, FRAGMENT-OVERLAP and FRAGMENTED-ERROR. */
class FragmentFindingsTest {

    private static final String FROM = "10.0.0.1";
    private static final String TO = "10.0.0.2";
    private static final int MORE = 0x2000;

    /** An echo request of 208 bytes. */
    private static final byte[] ECHO = Wrapped.payload4(
            Ping.between(FROM, TO).data("0123456789".repeat(20)).request(1));

    private static byte[] part(int at, int end) {
        return Wrapped.ip4(FROM, TO, 1, at / 8 | (end < ECHO.length ? MORE : 0), slice(ECHO, at, end));
    }

    private static byte[] changed(byte[] packet) {
        byte[] changed = packet.clone();
        changed[20 + 30]++; // of what it carries
        return changed;
    }

    private static byte[] part6(int offsetAndFlag, int next, byte[] payload) {
        byte[] header = hex(String.format("%02x 00 %04x 00000009", next, offsetAndFlag));
        return Wrapped.ip6("2001:4f8::1", "2001:4f8::2", 44, join(header, payload));
    }

    @Test
    void aLastFragmentBeyondTheLargestDatagramIsAPingOfDeathWithoutAnyWholeMessage() throws IOException {
        Judged judged = Wrapped.packets(Wrapped.ip4(FROM, TO, 1, 65_528 / 8, zeros(400)));
        Finding found = judged.only("PING-OF-DEATH");
        assertEquals(Severity.CRITICAL, found.severity());
        assertEquals(List.of(1L), found.evidence().frames());
        assertEquals(TO, found.evidence().addresses().entries().get(0).toString());
        assertTrue(found.summary().contains("65,948"), found::summary);
    }

    @Test
    void theLargestPingThatThereIsIsNone() throws IOException {
        byte[] last = Wrapped.ip4(FROM, TO, 1, 64_120 / 8, zeros(65_515 - 64_120));
        assertEquals(Set.of(), Wrapped.packets(last).ids());
        byte[] longer = Wrapped.ip4(FROM, TO, 1, 64_120 / 8, zeros(65_516 - 64_120));
        assertEquals(Set.of("PING-OF-DEATH"), Wrapped.packets(longer).ids());
    }

    @Test
    void anOversizedDatagramOfUdpIsNotAboutIcmp() throws IOException {
        assertEquals(
                Set.of(),
                Wrapped.packets(Wrapped.ip4(FROM, TO, 17, 65_528 / 8, zeros(400)))
                        .ids());
    }

    @Test
    void inIpv6TheLengthFieldDoesNotCountTheHeader() throws IOException {
        assertEquals(Set.of(), Wrapped.packets(part6(65_528, 58, zeros(7))).ids());
        assertEquals(
                Set.of("PING-OF-DEATH"),
                Wrapped.packets(part6(65_528, 58, zeros(8))).ids());
    }

    @Test
    void fragmentsThatOverlapInPartAndContradictEachOtherAreFound() throws IOException {
        Finding found = Wrapped.packets(part(0, 104), changed(part(64, 112)), part(104, 208))
                .only("FRAGMENT-OVERLAP");
        assertEquals(Severity.HIGH, found.severity());
        assertEquals(Confidence.HIGH, found.confidence());
        assertEquals(List.of(2L), found.evidence().frames().subList(0, 1));
    }

    @Test
    void aFragmentWithinAnotherThatEndsTheDatagramEarlyIsTeardrop() throws IOException {
        byte[] inside = Wrapped.ip4(FROM, TO, 1, 24 / 8, zeros(8));
        assertEquals(
                Severity.HIGH,
                Wrapped.packets(part(0, 104), inside).only("FRAGMENT-OVERLAP").severity());
    }

    @Test
    void overlapsOfTheSameBytesMatterLess() throws IOException {
        Finding found =
                Wrapped.packets(part(0, 104), part(64, 112), part(104, 208)).only("FRAGMENT-OVERLAP");
        assertEquals(Severity.LOW, found.severity());
    }

    @Test
    void aFragmentThatComesTwiceIsNoOverlap() throws IOException {
        assertEquals(
                Set.of(),
                Wrapped.packets(part(0, 104), part(0, 104), part(104, 208), part(104, 208))
                        .ids());
    }

    /** RFC 4963: a sender that counts through all identifications mixes its own datagrams up. */
    @Test
    void otherBytesInThePlaceOfAWholeFragmentMayBeAnIdentificationThatIsUsedAgain() throws IOException {
        Finding found = Wrapped.packets(part(0, 104), changed(part(0, 104))).only("FRAGMENT-OVERLAP");
        assertEquals(Severity.LOW, found.severity());
        assertEquals(Confidence.LOW, found.confidence());
    }

    @Test
    void soMayAContradictionThatComesLate() throws IOException {
        Pcap capture = Pcap.bigEndian().network(Wrapped.RAW);
        capture.record(1000, 0, part(0, 104)).record(1005, 0, changed(part(64, 112)));
        assertEquals(
                Severity.LOW, Wrapped.judged(capture).only("FRAGMENT-OVERLAP").severity());
        capture = Pcap.bigEndian().network(Wrapped.RAW);
        capture.record(1000, 0, part(0, 104)).record(1004, 0, changed(part(64, 112)));
        assertEquals(
                Severity.HIGH, Wrapped.judged(capture).only("FRAGMENT-OVERLAP").severity());
    }

    @Test
    void fragmentsThatOverlapAreFoundInTheCorpus() throws IOException {
        assertEquals(
                Severity.HIGH,
                Judged.corpus("eedcfa83da_frag-8.pcap").only("FRAGMENT-OVERLAP").severity());
        assertEquals(
                Severity.LOW,
                Judged.corpus("d5ccba8f9e_frag-6.pcap").only("FRAGMENT-OVERLAP").severity());
    }

    @Test
    void anErrorThatCameInFragmentsIsFound() throws IOException {
        byte[] error = Wrapped.message(3, 1, join(Wrapped.ip4(TO, FROM, 17, 0, zeros(400))));
        byte[] first = Wrapped.ip4(FROM, TO, 1, MORE, slice(error, 0, 200));
        byte[] last = Wrapped.ip4(FROM, TO, 1, 200 / 8, slice(error, 200, error.length));
        Finding found = Wrapped.packets(first, last).only("FRAGMENTED-ERROR");
        assertEquals(Severity.MEDIUM, found.severity());
        assertEquals(List.of(2L), found.evidence().frames());
        assertEquals(
                List.of(1L),
                Wrapped.packets(first).only("FRAGMENTED-ERROR").evidence().frames(),
                "the first alone");
    }

    @Test
    void aPingInFragmentsIsOrdinary() throws IOException {
        assertEquals(Set.of(), Wrapped.packets(part(0, 104), part(104, 208)).ids());
        assertEquals(0, Judged.lab("ping4-fragmented").of("FRAGMENTED-ERROR").size());
    }

    @Test
    void neighbourDiscoveryWithAFragmentHeaderIsFound() throws IOException {
        byte[] solicitation =
                slice(Wrapped.icmp6("2001:4f8::1", "2001:4f8::2", 135, 0, Ping.address("2001:4f8::2")), 40, 64);
        assertTrue(Wrapped.packets(part6(0, 58, solicitation)).ids().contains("FRAGMENTED-ERROR"));
        byte[] echo = slice(Wrapped.icmp6("2001:4f8::1", "2001:4f8::2", 128, 0, zeros(16)), 40, 64);
        assertEquals(Set.of(), Wrapped.packets(part6(0, 58, echo)).ids());
    }

    @Test
    void aFirstFragmentThatNoLinkNeedsSoSmallIsTiny() throws IOException {
        Set<Severity> tiny = new TreeSet<>();
        Wrapped.packets(part(0, 40), part(40, 208)).of("FRAGMENTED-ERROR").forEach(found -> tiny.add(found.severity()));
        assertEquals(Set.of(Severity.LOW), tiny);
        assertEquals(Set.of(), Wrapped.packets(part(0, 48), part(48, 208)).ids());
    }

    @Test
    void oneSenderIsToldOnceWhateverItCutsAndWhereverItGoes() throws IOException {
        assertEquals(2, Judged.lab("fragments6-nd").of("FRAGMENTED-ERROR").size(), "two senders");
    }

    @Test
    void tinyFragmentsInGreatNumberOrHasteAreMedium() throws IOException {
        assertEquals(Severity.MEDIUM, tinyOnes(1_000, 1_000).severity());
        assertEquals(Severity.LOW, tinyOnes(999, 1_000).severity());
        assertEquals(Severity.MEDIUM, tinyOnes(100, 1).severity());
        assertEquals(Severity.LOW, tinyOnes(99, 1).severity());
    }

    private static Finding tinyOnes(int count, int millisApart) throws IOException {
        Pcap capture = Pcap.bigEndian().network(Wrapped.RAW);
        for (int i = 0; i < count; i++) {
            long millis = (long) i * millisApart;
            capture.record(1_000 + millis / 1_000, millis % 1_000 * 1_000, part(0, 40));
        }
        return Wrapped.judged(capture).only("FRAGMENTED-ERROR");
    }

    @Test
    void recordedAttacksAreFound() throws IOException {
        assertEquals(
                4,
                Judged.lab("fragments4-death").only("PING-OF-DEATH").evidence().count());
        assertEquals(
                Severity.HIGH,
                Judged.lab("fragments4-overlap").only("FRAGMENT-OVERLAP").severity());
        assertEquals(
                Severity.HIGH,
                Judged.lab("fragments6-overlap").only("FRAGMENT-OVERLAP").severity());
        assertEquals(
                Severity.LOW,
                Judged.lab("fragments4-tiny").only("FRAGMENTED-ERROR").severity());
        assertEquals(
                Severity.MEDIUM,
                Judged.lab("fragments6-nd").of("FRAGMENTED-ERROR").get(0).severity());
    }

    @Test
    void pingsInFragmentsOfWhichSomeAreLostAreNoAttack() throws IOException {
        assertEquals(
                Set.of("MARTIAN"),
                Wrapped.ours(Judged.lab("fragments6-rotated")).ids(),
                "of documentation");
        assertEquals(Set.of(), Wrapped.ours(Judged.lab("fragments4-rotated")).ids());
    }
}
