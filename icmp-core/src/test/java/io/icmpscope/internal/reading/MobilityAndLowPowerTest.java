package io.icmpscope.internal.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.icmpscope.message.CertificationPath;
import io.icmpscope.message.DuplicateAddress;
import io.icmpscope.message.FastHandover;
import io.icmpscope.message.HandoverOption;
import io.icmpscope.message.LocatorUpdate;
import io.icmpscope.message.MobileIpv6;
import io.icmpscope.message.MplControl;
import io.icmpscope.message.NdpOption;
import io.icmpscope.message.SendOption;
import io.icmpscope.message.UnknownMessage;
import io.icmpscope.report.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages of Mobile IPv6, SEND, fast handovers, ILNP, 6LoWPAN and MPL, each drawn from the picture in its RFC. */
class MobilityAndLowPowerTest {
    private static final String A1 = "20010db8 00000000 00000000 00000001"; // 2001:db8::1
    private static final String A2 = "20010db8 00000000 00000000 00000002";
    private static final String LL1 = "fe800000 00000000 00000000 00000001"; // fe80::1

    @Test
    void homeAgentsAreAskedForAndNamed() {
        assertEquals(
                new MobileIpv6.HomeAgentRequest(0x1234),
                Written.read("90 00 0000 1234 0000").good());
        assertEquals(
                new MobileIpv6.HomeAgentReply(0x1234, List.of(Written.address(A1), Written.address(A2))),
                Written.read("91 00 0000 1234 0000", A1, A2).good());
    }

    @Test
    void aHomeAgentAddressThatIsCutSaysSo() {
        Problem problem = Written.read("91 00 0000 1234 0000", A1, "20010db8").problem();
        assertEquals(16, problem.needed());
        assertEquals(4, problem.had());
    }

    @Test
    void mobilePrefixesAreAskedForAndNamed() {
        assertEquals(
                new MobileIpv6.PrefixSolicitation(0x1234),
                Written.read("92 00 0000 1234 0000").good());
        assertEquals(
                new MobileIpv6.PrefixAdvertisement(0x1234, true, false, List.of(new NdpOption.Mtu(1500))),
                Written.read("93 00 0000 1234 8000", "05 01 0000 000005dc").good());
    }

    @Test
    void certificationPathsAreAskedForAndAdvertised() {
        NdpOption anchor = new SendOption.TrustAnchor(1, "30000000");
        assertEquals(
                new CertificationPath.Solicitation(0x1234, 65_535, List.of(anchor)),
                Written.read("94 00 0000 1234 ffff", "0f 01 01 00 30000000").good());
        assertEquals(
                new CertificationPath.Advertisement(0x1234, 3, 2, List.of(anchor)),
                Written.read("95 00 0000 1234 0003 0002 0000", "0f 01 01 00 30000000")
                        .good());
    }

    @Test
    void aFastHandoverMessageHasASubtypeInsteadOfAType() {
        assertEquals(
                new FastHandover(4, 0xC0, 0x1234, List.of(new HandoverOption.LinkLayer(2, "00:00:5e:00:53"))),
                Written.read("9a 00 0000 04 c0 1234", "13 01 02 00005e0053").good());
    }

    @Test
    void aLocatorUpdateHasTwelveBytesALocator() {
        assertEquals(
                new LocatorUpdate(
                        1,
                        2,
                        List.of(
                                new LocatorUpdate.Locator(0x20010DB800010000L, 10, 3600),
                                new LocatorUpdate.Locator(0x20010DB800020000L, 20, 60))),
                Written.read("9c 00 0000 02 01 0000", "20010db8 00010000 000a 0e10", "20010db8 00020000 0014 003c")
                        .good());
    }

    @Test
    void whatLiesBehindTheDeclaredLocatorsIsNone() {
        var said = (LocatorUpdate) Written.read("9c 00 0000 01 01 0000", "20010db8 00010000 000a 0e10".repeat(2))
                .good();
        assertEquals(1, said.locators().size());
    }

    @Test
    void aLocatorUpdateHasOnlyTheLocatorsThatAreThere() {
        Written written = Written.read("9c 00 0000 ff 01 0000", "20010db8 00010000 000a 0e10");
        assertEquals(1, ((LocatorUpdate) written.message()).locators().size());
        assertEquals(254 * 12, written.problem().needed());
    }

    @Test
    void aDuplicateAddressRequestHasAVerifierAsLongAsItsCodeSays() {
        String eui64 = "0200000000000001";
        assertEquals(
                new DuplicateAddress(0, 0, 60, eui64, Written.address(A1)),
                Written.read("9d 00 0000 00 00 003c", eui64, A1).good());
        assertEquals(
                new DuplicateAddress(0, 9, 60, eui64, Written.address(A1)),
                Written.read("9d 01 0000 00 09 003c", eui64, A1).good());
        assertEquals(
                new DuplicateAddress(1, 9, 60, eui64.repeat(4), Written.address(A1)),
                Written.read("9e 04 0000 01 09 003c", eui64.repeat(4), A1).good());
    }

    @Test
    void aDuplicateAddressMessageShorterThanItsCodeSaysIsUnknown() {
        Written written = Written.read("9e 04 0000 01 09 003c 0200000000000001", A1);
        assertInstanceOf(UnknownMessage.class, written.message());
        assertEquals(56, written.problem().needed());
    }

    @Test
    void aDuplicateAddressMessageOfAnUnknownCodeIsUnknown() {
        Written written = Written.read("9e 05 0000 01 09 003c 0200000000000001", A1);
        assertInstanceOf(UnknownMessage.class, written.message());
        assertEquals(5, written.problem().had());
    }

    @Test
    void mplTellsSeedsOfFourLengths() {
        assertEquals(
                new MplControl(List.of(
                        new MplControl.SeedInfo(1, "", "80"),
                        new MplControl.SeedInfo(2, "1234", ""),
                        new MplControl.SeedInfo(3, "0200000000000001", "8001"),
                        new MplControl.SeedInfo(4, "20010db8000000000000000000000001", ""))),
                Written.read("9f 00 0000", "01 04 80", "02 01 1234", "03 0a 0200000000000001 8001", "04 03", A1)
                        .good());
    }

    @Test
    void aSeedThatIsCutSaysWhatItNeeds() {
        Written written = Written.read("9f 00 0000", "01 04 80", "04 ff", A1);
        assertEquals(1, ((MplControl) written.message()).seeds().size());
        assertEquals(2 + 16 + 63, written.problem().needed());
        assertEquals(18, written.problem().had());
    }
}
