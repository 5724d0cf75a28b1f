package io.icmpscope.internal.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.message.HandoverOption;
import io.icmpscope.message.SendOption;
import org.junit.jupiter.api.Test;

/** Options of SEND and of fast handovers, each drawn from the picture in its RFC. */
class SendAndHandoverOptionTest {
    private static final String A1 = "20010db8 00000000 00000000 00000001"; // 2001:db8::1
    private static final String A2 = "20010db8 00000000 00000000 00000002";
    private static final String LL1 = "fe800000 00000000 00000000 00000001"; // fe80::1

    private static final String SIXTEEN = "00112233445566778899aabbccddeeff";

    @Test
    void cgaParametersEndBeforeTheirPadding() {
        assertEquals(
                new SendOption.CgaParameters(SIXTEEN, "20010db800000000", 1, "308201"),
                Written.option("0b 05 08 00", SIXTEEN, "20010db800000000 01 308201 0000000000000000"));
    }

    @Test
    void aSignatureFollowsTheHashOfItsKey() {
        assertEquals(
                new SendOption.Signature(12, SIXTEEN, "deadbeef"), Written.option("0c 03 0000", SIXTEEN, "deadbeef"));
        assertEquals(
                new SendOption.Signature(32, SIXTEEN, "deadbeef"), Written.option("20 03 0000", SIXTEEN, "deadbeef"));
    }

    @Test
    void aTimestampIs48BitsOfSecondsAnd16OfTheirFraction() {
        assertEquals(
                new SendOption.SendTimestamp(0x6565_6565L, 0x8000),
                Written.option("0d 02 0000 00000000 000065656565 8000"));
    }

    @Test
    void aNonceIsAllThatFollowsTheLength() {
        assertEquals(new SendOption.Nonce("010203040506"), Written.option("0e 01 010203040506"));
    }

    @Test
    void aTrustAnchorCanBeADomainNameOrAnother() {
        assertEquals(
                new SendOption.TrustAnchor(2, "ca.example"),
                Written.option("0f 02 02 00 02 6361 07 6578616d706c65 00"));
        assertEquals(new SendOption.TrustAnchor(1, "3000"), Written.option("0f 01 01 02 3000 0000"));
    }

    @Test
    void morePaddingThanOptionIsAProblem() {
        Written written = Written.options("0f 01 01 ff 3000 0000");
        assertEquals(new SendOption.TrustAnchor(1, ""), written.options().get(0));
        assertEquals(255, written.problem().needed());
        assertEquals(4, written.problem().had());
    }

    @Test
    void aCertificateHasAType() {
        assertEquals(new SendOption.Certificate(1, "30820100"), Written.option("10 01 01 00 30820100"));
    }

    @Test
    void anAddressOrPrefixHasACodeAndALength() {
        assertEquals(
                new HandoverOption.AddressOrPrefix(17, 2, 128, Written.address(A1)),
                Written.option("11 03 02 80 00000000", A1));
        assertEquals(
                new HandoverOption.AddressOrPrefix(18, 0, 64, Written.address(A1)),
                Written.option("12 03 00 40 00000000", A1));
    }

    @Test
    void aLinkLayerAddressOfAHandoverHasACodeBeforeIt() {
        assertEquals(
                new HandoverOption.LinkLayer(2, "00:00:5e:00:53:01:00:00:00:00:00:00:00"),
                Written.option("13 02 02 00005e005301 00000000000000"));
    }

    @Test
    void anAcknowledgmentCanSupplyAnAddress() {
        assertEquals(
                new HandoverOption.AdvertisementAcknowledgment(3, 1, null), Written.option("14 01 03 01 00000000"));
        assertEquals(
                new HandoverOption.AdvertisementAcknowledgment(0, 2, Written.address(A1)),
                Written.option("14 03 00 02 00000000", A1));
    }

    @Test
    void aHandoverKeyHasItsAlgorithmInTheUpperFourBits() {
        assertEquals(new HandoverOption.HandoverKeyRequest(1, "3082"), Written.option("1b 01 02 10 3082 0000"));
        assertEquals(new HandoverOption.HandoverKeyReply(1, 3600, "ab"), Written.option("1c 01 01 10 0e10 ab 00"));
    }

    @Test
    void anIdentifierOfAHandoverHasItsOwnLength() {
        assertEquals(new HandoverOption.HandoverIdentifier(29, 1, "0a0b"), Written.option("1d 01 01 02 0a0b 0000"));
        assertEquals(new HandoverOption.HandoverIdentifier(30, 1, "6d"), Written.option("1e 01 01 01 6d 000000"));
    }

    @Test
    void anIdentifierLongerThanItsOptionIsAProblem() {
        assertEquals(9, Written.options("1d 01 01 09 0a0b 0000").problem().needed());
    }
}
