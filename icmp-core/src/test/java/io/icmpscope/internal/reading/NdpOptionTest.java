package io.icmpscope.internal.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.message.NdpOption;
import io.icmpscope.message.RouterOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Options of RFC 4861, RFC 6275, RFC 3122 and RFC 2491, each drawn from its picture. */
class NdpOptionTest {
    private static final String A1 = "20010db8 00000000 00000000 00000001"; // 2001:db8::1
    private static final String A2 = "20010db8 00000000 00000000 00000002";
    private static final String LL1 = "fe800000 00000000 00000000 00000001"; // fe80::1

    @Test
    void aLinkLayerAddressIsSixOctetsOnEthernet() {
        assertEquals(new NdpOption.LinkLayerAddress(2, "00:00:5e:00:53:01"), Written.option("02 01 00005e005301"));
    }

    @Test
    void aLongerLinkLayerAddressKeepsItsPadding() {
        assertEquals(
                new NdpOption.LinkLayerAddress(1, "02:00:00:00:00:00:00:01:00:00:00:00:00:00"),
                Written.option("01 02 0200000000000001 000000000000"));
    }

    @Test
    void aPrefixHasItsFlagsAndLifetimesInSeconds() {
        assertEquals(
                new NdpOption.PrefixInformation(
                        Written.address("20010db8 00010000 00000000 00000000"),
                        64,
                        true,
                        true,
                        false,
                        true,
                        2_592_000,
                        604_800),
                Written.option("03 04 40 d0 00278d00 00093a80 00000000 20010db8 00010000 00000000 00000000"));
    }

    @Test
    void aPrefixCanBeTheRoutersAddressAndLastForEver() {
        var said = (NdpOption.PrefixInformation) Written.option("03 04 40 20 ffffffff ffffffff 00000000", A1);
        assertTrue(said.routerAddress());
        assertEquals(0xFFFF_FFFFL, said.validLifetimeSeconds());
        assertEquals(Written.address(A1), said.prefix());
    }

    @Test
    void anMtuIsFourBytes() {
        assertEquals(new NdpOption.Mtu(1500), Written.option("05 01 0000 000005dc"));
    }

    @Test
    void aShortcutLimitIsOneByte() {
        assertEquals(new NdpOption.NbmaShortcutLimit(7), Written.option("06 01 07 00 00000000"));
    }

    @Test
    void anAdvertisementIntervalIsInMilliseconds() {
        assertEquals(new RouterOption.AdvertisementInterval(600_000), Written.option("07 01 0000 000927c0"));
    }

    @Test
    void thePreferenceOfAHomeAgentIsSigned() {
        assertEquals(new RouterOption.HomeAgentInformation(-2, 1800), Written.option("08 01 0000 fffe 0708"));
    }

    @Test
    void anAddressListHasAsManyAddressesAsItsLengthHolds() {
        assertEquals(
                new NdpOption.AddressList(9, List.of(Written.address(A1), Written.address(A2))),
                Written.option("09 05 0000 00000000", A1, A2));
    }

    @Test
    void anAddressListOfEvenLengthIsCut() {
        Written written = Written.options("0a 04 0000 00000000", A1, "20010db8 00000000");
        assertEquals(List.of(new NdpOption.AddressList(10, List.of(Written.address(A1)))), written.options());
        written.assertProblem("cut");
    }

    @Test
    void anOptionWithoutALayoutKeepsItsFirst32Bytes() {
        String data = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
        assertEquals(new NdpOption.UnknownOption(138, 40, data), Written.option("8a 05", data, "2021 2223 2425"));
        assertEquals(
                List.of(new NdpOption.UnknownOption(138, 8, "010203040506"), new NdpOption.Mtu(1500)),
                Written.options("8a 01 010203040506", "05 01 0000 000005dc").options());
    }
}
