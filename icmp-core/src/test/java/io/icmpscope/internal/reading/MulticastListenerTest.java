package io.icmpscope.internal.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.icmpscope.message.MulticastListener;
import io.icmpscope.message.MulticastRouter;
import io.icmpscope.message.UnknownMessage;
import io.icmpscope.report.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Multicast listener discovery, drawn from RFC 2710 section 3 and RFC 9777 section 5; and multicast router discovery. */
class MulticastListenerTest {
    private static final String A1 = "20010db8 00000000 00000000 00000001"; // 2001:db8::1
    private static final String A2 = "20010db8 00000000 00000000 00000002";
    private static final String LL1 = "fe800000 00000000 00000000 00000001"; // fe80::1

    private static final String GROUP = "ff020000 00000000 00000000 000000fb";
    private static final String NO_GROUP = "00000000 00000000 00000000 00000000";

    /** Trap 15. */
    @Test
    void aQueryOf24BytesIsOfVersionOne() {
        assertEquals(
                new MulticastListener.Query(10_000, Written.address(GROUP)),
                Written.read("82 00 0000 2710 0000", GROUP).good());
    }

    /** Trap 15. */
    @Test
    void aQueryOf28BytesIsOfVersionTwo() {
        var said = (MulticastListener.QueryVersion2)
                Written.read("82 00 0000 2710 0000", NO_GROUP, "0a 7d 0000").good();
        assertEquals(
                new MulticastListener.QueryVersion2(10_000, Written.UNSPECIFIED, true, 2, 125, 0, List.of()), said);
        assertEquals(10_000, said.maximumResponseDelayMillis());
        assertEquals(125, said.queryIntervalSeconds());
    }

    @Test
    void theVersionOfAQueryGoesByTheLengthOnTheWireNotByTheCapturedOne() {
        Written written = Written.cut(28, "82 00 0000 2710 0000", GROUP);
        assertInstanceOf(UnknownMessage.class, written.message());
        assertEquals("its captured bytes end too early", written.problem().message());
    }

    @Test
    void aQueryOf25To27BytesIsOfNoVersion() {
        Written written = Written.read("82 00 0000 2710 0000", GROUP, "02 7d");
        assertInstanceOf(MulticastListener.Query.class, written.message());
        assertEquals(26, written.problem().had());
    }

    /** Trap 15. */
    @Test
    void largeCodesAreFloatingPointNumbers() {
        assertEquals(32_767, delay("7fff"));
        assertEquals(32_768, delay("8000"), "0x1000 shifted by 3");
        assertEquals(0x1FFF << 10, delay("ffff"));
        assertEquals((0x1000 | 0x123) << 5, delay("a123"));
        assertEquals(127, interval("7f"));
        assertEquals(128, interval("80"), "0x10 shifted by 3");
        assertEquals(31_744, interval("ff"));
    }

    private static int delay(String code) {
        return ((MulticastListener.QueryVersion2) Written.read("82 00 0000", code, "0000", NO_GROUP, "02 7d 0000")
                        .good())
                .maximumResponseDelayMillis();
    }

    private static int interval(String code) {
        return ((MulticastListener.QueryVersion2) Written.read("82 00 0000 2710 0000", NO_GROUP, "02", code, "0000")
                        .good())
                .queryIntervalSeconds();
    }

    @Test
    void aQueryNamesItsSources() {
        var said = (MulticastListener.QueryVersion2) Written.read("82 00 0000 03e8 0000", GROUP, "02 7d 0002", A1, A2)
                .good();
        assertEquals(List.of(Written.address(A1), Written.address(A2)), said.sources());
    }

    @Test
    void aQueryWithFewerSourcesThanItSaysKeepsThoseThere() {
        Written written = Written.read("82 00 0000 03e8 0000", GROUP, "02 7d ffff", A1);
        var said = (MulticastListener.QueryVersion2) written.message();
        assertEquals(65_535, said.declaredSources());
        assertEquals(List.of(Written.address(A1)), said.sources());
        assertEquals(1_048_560, written.problem().needed());
        assertEquals(16, written.problem().had());
    }

    @Test
    void reportAndDoneOfVersionOneNameTheirGroup() {
        assertEquals(
                new MulticastListener.Report(0, Written.address(GROUP)),
                Written.read("83 00 0000 0000 0000", GROUP).good());
        assertEquals(
                new MulticastListener.Done(0, Written.address(GROUP)),
                Written.read("84 00 0000 0000 0000", GROUP).good());
    }

    @Test
    void aReportOfVersionTwoHasRecordsWithSourcesAndAuxiliaryData() {
        String first = "04 00 0000" + GROUP;
        String second = "05 01 0002" + GROUP + A1 + A2 + "deadbeef";
        String third = "06 00 0000" + GROUP;
        assertEquals(
                new MulticastListener.ReportVersion2(
                        3,
                        List.of(
                                new MulticastListener.AddressRecord(4, Written.address(GROUP), 0, List.of(), 0),
                                new MulticastListener.AddressRecord(
                                        5,
                                        Written.address(GROUP),
                                        2,
                                        List.of(Written.address(A1), Written.address(A2)),
                                        4),
                                new MulticastListener.AddressRecord(6, Written.address(GROUP), 0, List.of(), 0))),
                Written.read("8f 00 0000 0000 0003", first, second, third).good());
    }

    @Test
    void whatLiesBehindTheDeclaredRecordsIsNone() {
        String records = ("04 00 0000" + GROUP).repeat(2);
        var said = (MulticastListener.ReportVersion2)
                Written.read("8f 00 0000 0000 0001", records).good();
        assertEquals(1, said.records().size());
    }

    @Test
    void aReportOf65535DeclaredRecordsHasThoseThatAreThere() {
        Written written = Written.read("8f 00 0000 0000 ffff", "04 00 0000", GROUP);
        var said = (MulticastListener.ReportVersion2) written.message();
        assertEquals(65_535, said.declaredRecords());
        assertEquals(1, said.records().size());
        assertEquals(0, written.problem().had());
    }

    @Test
    void aRecordOf65535DeclaredSourcesHasThoseThatAreThere() {
        Written written = Written.read("8f 00 0000 0000 0002", "04 ff ffff", GROUP, A1);
        var said = (MulticastListener.ReportVersion2) written.message();
        assertEquals(List.of(Written.address(A1)), said.records().get(0).sources());
        assertEquals(2, written.problems().size(), "the sources, and the second record");
    }

    @Test
    void listenersSpeakToTheLinkWithARouterAlert() {
        Carrier good = new Carrier(Written.LINK_LOCAL, Written.ALL_NODES, 1, false, true);
        String report = "8f 00 0000 0000 0000";
        Written.carried(good, report).good();
        Written.carried(new Carrier(Written.LINK_LOCAL, Written.ALL_NODES, 64, false, true), report)
                .assertProblem("hop limit is not 1");
        Written.carried(new Carrier(Written.LINK_LOCAL, Written.ALL_NODES, 1, false, false), report)
                .assertProblem("router alert");
        Written.carried(new Carrier(Written.address(A1), Written.ALL_NODES, 1, false, true), report)
                .assertProblem("link-local");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "82 00 0000 2710 0000" + GROUP,
                "83 00 0000 0000 0000" + GROUP,
                "84 00 0000 0000 0000" + GROUP,
                "8f 00 0000 0000 0000",
                "97 14 0000 007d 0002",
                "98 00 0000",
                "99 00 0000"
            })
    void whatARouterPassedOnIsNoneOfTheirMessages(String message) {
        Written.carried(new Carrier(Written.LINK_LOCAL, Written.ALL_NODES, 1, false, true), message)
                .good();
        Problem problem = Written.carried(new Carrier(Written.LINK_LOCAL, Written.ALL_NODES, 2, false, true), message)
                .problem();
        assertEquals(1, problem.needed());
        assertEquals(2, problem.had());
    }

    @Test
    void whoHasNoAddressYetReportsButDoesNotQuery() {
        Carrier nobody = new Carrier(Written.UNSPECIFIED, Written.ALL_NODES, 1, false, true);
        Written.carried(nobody, "83 00 0000 0000 0000", GROUP).good();
        Written.carried(nobody, "82 00 0000 0000 0000", GROUP).assertProblem("link-local");
    }

    /** Trap 15. */
    @Test
    void theCodeOfAMulticastRouterAdvertisementIsAValue() {
        assertEquals(
                new MulticastRouter.Advertisement(20, 125, 2),
                Written.read("97 14 0000 007d 0002").good());
    }

    @Test
    void theOtherMessagesOfMulticastRoutersAreAHeader() {
        assertEquals(
                new MulticastRouter.Solicitation(), Written.read("98 00 0000").good());
        assertEquals(
                new MulticastRouter.Termination(), Written.read("99 00 0000").good());
    }

    @Test
    void whoHasNoAddressMaySolicitMulticastRoutersButNotAdvertise() {
        Carrier nobody = new Carrier(Written.UNSPECIFIED, Written.ALL_NODES, 1, false, true);
        Written.carried(nobody, "98 00 0000").good();
        Written.carried(nobody, "84 00 0000 0000 0000", GROUP).good();
        Written.carried(nobody, "97 14 0000 007d 0002").assertProblem("link-local");
        Written.carried(nobody, "99 00 0000").assertProblem("link-local");
    }
}
