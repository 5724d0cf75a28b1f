package io.icmpscope.internal.analysis.finding.link;

import static io.icmpscope.internal.analysis.finding.link.LinkFrames.A;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.ALL;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.B;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.MAC_A;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.MAC_B;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.asks;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.has;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.sourceIs;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.targetIs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Judged;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpoofedNeighborRuleTest {

    private static final String ASKED = "2001:db8::b";

    private static byte[] answer(String mac) {
        return has(ASKED, "60", targetIs(mac));
    }

    private static byte[] announces(String mac) {
        return has(ASKED, "20", targetIs(mac));
    }

    @Test
    void twoAnswersToOneQuestionAreFound() throws IOException {
        Finding found = new LinkFrames()
                .at(0, MAC_A, A, "ff02::1:ff00:b", asks(ASKED))
                .at(0.001, MAC_B, ASKED, A, answer(MAC_B))
                .at(0.002, "02:00:00:00:00:66", ASKED, A, answer("02:00:00:00:00:66"))
                .judged()
                .only("ND-SPOOF");
        assertEquals(Severity.MEDIUM, found.severity());
        assertEquals(List.of(3L), found.evidence().frames());
    }

    @Test
    void anOwnerWhoIsHeardAgainAfterAnotherTookOverIsFound() throws IOException {
        LinkFrames link = new LinkFrames()
                .at(0, MAC_B, ASKED, A, answer(MAC_B))
                .at(1, "02:00:00:00:00:66", ASKED, ALL, announces("02:00:00:00:00:66"))
                .at(2, MAC_B, ASKED, "ff02::1:ff00:a", asks(A, sourceIs(MAC_B)));
        assertEquals(Severity.MEDIUM, link.judged().only("ND-SPOOF").severity());
        assertEquals(Severity.LOW, link.judgedOfTwoInterfaces().only("ND-SPOOF").severity());
    }

    @Test
    void whoTakesTheAddressesOfSeveralIsHigh() throws IOException {
        LinkFrames link = new LinkFrames();
        for (int i = 1; i <= 2; i++) {
            String owner = "02:00:00:00:00:0" + i;
            String address = "2001:db8::" + i;
            link.at(i, MAC_A, A, "ff02::1:ff00:" + i, asks(address))
                    .at(i + 0.01, owner, address, A, has(address, "60", targetIs(owner)))
                    .at(i + 0.02, MAC_B, address, A, has(address, "60", targetIs(MAC_B)));
        }
        Finding found = link.judged().only("ND-SPOOF");
        assertEquals(Severity.HIGH, found.severity());
        assertTrue(found.summary().startsWith(MAC_B), found.summary());
    }

    @Test
    void nodesOfAnAnycastAddressAreNone() throws IOException {
        assertEquals(
                List.of(),
                new LinkFrames()
                                .at(0, MAC_A, A, "ff02::1:ff00:b", asks(ASKED))
                                .at(0.001, MAC_B, ASKED, A, has(ASKED, "40", targetIs(MAC_B)))
                                .at(
                                        0.002,
                                        "02:00:00:00:00:66",
                                        ASKED,
                                        A,
                                        has(ASKED, "40", targetIs("02:00:00:00:00:66")))
                                .judged()
                                .of("ND-SPOOF")
                                .stream()
                                .filter(found -> found.severity() != Severity.INFO)
                                .toList());
    }

    /** Trap 33. */
    @Test
    void aFailoverThereAndBackIsOnlyInformation() throws IOException {
        LinkFrames link = new LinkFrames()
                .at(0, MAC_A, ASKED, ALL, announces(MAC_A))
                .at(9, MAC_B, ASKED, ALL, announces(MAC_B))
                .at(18, MAC_A, ASKED, ALL, announces(MAC_A));
        assertEquals(Severity.INFO, link.judged().only("ND-SPOOF").severity());
    }

    @Test
    void aNewOwnerLongAfterTheOldOneIsNone() throws IOException {
        LinkFrames link =
                new LinkFrames().at(0, MAC_A, ASKED, ALL, announces(MAC_A)).at(31, MAC_B, ASKED, ALL, announces(MAC_B));
        assertEquals(List.of(), link.judged().of("ND-SPOOF"));
    }

    @Test
    void theSameAddressInTwoVlansIsNone() throws IOException {
        LinkFrames link = new LinkFrames();
        for (int i = 0; i < 6; i++) {
            String mac = i % 2 == 0 ? MAC_A : MAC_B;
            link.vlan(i % 2).at(i, mac, "fe80::1", B, has("fe80::1", "60", targetIs(mac)));
        }
        assertEquals(List.of(), link.judged().of("ND-SPOOF"));
    }

    @Test
    void aProxyThatAnswersForManyIsNone() throws IOException {
        LinkFrames link = new LinkFrames();
        for (int i = 1; i <= 9; i++) {
            String address = "2001:db8::" + i;
            link.at(i, MAC_A, A, "ff02::1:ff00:" + i, asks(address))
                    .at(i + 0.01, MAC_B, B, A, has(address, "40", targetIs(MAC_B)));
        }
        assertEquals(List.of(), link.judged().of("ND-SPOOF"));
    }

    @Test
    void fiveAnnouncementsThatNobodyAskedForAreLow() throws IOException {
        assertEquals(List.of(), announcements(4).of("ND-SPOOF"));
        assertEquals(Severity.LOW, announcements(5).only("ND-SPOOF").severity());
    }

    private static Judged announcements(int count) throws IOException {
        LinkFrames link = new LinkFrames();
        for (int i = 0; i < count; i++) {
            link.at(i, MAC_B, ASKED, ALL, announces(MAC_B));
        }
        return link.judged();
    }

    @Test
    void whatReceiversIgnoreMovesNoAddress() throws IOException {
        assertEquals(
                Set.of("ND-INVALID"),
                new LinkFrames()
                        .hopLimit(64)
                        .at(0, MAC_A, ASKED, ALL, announces(MAC_A))
                        .at(1, MAC_B, ASKED, ALL, announces(MAC_B))
                        .at(2, MAC_A, ASKED, A, answer(MAC_A))
                        .judged()
                        .ids());
    }

    /** So many announcements by another than who had the address, who sends something else at the end. */
    private static LinkFrames insists(int count, String lastMac) {
        LinkFrames link = new LinkFrames().at(0, MAC_B, ASKED, A, answer(MAC_B));
        for (int i = 1; i <= count; i++) {
            link.at(i, "02:00:00:00:00:66", ASKED, ALL, announces("02:00:00:00:00:66"));
        }
        return link.at(count + 1, lastMac, "fe80::b", "ff02::1:ff00:a", asks(A, sourceIs(lastMac)));
    }

    @Test
    void whoInsistsOnAnAddressWhileItsFormerOwnerIsThereIsMedium() throws IOException {
        Finding found = insists(3, MAC_B).judged().only("ND-SPOOF");
        assertEquals(Severity.MEDIUM, found.severity());
        assertEquals(List.of(2L, 3L, 4L), found.evidence().frames());
        assertEquals(3, found.evidence().count());
        assertTrue(found.summary().contains(MAC_B + " is still on the link"), found.summary());
        assertTrue(found.title().startsWith("02:00:00:00:00:66"), found.title());
    }

    @Test
    void whoInsistsWhenTheFormerOwnerIsGoneIsLow() throws IOException {
        assertEquals(Severity.LOW, insists(3, MAC_A).judged().only("ND-SPOOF").severity());
    }

    @Test
    void whoAnnouncesTwiceThatItTookOverIsOnlyInformation() throws IOException {
        assertEquals(Severity.INFO, insists(2, MAC_B).judged().only("ND-SPOOF").severity());
    }

    @Test
    void aFloodOfRandomLinkLayerAddressesIsToldAsThat() throws IOException {
        assertEquals(Set.of("ND-FLOOD"), random(60, 10).judged().ids());
        assertTrue(random(60, 9).judged().ids().contains("ND-SPOOF"));
        assertTrue(random(40, 10).judged().ids().contains("ND-SPOOF"));
    }

    /** Questions of one address within a second, from so many link-layer addresses. */
    private static LinkFrames random(int count, int macs) {
        LinkFrames link = new LinkFrames();
        for (int i = 0; i < count; i++) {
            String mac = "02:00:00:00:01:%02x".formatted(i % macs);
            link.at(i * 0.9 / count, mac, ASKED, "ff02::1:ff00:a", asks(A, sourceIs(mac)));
        }
        return link;
    }
}
