package io.icmpscope.internal.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What receivers check before they believe a message: RFC 4861 sections 6.1, 7.1 and 8.1, RFC 6980 section 5. */
class NeighborRulesTest {
    private static final String A1 = "20010db8 00000000 00000000 00000001"; // 2001:db8::1
    private static final String A2 = "20010db8 00000000 00000000 00000002";
    private static final String LL1 = "fe800000 00000000 00000000 00000001"; // fe80::1

    private static final String SOLICITED_NODE = "ff020000 00000000 00000001 ff000001";
    private static final String SENDER = "01 01 00005e005301";
    private static final Carrier GOOD = new Carrier(Written.LINK_LOCAL, Written.ALL_NODES, 255, false, false);

    private static Carrier from(IpAddress source, IpAddress destination) {
        return new Carrier(source, destination, 255, false, false);
    }

    @Test
    void aMessageThatKeepsTheRulesHasNoProblem() {
        Written.carried(GOOD, "85 00 0000 00000000", SENDER).good();
        Written.carried(GOOD, "86 00 0000 40 00 0708 00000000 00000000", SENDER).good();
        Written.carried(GOOD, "87 00 0000 00000000", A1, SENDER).good();
        Written.carried(GOOD, "88 00 0000 20000000", A1).good();
        Written.carried(GOOD, "89 00 0000 00000000", LL1, A1).good();
    }

    @Test
    void aHopLimitBelow255MeansThatARouterPassedItOn() {
        Carrier far = new Carrier(Written.LINK_LOCAL, Written.ALL_NODES, 254, false, false);
        Problem problem = Written.carried(far, "88 00 0000 20000000", A1).problem();
        assertEquals(255, problem.needed());
        assertEquals(254, problem.had());
        assertEquals("neighbor-advertisement", problem.layer());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "85 03 0000 00000000",
                "86 03 0000 40 00 0708 00000000 00000000",
                "87 03 0000 00000000" + A1,
                "88 03 0000 20000000" + A1,
                "89 03 0000 00000000" + LL1 + A1,
                "8d 03 0000 00000000",
                "8e 03 0000 00000000",
                "94 03 0000 0001 ffff",
                "95 03 0000 0001 0001 0000 0000"
            })
    void aCodeOtherThanZeroIsNotAllowed(String message) {
        Problem problem = Written.carried(GOOD, message).problem();
        assertEquals(Written.FRAME_BYTES_BEFORE + 1, problem.byteOffset());
        assertEquals(0, problem.needed());
        assertEquals(3, problem.had());
    }

    @Test
    void aFragmentHeaderIsNotAllowedEvenOneOfASingleFragment() {
        Carrier fragmented = new Carrier(Written.LINK_LOCAL, Written.ALL_NODES, 255, true, false);
        Written.carried(fragmented, "87 00 0000 00000000", A1).assertProblem("fragment header");
    }

    @Test
    void aCertificationPathAdvertisementMayComeInFragments() {
        Carrier fragmented = new Carrier(Written.LINK_LOCAL, Written.ALL_NODES, 255, true, false);
        Written.carried(fragmented, "95 00 0000 0001 0001 0000 0000").good();
        Written.carried(fragmented, "94 00 0000 0001 ffff").assertProblem("fragment header");
    }

    @Test
    void aRouterAdvertisesAndRedirectsFromItsLinkLocalAddress() {
        Carrier global = from(Written.address(A1), Written.ALL_NODES);
        Written.carried(global, "86 00 0000 40 00 0708 00000000 00000000").assertProblem("not link-local");
        Written.carried(global, "89 00 0000 00000000", LL1, A1).assertProblem("not link-local");
    }

    @Test
    void whoHasNoAddressHasNoLinkLayerAddressToName() {
        Carrier nobody = from(Written.UNSPECIFIED, Written.address(SOLICITED_NODE));
        Written.carried(nobody, "87 00 0000 00000000", A1).good();
        Written.carried(nobody, "87 00 0000 00000000", A1, SENDER).assertProblem("it has not");
        Written.carried(nobody, "85 00 0000 00000000", SENDER).assertProblem("it has not");
        Written.carried(nobody, "85 00 0000 00000000", "0e 01 010203040506").good();
    }

    @Test
    void whoHasNoAddressSolicitsASolicitedNodeAddressOnly() {
        Carrier nobody = from(Written.UNSPECIFIED, Written.ALL_NODES);
        Written.carried(nobody, "87 00 0000 00000000", A1).assertProblem("solicited-node");
    }

    @Test
    void aTargetIsNoMulticastAddress() {
        Written.carried(GOOD, "87 00 0000 00000000", SOLICITED_NODE).assertProblem("target");
        Written.carried(GOOD, "88 00 0000 00000000", SOLICITED_NODE).assertProblem("target");
    }

    @Test
    void anAdvertisementToAllWasNotSolicited() {
        Written.carried(GOOD, "88 00 0000 40000000", A1).assertProblem("solicited");
        Written.carried(from(Written.LINK_LOCAL, Written.LINK_LOCAL), "88 00 0000 40000000", A1)
                .good();
    }

    @Test
    void aRedirectLeadsToARouterOfTheLinkOrToTheDestinationItself() {
        Written.carried(GOOD, "89 00 0000 00000000", A2, A1).assertProblem("neither");
        Written.carried(GOOD, "89 00 0000 00000000", A1, A1).good();
    }

    @Test
    void aMulticastAddressIsNotRedirected() {
        Written.carried(GOOD, "89 00 0000 00000000", LL1, SOLICITED_NODE).assertProblem("multicast");
    }

    @Test
    void aPrefixIsCheckedAsHostsDo() {
        String linkLocal = "fe800000 00000000 00000000 00000000";
        String global = "20010db8 00010000 00000000 00000000";
        Written.options("03 04 40 80 00000e10 00000e10 00000000", linkLocal).assertProblem("link-local");
        Written.options("03 04 40 40 00000e10 00000e11 00000000", global).assertProblem("longer than the valid");
        Written.options("03 04 38 40 00000e10 00000e10 00000000", global).assertProblem("64 bits");
        Written.options("03 04 81 80 00000e10 00000e10 00000000", global).assertProblem("longer than an address");
        Written.options("03 04 38 80 00000e10 00000e10 00000000", global).good();
    }

    @Test
    void anMtuBelow1280IsNotOneOfIpv6() {
        Problem problem = Written.options("05 01 0000 000004ff").problem();
        assertEquals(1280, problem.needed());
        assertEquals(1279, problem.had());
    }
}
