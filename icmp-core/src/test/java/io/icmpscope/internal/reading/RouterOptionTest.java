package io.icmpscope.internal.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.icmpscope.message.NdpOption;
import io.icmpscope.message.NeighborDiscovery;
import io.icmpscope.message.RouterOption;
import io.icmpscope.report.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What routers tell hosts, each option drawn from the picture in its RFC. */
class RouterOptionTest {
    private static final String A1 = "20010db8 00000000 00000000 00000001"; // 2001:db8::1
    private static final String A2 = "20010db8 00000000 00000000 00000002";
    private static final String LL1 = "fe800000 00000000 00000000 00000001"; // fe80::1

    private static final String NAME = "07 6578616d706c65 03 6f7267 00"; // example.org

    @Test
    void aProvisioningDomainIsNamedAndHoldsOptionsBehindItsPaddedName() {
        NdpOption inner = new NdpOption.Mtu(1500);
        assertEquals(
                new RouterOption.PvdId("example.org", true, false, 5, 123, null, List.of(inner)),
                Written.option("15 04 8005 007b", NAME, "0000000000", "05 01 0000 000005dc"));
    }

    @Test
    void aProvisioningDomainCanHoldTheHeaderOfAnAdvertisement() {
        var said = (RouterOption.PvdId) Written.option(
                "15 06 2000 0001",
                NAME,
                "0000000000",
                "86 00 0000 40 00 0708 00000000 00000000",
                "05 01 0000 000005dc");
        NeighborDiscovery.RouterAdvertisement header = said.routerAdvertisement();
        assertNotNull(header);
        assertEquals(1800, header.routerLifetimeSeconds());
        assertEquals(List.of(new NdpOption.Mtu(1500)), header.options());
        assertEquals(List.of(), said.options());
    }

    @Test
    void aProvisioningDomainInAnotherIsNotRead() {
        Written written = Written.options("15 03 0000 0001 00 00", "15 01 0000 0001 00 00", "05 01 0000 000005dc");
        var said = (RouterOption.PvdId) written.options().get(0);
        assertInstanceOf(NdpOption.UnknownOption.class, said.options().get(0));
        assertInstanceOf(NdpOption.Mtu.class, said.options().get(1));
        written.assertProblem("holds no other");
    }

    @Test
    void aMobilityAnchorPointHasDistanceBeforePreference() {
        assertEquals(
                new RouterOption.MobilityAnchorPoint(1, 10, true, 3600, Written.address(A1)),
                Written.option("17 03 1a 80 00000e10", A1));
    }

    @Test
    void aRouteIsAsLongAsItsPrefixNeeds() {
        assertEquals(route("00000000 00000000 00000000 00000000", 0, -1), Written.option("18 01 00 18 00000708"));
        assertEquals(
                route("20010db8 00010000 00000000 00000000", 48, 1),
                Written.option("18 02 30 08 00000708 20010db8 00010000"));
        assertEquals(route(A1, 128, 0), Written.option("18 03 80 00 00000708", A1));
    }

    private static NdpOption route(String prefix, int bits, int preference) {
        return new RouterOption.RouteInformation(Written.address(prefix), bits, preference, 1800);
    }

    @Test
    void aRouteWithLessPrefixThanItSaysIsAProblem() {
        Written written = Written.options("18 02 41 00 00000708 20010db8 00010000");
        assertEquals(24, written.problem().needed());
        assertEquals(16, written.problem().had());
        assertEquals("route-information", written.problem().layer());
    }

    @Test
    void aRouteOfReservedPreferenceIsIgnoredByHosts() {
        Written.options("18 01 00 10 00000708").assertProblem("reserved");
    }

    @Test
    void dnsServersAreAsManyAsTheLengthHolds() {
        assertEquals(
                new RouterOption.RecursiveDnsServers(600, List.of(Written.address(A1), Written.address(A2))),
                Written.option("19 05 0000 00000258", A1, A2));
    }

    @Test
    void aDnsServerOptionOfEvenLengthIsTheAttackOf2020() {
        Written written = Written.options("19 04 0000 00000258", A1, "20010db8 00000000");
        assertEquals(
                List.of(new RouterOption.RecursiveDnsServers(600, List.of(Written.address(A1)))), written.options());
        assertEquals(40, written.problem().needed());
        assertEquals(32, written.problem().had());
    }

    @Test
    void aDnsServerOptionWithoutAServerIsShorterThanItsLayout() {
        Written written = Written.options("19 01 0000 00000258");
        assertInstanceOf(NdpOption.UnknownOption.class, written.options().get(0));
        assertEquals(new Problem("rdnss", 11, 24, 8, "it is shorter than its layout"), written.problem());
    }

    @Test
    void theFlagsExtensionIs48Bits() {
        assertEquals(new RouterOption.FlagsExtension(0x8000_0000_0001L), Written.option("1a 01 800000000001"));
    }

    @Test
    void searchDomainsEndBeforeTheirPadding() {
        assertEquals(
                new RouterOption.DnsSearchList(600, List.of("example.org", "a")),
                Written.option("1f 04 0000 00000258", NAME, "01 61 00 0000000000000000"));
    }

    @Test
    void aSearchDomainThatRunsOutOfItsOptionIsTheOtherAttackOf2020() {
        Written written = Written.options("1f 02 0000 00000258 01 61 3f 62 63 64 65 66", "05 01 0000 000005dc");
        assertEquals(
                List.of(new RouterOption.DnsSearchList(600, List.of("a")), new NdpOption.Mtu(1500)), written.options());
        assertEquals(64, written.problem().needed());
        assertEquals(6, written.problem().had());
    }

    @Test
    void aCompressedSearchDomainIsRefused() {
        Written.options("1f 02 0000 00000258 01 61 c0 08 00 00 00 00").assertProblem("compressed");
    }

    @Test
    void theTextOfACaptivePortalIsKeptAsItCameUpToItsPadding() {
        assertEquals(
                new RouterOption.CaptivePortal("https://a/\u001b"),
                Written.option("25 02 68747470733a2f2f612f1b 000000"));
    }

    /** Trap 36. */
    @Test
    void theTextOfACaptivePortalIsNoLongerThan255Characters() {
        var said = (RouterOption.CaptivePortal) Written.option("25 26", "61".repeat(302));
        assertEquals(255, said.uri().length());
    }

    @Test
    void aNat64PrefixHasItsLengthAsACodeBesideTheLifetime() {
        assertEquals(
                new RouterOption.Pref64(Written.address("0064ff9b 00000000 00000000 00000000"), 96, 1800),
                Written.option("26 02 0708 0064ff9b 00000000 00000000"));
        assertEquals(
                new RouterOption.Pref64(Written.address("20010db8 00000000 00000000 00000000"), 32, 65_528),
                Written.option("26 02 fffd 20010db8 00000000 00000000"));
    }

    @Test
    void aNat64PrefixOfReservedLengthCodeIsAProblem() {
        Written written = Written.options("26 02 0706 0064ff9b 00000000 00000000");
        assertEquals(-1, ((RouterOption.Pref64) written.options().get(0)).prefixLength());
        assertEquals(6, written.problem().had());
    }

    @Test
    void anEncryptedResolverHasNameAddressesAndParameters() {
        assertEquals(
                new RouterOption.EncryptedDns(1, 1800, "example.org", List.of(Written.address(A1)), "0001000403646f74"),
                Written.option("90 07 0001 00000708 000d", NAME, "0010", A1, "0008 0001 0004 03 646f74", "0000000000"));
    }

    @Test
    void anEncryptedResolverCanBeANameAlone() {
        assertEquals(
                new RouterOption.EncryptedDns(0, 1800, "example.org", List.of(), ""),
                Written.option("90 03 0000 00000708 000d", NAME, "00"));
    }

    @Test
    void aFieldOfAnEncryptedResolverBeyondItsOptionIsAProblem() {
        Written written = Written.options("90 02 0001 00000708 0100 01 61 00 00 00 00");
        assertEquals("encrypted-dns", written.problem().layer());
        assertEquals(256, written.problem().needed());
        assertEquals(6, written.problem().had());
    }
}
