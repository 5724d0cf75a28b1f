package io.icmpscope.internal.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.message.LowPanOption;
import org.junit.jupiter.api.Test;

/** Options of low-power networks, each drawn from the picture in its RFC. */
class LowPanOptionTest {
    private static final String A1 = "20010db8 00000000 00000000 00000001"; // 2001:db8::1
    private static final String A2 = "20010db8 00000000 00000000 00000002";
    private static final String LL1 = "fe800000 00000000 00000000 00000001"; // fe80::1

    @Test
    void aRegistrationOfTheFirstVersionHasAnEui64() {
        assertEquals(
                new LowPanOption.AddressRegistration(0, 0, 0, 0, 60, "0200000000000001"),
                Written.option("21 02 00 000000 003c 0200000000000001"));
    }

    @Test
    void anExtendedRegistrationHasFlagsATransactionAndALongerVerifier() {
        assertEquals(
                new LowPanOption.AddressRegistration(1, 7, 3, 243, 60, "00112233445566778899aabbccddeeff"),
                Written.option("21 03 01 07 03 f3 003c 00112233445566778899aabbccddeeff"));
    }

    @Test
    void aRegistrationLongerThanAnyVerifierIsAProblem() {
        assertEquals(
                48,
                Written.options("21 06 00 000000 003c", "00".repeat(40))
                        .problem()
                        .had());
    }

    @Test
    void aContextIsShortForAPrefixOf64Bits() {
        assertEquals(
                new LowPanOption.Context(Written.address("20010db8 00010000 00000000 00000000"), 64, true, 3, 100),
                Written.option("22 02 40 13 0000 0064 20010db8 00010000"));
        assertEquals(
                new LowPanOption.Context(Written.address(A1), 128, false, 15, 100),
                Written.option("22 03 80 0f 0000 0064", A1));
    }

    @Test
    void aContextWithLessPrefixThanItSaysIsAProblem() {
        assertEquals(
                24,
                Written.options("22 02 80 0f 0000 0064 20010db8 00010000")
                        .problem()
                        .needed());
    }

    @Test
    void theVersionOfABorderRouterHasItsLowHalfFirst() {
        assertEquals(
                new LowPanOption.AuthoritativeBorderRouter(0x0001_0002L, 10_000, Written.address(A1)),
                Written.option("23 03 0002 0001 2710", A1));
    }

    @Test
    void capabilitiesAre48Bits() {
        assertEquals(new LowPanOption.Capabilities(0x0001_0000_0000L), Written.option("24 01 0001 00000000"));
    }

    @Test
    void theParametersOfACryptoIdHoldAKeyAsLongAsTheySay() {
        assertEquals(
                new LowPanOption.CryptoIdParameters(1, 2, 24, "0a0b0c"),
                Written.option("27 02 0003 01 02 18 00 0a0b0c 0000000000"));
    }

    @Test
    void aSignatureOfACryptoIdIsAsLongAsItSays() {
        assertEquals(
                new LowPanOption.NdpSignature("deadbeef"), Written.option("28 02 0004 00000000 deadbeef 00000000"));
    }

    @Test
    void keysAndSignaturesBeyondTheirOptionsAreProblems() {
        assertEquals(
                9,
                Written.options("27 02 0009 01 02 18 00 0a0b0c 0000000000")
                        .problem()
                        .needed());
        assertEquals(
                2047,
                Written.options("28 02 07ff 00000000 deadbeef 00000000")
                        .problem()
                        .needed());
    }

    @Test
    void aResourceDirectoryHasALifetimeInSeconds() {
        assertEquals(
                new LowPanOption.ResourceDirectoryAddress(3600, Written.address(A1)),
                Written.option("29 03 0000 00000e10", A1));
    }

    @Test
    void anUptimeHasSixBitsOfExponentAndTenOfMantissa() {
        assertEquals(
                new LowPanOption.ConsistentUptime(5, 513, true, false, 0xABC, 0xDEF),
                Written.option("2a 01 1601 80abcdef"));
    }
}
