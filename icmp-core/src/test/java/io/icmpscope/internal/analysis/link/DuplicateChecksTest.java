package io.icmpscope.internal.analysis.link;

import static io.icmpscope.internal.analysis.link.LinkScene.ALL_NODES;
import static io.icmpscope.internal.analysis.link.LinkScene.MAC_A;
import static io.icmpscope.internal.analysis.link.LinkScene.MAC_B;
import static io.icmpscope.internal.analysis.link.LinkScene.NOBODY;
import static io.icmpscope.internal.analysis.link.LinkScene.asks;
import static io.icmpscope.internal.analysis.link.LinkScene.has;
import static io.icmpscope.internal.analysis.link.LinkScene.nonce;
import static io.icmpscope.internal.analysis.link.LinkScene.targetIs;
import static io.icmpscope.report.Neighbor.DuplicateCheck.Result.DUPLICATE;
import static io.icmpscope.report.Neighbor.DuplicateCheck.Result.LOOPED_BACK;
import static io.icmpscope.report.Neighbor.DuplicateCheck.Result.PENDING;
import static io.icmpscope.report.Neighbor.DuplicateCheck.Result.UNIQUE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Neighbor;
import io.icmpscope.report.Neighbor.DuplicateCheck;
import io.icmpscope.report.Neighbor.DuplicateCheck.Result;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether two nodes want one address: RFC 4862 section 5.4, RFC 7527. */
class DuplicateChecksTest {

    private static final String WANTED = "fe80::a";
    private static final String GROUP = "ff02::1:ff00:a";

    @Test
    void whatNobodyAnswersIsUnique() throws Exception {
        assertEquals(List.of(UNIQUE), results(new LinkScene().at(0, MAC_A, NOBODY, GROUP, asks(WANTED))));
    }

    @Test
    void anAnswerWithinASecondShowsADuplicate() throws Exception {
        LinkScene scene = new LinkScene()
                .at(0, MAC_A, NOBODY, GROUP, asks(WANTED))
                .at(0.04, MAC_B, WANTED, ALL_NODES, has(WANTED, "20", targetIs(MAC_B)))
                .end();
        Neighbor neighbor = NeighborFoldTest.of(scene.report(), WANTED);
        assertEquals(
                List.of(new DuplicateCheck(Instant.ofEpochSecond(1_000), 1, DUPLICATE)),
                neighbor.duplicateChecks().entries());
        assertEquals(1, neighbor.conflicts());
    }

    @ParameterizedTest
    @CsvSource({"999, DUPLICATE", "1000, UNIQUE", "1100, UNIQUE"})
    void anAnswerLaterThanThatDoesNot(double millis, Result expected) throws Exception {
        LinkScene scene = new LinkScene()
                .at(0, MAC_A, NOBODY, GROUP, asks(WANTED))
                .at(millis, MAC_B, WANTED, ALL_NODES, has(WANTED, "20", targetIs(MAC_B)));
        assertEquals(List.of(expected), results(scene));
    }

    /** Cisco's nodes do so 944 ms, Microsoft's 996 ms after the question. */
    @Test
    void whoAnnouncesTheAddressThatItFoundToBeFreeIsNoDuplicate() throws Exception {
        LinkScene scene = new LinkScene()
                .at(0, MAC_A, NOBODY, GROUP, asks(WANTED))
                .at(944, MAC_A, WANTED, ALL_NODES, has(WANTED, "20", targetIs(MAC_A)));
        assertEquals(List.of(UNIQUE), results(scene));
        assertEquals(
                List.of(UNIQUE),
                results(scene.end().rawReport()),
                "where no frame tells who it is, nobody needs so long to answer");
    }

    @Test
    void withoutALinkLayerOnlyAPromptAnswerShowsADuplicate() throws Exception {
        LinkScene scene = new LinkScene()
                .at(0, MAC_A, NOBODY, GROUP, asks(WANTED))
                .at(499, MAC_B, WANTED, ALL_NODES, has(WANTED, "20", targetIs(MAC_B)))
                .end();
        assertEquals(List.of(DUPLICATE), results(scene.rawReport()));
    }

    @Test
    void anAnswerToSomebodyElseIsNotHeardByWhoeverChecks() throws Exception {
        LinkScene scene = new LinkScene()
                .at(0, MAC_A, NOBODY, GROUP, asks(WANTED))
                .at(10, MAC_B, WANTED, "fe80::9", has(WANTED, "60", targetIs(MAC_B)));
        assertEquals(List.of(UNIQUE), results(scene));
    }

    @Test
    void anAdvertisementOfAnotherAddressIsNoAnswer() throws Exception {
        LinkScene scene = new LinkScene()
                .at(0, MAC_A, NOBODY, GROUP, asks(WANTED))
                .at(10, MAC_B, "fe80::b", ALL_NODES, has("fe80::b", "20", targetIs(MAC_B)));
        assertEquals(List.of(UNIQUE), results(scene));
    }

    @Test
    void aQuestionWithASourceIsNoCheck() throws Exception {
        LinkScene scene = new LinkScene()
                .at(0, MAC_B, "fe80::b", GROUP, asks(WANTED))
                .at(1, MAC_A, WANTED, "fe80::b", has(WANTED, "60", targetIs(MAC_A)));
        assertEquals(List.of(), results(scene));
    }

    @Test
    void twoNodesThatAskAtOnceWantTheSameAddress() throws Exception {
        LinkScene scene =
                new LinkScene().at(0, MAC_A, NOBODY, GROUP, asks(WANTED)).at(300, MAC_B, NOBODY, GROUP, asks(WANTED));
        assertEquals(List.of(DUPLICATE), results(scene));
    }

    @Test
    void twoNodesAreToldApartByTheirNoncesToo() throws Exception {
        LinkScene scene = new LinkScene()
                .at(0, MAC_A, NOBODY, GROUP, asks(WANTED, nonce("112233445566")))
                .at(300, MAC_B, NOBODY, GROUP, asks(WANTED, nonce("665544332211")))
                .end();
        assertEquals(List.of(DUPLICATE), results(scene.rawReport()));
    }

    @Test
    void oneNodeThatAsksAnewIsNoDuplicate() throws Exception {
        LinkScene scene = new LinkScene()
                .at(0, MAC_A, NOBODY, GROUP, asks(WANTED, nonce("112233445566")))
                .at(300, MAC_A, NOBODY, GROUP, asks(WANTED, nonce("665544332211")));
        assertEquals(List.of(UNIQUE, UNIQUE), results(scene));
    }

    @Test
    void theSameNonceAgainIsTheQuestionThatCameBack() throws Exception {
        LinkScene scene = new LinkScene()
                .at(0, MAC_A, NOBODY, GROUP, asks(WANTED, nonce("112233445566")))
                .at(30, MAC_A, NOBODY, GROUP, asks(WANTED, nonce("112233445566")));
        assertEquals(List.of(LOOPED_BACK), results(scene));
    }

    @Test
    void aQuestionThatWasCapturedTwiceDidNotComeBack() throws Exception {
        LinkScene scene = new LinkScene()
                .at(0, MAC_A, NOBODY, GROUP, asks(WANTED, nonce("112233445566")))
                .at(0.1, MAC_A, NOBODY, GROUP, asks(WANTED, nonce("112233445566")))
                .at(5_000, MAC_A, NOBODY, GROUP, asks("fe80::b"))
                .at(5_000.1, MAC_A, NOBODY, GROUP, asks("fe80::b"));
        assertEquals(List.of(UNIQUE), results(scene));
        assertEquals(List.of(UNIQUE), results(scene.report(), "fe80::b"));
    }

    @Test
    void aQuestionThatIsAskedAgainIsOneCheck() throws Exception {
        LinkScene scene = new LinkScene()
                .at(0, MAC_A, NOBODY, GROUP, asks(WANTED))
                .at(1_001, MAC_A, NOBODY, GROUP, asks(WANTED))
                .at(2_003, MAC_A, NOBODY, GROUP, asks(WANTED))
                .at(2_004, MAC_B, WANTED, ALL_NODES, has(WANTED, "20", targetIs(MAC_B)));
        assertEquals(List.of(DUPLICATE), results(scene), "the answer to the third counts");
        LinkScene withNonce = new LinkScene()
                .at(0, MAC_A, NOBODY, GROUP, asks(WANTED, nonce("112233445566")))
                .at(999, MAC_A, NOBODY, GROUP, asks(WANTED, nonce("112233445566")));
        assertEquals(List.of(UNIQUE), results(withNonce));
    }

    @Test
    void aCheckLongAfterIsAnotherOne() throws Exception {
        LinkScene scene = new LinkScene()
                .at(0, MAC_A, NOBODY, GROUP, asks(WANTED))
                .at(5, MAC_B, WANTED, ALL_NODES, has(WANTED, "20", targetIs(MAC_B)))
                .at(60_000, MAC_A, NOBODY, GROUP, asks(WANTED));
        assertEquals(List.of(DUPLICATE, UNIQUE), results(scene));
    }

    @Test
    void aCheckIsPendingWhenTheCaptureEndsWithinASecond() throws Exception {
        LinkScene scene = new LinkScene()
                .at(0, MAC_A, NOBODY, GROUP, asks(WANTED))
                .at(999, MAC_B, "fe80::b", ALL_NODES, has("fe80::b", "20", targetIs(MAC_B)));
        assertEquals(List.of(PENDING), results(scene.report()));
    }

    @Test
    void withoutTimesTheNextSixteenMessagesCanAnswer() throws Exception {
        for (int between : List.of(15, 16)) {
            LinkScene scene = new LinkScene().at(0, MAC_A, NOBODY, GROUP, asks(WANTED));
            for (int i = 0; i < between; i++) {
                scene.at(0, MAC_B, "fe80::b", ALL_NODES, has("fe80::b", "20", targetIs(MAC_B)));
            }
            scene.at(0, MAC_B, WANTED, ALL_NODES, has(WANTED, "20", targetIs(MAC_B)));
            assertEquals(
                    List.of(between == 15 ? DUPLICATE : UNIQUE),
                    results(scene.timelessReport()),
                    between + " messages between");
        }
    }

    @Test
    void whoFoundTheAddressToBeFreeHasItAsFarAsFramesTell() throws Exception {
        LinkScene scene = new LinkScene()
                .at(0, MAC_A, NOBODY, GROUP, asks(WANTED))
                .at(0, MAC_A, NOBODY, GROUP, asks("fe80::b"))
                .at(1, MAC_B, "fe80::b", ALL_NODES, has("fe80::b", "20"))
                .end();
        var free = NeighborFoldTest.of(scene.report(), WANTED).linkAddresses().entries();
        assertEquals(MAC_A, free.get(0).linkAddress());
        assertEquals("frame", free.get(0).source());
        var taken =
                NeighborFoldTest.of(scene.report(), "fe80::b").linkAddresses().entries();
        assertEquals(MAC_B, taken.get(0).linkAddress(), "not that of the node that asked");
    }

    @Test
    void ofManyChecksThoseWithAConflictAreListed() throws Exception {
        LinkScene scene = new LinkScene();
        for (int i = 0; i < 40; i++) {
            scene.at(i * 10_000, MAC_A, NOBODY, GROUP, asks(WANTED));
        }
        scene.at(500_000, MAC_A, NOBODY, GROUP, asks(WANTED))
                .at(500_001, MAC_B, WANTED, ALL_NODES, has(WANTED, "20", targetIs(MAC_B)))
                .end();
        Neighbor neighbor = NeighborFoldTest.of(scene.report(), WANTED);
        var listed = neighbor.duplicateChecks();
        assertEquals(16, listed.entries().size());
        assertEquals(25, listed.omitted());
        assertEquals(DUPLICATE, listed.entries().get(15).result());
        assertEquals(15, listed.entries().get(14).frame(), "and of the others the first");
        assertEquals(1, neighbor.conflicts());
    }

    private static List<Result> results(LinkScene scene) throws Exception {
        return results(scene.end().report());
    }

    private static List<Result> results(IcmpReport report) {
        return results(report, WANTED);
    }

    private static List<Result> results(IcmpReport report, String address) {
        return NeighborFoldTest.of(report, address).duplicateChecks().entries().stream()
                .map(DuplicateCheck::result)
                .toList();
    }
}
