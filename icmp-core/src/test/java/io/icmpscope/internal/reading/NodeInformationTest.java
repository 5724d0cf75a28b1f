package io.icmpscope.internal.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.message.IpAddress;
import io.icmpscope.message.NodeInformation;
import io.icmpscope.message.RouterRenumbering;
import io.icmpscope.report.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Node information and router renumbering, drawn from RFC 4620 and RFC 2894. */
class NodeInformationTest {
    private static final String A1 = "20010db8 00000000 00000000 00000001"; // 2001:db8::1
    private static final String A2 = "20010db8 00000000 00000000 00000002";
    private static final String LL1 = "fe800000 00000000 00000000 00000001"; // fe80::1

    private static final String NONCE = "0102030405060708";

    @Test
    void aQueryAsksAboutAnAddressOrAName() {
        assertEquals(
                new NodeInformation.Query(2, 0, 0x0102030405060708L, Written.address(A1), null),
                Written.read("8b 00 0000 0002 0000", NONCE, A1).good());
        assertEquals(
                new NodeInformation.Query(3, 0x003E, 0x0102030405060708L, null, "host.example"),
                Written.read("8b 01 0000 0003 003e", NONCE, "04 686f7374 07 6578616d706c65 00")
                        .good());
        assertEquals(
                new NodeInformation.Query(2, 0, 0x0102030405060708L, IpAddress.v4(0xC0000201), null),
                Written.read("8b 02 0000 0002 0000", NONCE, "c0000201").good());
    }

    @Test
    void aQueryAboutNothingIsOne() {
        assertEquals(
                new NodeInformation.Query(0, 0, 0x0102030405060708L, null, ""),
                Written.read("8b 01 0000 0000 0000", NONCE).good());
    }

    @Test
    void aQueryWithoutTheWholeSubjectSaysSo() {
        assertEquals(
                16,
                Written.read("8b 00 0000 0002 0000", NONCE, "20010db8")
                        .problem()
                        .needed());
    }

    @Test
    void aReplyGivesNamesBehindATimeToLive() {
        assertEquals(
                new NodeInformation.Reply(2, 0, 0x0102030405060708L, List.of("host", "a.b"), List.of()),
                Written.read("8c 00 0000 0002 0000", NONCE, "00000000", "04 686f7374 00 00", "01 61 01 62 00")
                        .good());
    }

    @Test
    void aReplyGivesAddressesEachWithATimeToLive() {
        assertEquals(
                new NodeInformation.Reply(
                        3,
                        0,
                        0x0102030405060708L,
                        List.of(),
                        List.of(new NodeInformation.NodeAddress(60, Written.address(A1)))),
                Written.read("8c 00 0000 0003 0000", NONCE, "0000003c", A1).good());
        assertEquals(
                new NodeInformation.Reply(
                        4,
                        0,
                        0x0102030405060708L,
                        List.of(),
                        List.of(new NodeInformation.NodeAddress(60, IpAddress.v4(0xC0000201)))),
                Written.read("8c 00 0000 0004 0000", NONCE, "0000003c", "c0000201")
                        .good());
    }

    @Test
    void anAddressThatIsCutSaysSo() {
        Problem problem = Written.read("8c 00 0000 0003 0000", NONCE, "0000003c", "20010db8")
                .problem();
        assertEquals(20, problem.needed());
        assertEquals(8, problem.had());
    }

    @Test
    void aRefusalHasNoData() {
        assertEquals(
                new NodeInformation.Reply(2, 0, 0x0102030405060708L, List.of(), List.of()),
                Written.read("8c 01 0000 0002 0000", NONCE).good());
    }

    @Test
    void aRenumberingCommandHasOperationsWithNewPrefixes() {
        String match = "02 07 01 30 30 80 0000 20010db8 00010000 00000000 00000000";
        String use = "30 10 c0 c0 00278d00 00093a80 c0000000 20010db8 00020000 00000000 00000000";
        var said = (RouterRenumbering) Written.read("8a 00 0000 00000005 01 60 03e8 00000000", match, use)
                .good();
        assertTrue(said.resultRequested());
        assertTrue(said.allInterfaces());
        assertFalse(said.test());
        assertEquals(1000, said.maximumDelayMillis());
        IpAddress newPrefix = Written.address("20010db8 00020000 00000000 00000000");
        assertEquals(
                List.of(new RouterRenumbering.PrefixControl(
                        2,
                        1,
                        48,
                        48,
                        128,
                        Written.address("20010db8 00010000 00000000 00000000"),
                        List.of(new RouterRenumbering.UsePrefix(
                                48, 16, 0xC0, 0xC0, 2_592_000, 604_800, true, true, newPrefix)))),
                said.operations());
    }

    @Test
    void aRenumberingResultHasReports() {
        var said = (RouterRenumbering) Written.read(
                        "8a 01 0000 00000005 01 88 0000 00000000", "0002 01 30 00000003", A1, "0001 02 30 00000004", A1)
                .good();
        assertTrue(said.test());
        assertTrue(said.processedPreviously());
        assertEquals(
                List.of(
                        new RouterRenumbering.MatchReport(true, false, 1, 48, 3, Written.address(A1)),
                        new RouterRenumbering.MatchReport(false, true, 2, 48, 4, Written.address(A1))),
                said.results());
    }

    @Test
    void anOperationOfLengthZeroEndsTheList() {
        Written written = Written.read(
                "8a 00 0000 00000005 01 60 03e8 00000000", "02 00 01 30 30 80 0000", A1, "02 03 01 30 30 80 0000", A1);
        assertEquals(List.of(), ((RouterRenumbering) written.message()).operations());
        assertEquals(24, written.problem().needed());
        assertEquals(0, written.problem().had());
        Written second = Written.read(
                "8a 00 0000 00000005 01 60 03e8 00000000", "02 03 01 30 30 80 0000", A1, "02 00 01 30 30 80 0000", A1);
        assertEquals(1, ((RouterRenumbering) second.message()).operations().size());
    }

    @Test
    void anOperationBeyondItsMessageKeepsThePrefixesThatAreThere() {
        Written written = Written.read("8a 00 0000 00000005 01 60 03e8 00000000", "02 ff 01 30 30 80 0000", A1);
        assertEquals(1, ((RouterRenumbering) written.message()).operations().size());
        assertEquals(1, written.problems().size());
    }

    @Test
    void aCompressedNameIsRefused() {
        Written written = Written.read("8c 00 0000 0002 0000", NONCE, "00000000", "04 686f7374 00", "01 61 c0 14");
        assertEquals(List.of("host", "a"), ((NodeInformation.Reply) written.message()).names());
        written.assertProblem("compressed");
    }
}
